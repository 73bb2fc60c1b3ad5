import { readFileSync, statSync } from 'node:fs';
import { meaningAtOnce, TABLE } from '../../adapters/meaning/meaning.ts';
import { atOnce } from '../../src/clock/steps.ts';
import type { Conference } from '../../src/schedule/schedule.ts';
import { talkVectors } from '../../src/search/meaning/talkVectors.ts';
import { readWordVectors } from '../../src/search/meaning/wordVectors.ts';
import { talkText } from '../../src/search/talkText.ts';
import { computingTime, retained } from './measure.ts';

const BUILDS = 5;

/** What the vectors of the talks cost beside the index of words; `reference` is what MiniSearch takes to build. */
export function printMeaning({ talks }: Conference, reference: number): void {
  const times = Array.from({ length: BUILDS }, () => computingTime(() => meaningAtOnce(talks)));
  const best = Math.min(...times);
  const ratio = reference > 0 ? (best / reference).toFixed(2) : '–';
  console.log(
    `\nThe vectors of its talks, made beside: ${best.toFixed(0)} ms more (${ratio}×, promise 2×)`,
  );
}

/** What the table of words keeps in memory once these talks were read with it, apart from the bytes of its file. */
export async function printTable({ talks }: Conference): Promise<void> {
  const { megabytes, value } = await retained(() => {
    const words = readWordVectors(readFileSync(TABLE));
    atOnce(talkVectors(talks.map(talkText), words));
    return words;
  });
  const file = statSync(TABLE).size / 2 ** 20;
  const beside = (megabytes - file).toFixed(1);
  const numbers = `${megabytes.toFixed(1)} MB, ${beside} MB beside its file`;
  console.log(`\nThe table of word vectors, ${value.dimensions} dimensions: ${numbers}`);
}
