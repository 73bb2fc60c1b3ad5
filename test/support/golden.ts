import { resolve } from 'node:path';
import { expect } from 'vitest';

const FOLDER = resolve(import.meta.dirname, '../golden');

/** Compares with the file under test/golden; `npm run golden` writes it anew, to be read in the diff. */
export async function expectGolden(name: string, actual: string): Promise<void> {
  await expect(actual).toMatchFileSnapshot(resolve(FOLDER, name));
}
