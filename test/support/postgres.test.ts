import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const MODULE = new URL('./postgres.ts', import.meta.url).href;

/** A process that has PostgreSQL at hand, and ends as one does whose tests have come to `code`. */
function endsWith(code: number): number | null {
  const script = `await import('${MODULE}'); process.exitCode = ${code};`;
  return spawnSync(process.execPath, ['--input-type=module', '--eval', script]).status;
}

test('a run with PostgreSQL ends with the code of its tests', () => {
  expect([0, 1, 3].map(endsWith)).toEqual([0, 1, 3]);
});
