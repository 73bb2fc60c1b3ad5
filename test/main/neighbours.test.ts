import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';

const NEIGHBOURS = new URL('../../src/main/neighbours.ts', import.meta.url).href;

/** What a module prints that stands among these files. */
function printed(files: Readonly<Record<string, string>>, main: string): unknown {
  const folder = mkdtempSync(join(tmpdir(), 'hallway-neighbours-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  symlinkSync(join(folder, 'once.mjs'), join(folder, 'link.mjs'));
  const program = join(folder, 'main.mjs');
  writeFileSync(program, `import { withNeighbours } from '${NEIGHBOURS}';\n${main}`);
  const { stdout, stderr } = spawnSync(process.execPath, [program], { encoding: 'utf8' });
  return stderr === '' ? JSON.parse(stdout) : stderr;
}

const FILES = {
  'once.mjs':
    'globalThis.times = (globalThis.times ?? 0) + 1; export const times = globalThis.times;',
  'far.mjs': "export { times } from './once.mjs'; export { default as part } from './part.cjs';",
  'part.cjs': "module.exports = require('./whole');",
  'whole.js': "module.exports = 'whole';",
};

it('loads what is named in full, once for all, and leaves what is required to Node', () => {
  const main = `
    const { times, part } = await withNeighbours(() => import('./far.mjs'));
    const again = await import('./once.mjs');
    console.log(JSON.stringify({ times, part, again: again.times }));`;

  expect(printed(FILES, main)).toEqual({ times: 1, part: 'whole', again: 1 });
});

it('looks for links again as soon as everything is loaded', () => {
  const main = `
    await withNeighbours(() => import('./once.mjs'));
    console.log(JSON.stringify((await import('./link.mjs')).times));`;

  expect(printed(FILES, main)).toBe(1);
});

it('tells of a neighbour that is missing, and is done with it then as well', () => {
  const main = `
    const missing = await withNeighbours(() => import('./gone.mjs')).catch(({ code }) => code);
    const linked = (await import('./link.mjs')).times;
    console.log(JSON.stringify({ missing, linked, again: (await import('./once.mjs')).times }));`;

  expect(printed(FILES, main)).toEqual({ missing: 'ENOENT', linked: 1, again: 1 });
});
