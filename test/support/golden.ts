import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { expect } from 'vitest';

const FOLDER = resolve(import.meta.dirname, '../golden');

/** Compares with the file under test/golden; `UPDATE_GOLDEN=1` writes it anew, to be read in the diff. */
export async function expectGolden(name: string, actual: string): Promise<void> {
  const path = resolve(FOLDER, name);
  if (process.env['UPDATE_GOLDEN'] === '1') {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, actual);
  }
  expect(actual).toBe(await readFile(path, 'utf8'));
}
