import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');

/** Where `bin/hallway.js` keeps what Node compiled, for every process that a test starts. */
export const COMPILED = resolve(ROOT, 'node_modules/.cache/hallway');

/** All but what runs as soon as it is loaded: of the sources, and of the bundle where there is one. */
const LOADING = `
  import { globSync } from 'node:fs';
  const running = ['**/main.ts', '**/child.ts', '**/main.js', '**/*-child.js', '**/picture-worker.js'];
  const modules = globSync(['{src,adapters}/**/*.ts', 'dist/*/*.js'], { exclude: running });
  await Promise.all(modules.map((path) => import('./' + path)));
  process.exit();
`;

/**
 * Has Node compile the program in a fresh checkout. Programs keep what they compiled when they end in
 * peace, and many a test does not let them.
 */
export async function compile(): Promise<void> {
  if (existsSync(COMPILED)) return;
  const loading = spawn(process.execPath, ['--input-type=module', '--eval', LOADING], {
    cwd: ROOT,
    env: { NODE_COMPILE_CACHE: COMPILED },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(loading, 'exit');
  if (code !== 0) throw new Error(`The program cannot be loaded (exit code ${code})`);
}
