import { readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bundleIn, bundlesIn, stampOf } from './bundle.ts';
import { writeBundle } from './bundling.ts';

/**
 * Makes the bundle: the same program in a tenth of the files, which Node finds and links sooner.
 * `npm ci` does this, and `npm run build`; nothing needs it, since without a bundle
 * that is true to them the sources run (docs/design.md).
 */
const ROOT = resolve(import.meta.dirname, '..');
const BUNDLES = bundlesIn(ROOT);

/** A process that was started from the former bundle goes on with it until it is started again. */
const KEPT_BUNDLES = 2;

async function build(): Promise<void> {
  if (bundleIn(ROOT) !== undefined) return;
  const stamp = stampOf(ROOT);
  const unfinished = join(BUNDLES, `.${stamp}-${process.pid}`);
  try {
    if (!(await writeBundle({ main: join(ROOT, 'src/main.ts') }, unfinished))) return;
    renameSync(unfinished, join(BUNDLES, stamp));
  } catch (error) {
    // Another build of the same may have been quicker.
    if (bundleIn(ROOT) === undefined) throw error;
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  for (const former of finishedLast().slice(KEPT_BUNDLES)) {
    rmSync(former, { recursive: true, force: true });
  }
}

/** The latest first, without what is being made. */
function finishedLast(): readonly string[] {
  const madeAt = (path: string) => statSync(path).mtimeMs;
  return readdirSync(BUNDLES)
    .filter((name) => !name.startsWith('.'))
    .map((name) => join(BUNDLES, name))
    .sort((one, other) => madeAt(other) - madeAt(one));
}

await build();
