import { finding, isProduct, type Rule, type Source } from '../source.ts';

/**
 * The floors of the house, lowest first; those of one row stand side by side and do not see each
 * other. A floor is a folder of `src` with the file or files of its name beside it; all adapters are one.
 */
const FLOORS: readonly (readonly string[])[] = [
  ['clock', 'log', 'messages', 'meter'],
  ['config'],
  ['schedule'],
  ['search'],
  ['cards'],
  ['platform'],
  ['programme'],
  ['outbox'],
  ['agenda', 'announcements'],
  ['courier'],
  ['commands'],
  ['app'],
  ['cli'],
  ['adapters'],
  ['main'],
];

const HEIGHTS: ReadonlyMap<string, number> = new Map(
  FLOORS.flatMap((names, height) => names.map((name) => [name, height] as const)),
);

/** Places that see less than what lies below their floor, with all that they may see. */
const NARROWER: Readonly<Record<string, readonly string[]>> = {
  // What carries a message knows nothing of conferences; `wording/` knows what it says.
  'src/courier/*.ts': ['clock', 'log', 'meter', 'cards', 'platform', 'outbox', 'courier'],
};

/** Imports go down the floors alone; only the top floor, the composition root, sees adapters. */
export const floors: Rule = (sources) =>
  sources.filter(isProduct).flatMap((source) => {
    const here = floorOf(source.path);
    if (!HEIGHTS.has(here)) return [`${source.path}:1 stands on no floor`];
    return source.imports.flatMap(({ target, node }) => {
      const reason = target === undefined ? undefined : objection(source, target);
      return reason === undefined ? [] : [finding(source, node, `imports ${target}: ${reason}`)];
    });
  });

function objection({ path }: Source, target: string): string | undefined {
  // Data is below every floor: it imports nothing.
  if (/^data\/.*\.json$/.test(target)) return undefined;
  if (!/^(src|adapters)\//.test(target)) return 'it is outside src and adapters';
  const [here, there] = [floorOf(path), floorOf(target)];
  const allowed = Object.entries(NARROWER).find(([place]) => matches(path, place))?.[1];
  if (allowed !== undefined && !allowed.includes(there)) return `${path} sees less than its floor`;
  if (here === there) return adaptersApart(path, target);
  const [height = 0, other = 0] = [HEIGHTS.get(here), HEIGHTS.get(there)];
  if (other < height) return undefined;
  return other === height ? `${there} stands beside ${here}` : `${there} is above ${here}`;
}

function adaptersApart(path: string, target: string): string | undefined {
  return adapterOf(path) === adapterOf(target) ? undefined : 'no adapter may import another';
}

/** `schedule` of `src/schedule/schedule.ts`, `clock` of `src/clock.ts`. */
function floorOf(path: string): string {
  const [top = '', name = ''] = path.split('/');
  return top === 'adapters' ? 'adapters' : name.replace(/\.[jt]s$/, '');
}

/** The folder of an adapter's file: `adapters/cron`. */
function adapterOf(path: string): string | undefined {
  return /^adapters\/[^/]+/.exec(path)?.[0];
}

/** A `*` stands for a file's name, not for folders. */
function matches(path: string, place: string): boolean {
  const [before = '', after = ''] = place.split('*');
  return (
    path.startsWith(before) && path.endsWith(after) && !path.slice(before.length).includes('/')
  );
}

/** The composition root: `src/main.ts` and what stands in `src/main/`. */
export function isRoot(path: string): boolean {
  return floorOf(path) === 'main' && path.startsWith('src/');
}
