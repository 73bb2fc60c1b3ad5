import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What a bundle is made of; the last of them changes with every installation of packages. */
const MADE_OF = [
  ...['bin', 'src', 'adapters', 'data'],
  ...['package.json', 'node_modules/.package-lock.json'],
];

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
export function stampOf(root: string): string {
  const stamp = createHash('sha256');
  for (const path of MADE_OF.flatMap((top) => filesIn(root, top))) {
    const { size, mtimeMs } = statSync(join(root, path));
    stamp.update(`${path} ${size} ${mtimeMs}\n`);
  }
  return stamp.digest('hex').slice(0, 12);
}

function filesIn(root: string, top: string): readonly string[] {
  const path = join(root, top);
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [top];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((file) => join(top, file));
}
