import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { atOnce, inSlices } from '../../src/clock/steps.ts';
import type { Talk } from '../../src/schedule/schedule.ts';
import { createMeaning, type Meaning } from '../../src/search/meaning/meaning.ts';
import { type TalkText, talkVectors } from '../../src/search/meaning/talkVectors.ts';
import { readWordVectors, type WordVectors } from '../../src/search/meaning/wordVectors.ts';
import { talkText } from '../../src/search/talkText.ts';

export const TABLE = fileURLToPath(new URL('../../data/meaning/words.bin', import.meta.url));

/** What these talks mean, for one who waits and would wait longer otherwise. */
export function meaningAtOnce(talks: readonly Talk[]): Meaning {
  const words = tableAtOnce();
  return createMeaning(words, atOnce(talkVectors(texts(talks), words)));
}

/** Each when its turn comes. */
function texts(talks: readonly Talk[]): Iterable<TalkText> {
  return talks.values().map(talkText);
}

let known: WordVectors | undefined;

/** The table that comes with Hallway, read when it is first needed and kept. */
export function tableAtOnce(): WordVectors {
  known ??= readWordVectors(readFileSync(TABLE));
  return known;
}

/** One table for all conferences. */
let reading: Promise<WordVectors> | undefined;

/**
 * The same while people are answered; `signal` ends it early. To begin a process for it would keep them
 * waiting for longer than any slice does, and what a thread takes of memory stays taken.
 */
export async function meaningInSlices(
  talks: readonly Talk[],
  signal: AbortSignal,
): Promise<Meaning> {
  reading ??= readFile(TABLE).then(readWordVectors);
  const words = await reading;
  return createMeaning(words, await inSlices(talkVectors(texts(talks), words), signal));
}
