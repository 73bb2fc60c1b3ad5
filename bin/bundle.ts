import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What a bundle is made of, beside packages. */
export const FOLDERS = ['bin', 'src', 'adapters', 'data'];
/** The latter is npm's own record of the packages that are there. */
const FILES = ['package.json', 'node_modules/.package-lock.json'];

/** Where the bundles lie, each in a folder that bears the stamp of what it was made of. */
export function bundlesIn(root: string): string {
  return join(root, 'dist');
}

/**
 * The module to begin with of the bundle that was made of these very sources; undefined where none
 * was. In an image, which holds no sources, the one that is there.
 */
export function bundleIn(root: string): string | undefined {
  const bundles = bundlesIn(root);
  if (!existsSync(bundles)) return undefined;
  const stamp = existsSync(join(root, 'src')) ? stampOf(root) : readdirSync(bundles)[0];
  const main = join(bundles, stamp ?? '', 'main.js');
  return existsSync(main) ? main : undefined;
}

/**
 * Changes with every file that is written, whatever time it bears: a thousand files are looked at in a
 * few milliseconds, and not read.
 */
export function stampOf(root: string, folders: readonly string[] = FOLDERS): string {
  const stamp = createHash('sha256');
  for (const path of folders.flatMap((top) => filesIn(root, top))) {
    const { size, mtimeMs } = statSync(`${root}/${path}`);
    stamp.update(`${path} ${size} ${mtimeMs}\n`);
  }
  for (const path of FILES.map((name) => join(root, name)).filter(existsSync)) {
    stamp.update(readFileSync(path));
  }
  return stamp.digest('hex').slice(0, 12);
}

/** Quicker than the search of `readdirSync` for all below a folder. */
function filesIn(root: string, path: string): readonly string[] {
  if (!statSync(`${root}/${path}`, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(`${root}/${path}`, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesIn(root, `${path}/${entry.name}`) : [`${path}/${entry.name}`],
  );
}
