import { finding, isProduct, type Rule, type Source } from '../source.ts';

/** What alone may put adapters and core together: `src/main.ts` and what stands in `src/main/`. */
const COMPOSITION_ROOT = 'src/main';

/** What knows what the core is composed of; nothing may depend on it but the root. */
const TOP = ['src/app/app.ts'];

/** What the lowest layers may import from the project: themselves and what lies below. */
const FOUNDATIONS: Readonly<Record<string, readonly string[]>> = {
  'src/schedule/': ['src/schedule/', 'src/errors.ts', 'src/clock.ts'],
  'src/search/': ['src/search/', 'src/schedule/', 'src/errors.ts'],
};

/** Imports within the project point downwards, and adapters know nothing of each other. */
export const directions: Rule = (sources) =>
  sources.filter(isProduct).flatMap((source) =>
    source.imports.flatMap(({ target, node }) => {
      const reason = target === undefined ? undefined : objection(source, target);
      return reason === undefined ? [] : [finding(source, node, `imports ${target}: ${reason}`)];
    }),
  );

function objection({ path }: Source, target: string): string | undefined {
  if (isRoot(path)) return undefined;
  const adapter = adapterOf(target);
  if (adapter !== undefined) {
    if (path.startsWith('src/')) return `only ${COMPOSITION_ROOT} may import adapters`;
    if (adapter !== adapterOf(path)) return 'no adapter may import another';
    return undefined;
  }
  if (TOP.includes(target) || isRoot(target)) return `only ${COMPOSITION_ROOT} may import it`;
  if (!target.startsWith('src/')) return 'it is outside src and adapters';
  const layer = Object.keys(FOUNDATIONS).find((folder) => path.startsWith(folder));
  if (layer === undefined) return undefined;
  const allowed = FOUNDATIONS[layer] ?? [];
  return allowed.some((place) => target.startsWith(place)) ? undefined : `it is above ${layer}`;
}

export function isRoot(path: string): boolean {
  return path === `${COMPOSITION_ROOT}.ts` || path.startsWith(`${COMPOSITION_ROOT}/`);
}

/** The folder of an adapter's file: `adapters/cron`. */
function adapterOf(path: string): string | undefined {
  return /^adapters\/[^/]+/.exec(path)?.[0];
}
