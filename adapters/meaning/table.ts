import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readWordVectors, type WordVectors } from '../../src/search/meaning/wordVectors.ts';

export const TABLE = fileURLToPath(new URL('../../data/meaning/words.bin', import.meta.url));

let known: WordVectors | undefined;

/** The table that comes with Hallway, read when it is first needed and kept. */
export function tableAtOnce(): WordVectors {
  known ??= readWordVectors(readFileSync(TABLE));
  return known;
}
