import { parseArgs } from 'node:util';
import { meaningInSlices } from '../../adapters/meaning/meaning.ts';
import { atOnce } from '../../src/clock/steps.ts';
import { decodeSchedule } from '../../src/schedule/decode.ts';
import { indexTalks } from '../../src/search/talkIndex.ts';
import { versionOf } from './plan.ts';

/**
 * The search of a thousand talks in a process of its own, asked for each of them: by words alone or,
 * `--meaning`, by what they mean as well. Prints the bytes that it keeps then, in the heap and beside it.
 */
const { values } = parseArgs({ options: { meaning: { type: 'boolean', default: false } } });
const { conference } = decodeSchedule(Buffer.from(versionOf(1).json));
const index = atOnce(indexTalks(conference));
if (values.meaning) {
  index.understand(await meaningInSlices(conference.talks, new AbortController().signal));
}
for (const { title } of conference.talks) {
  const query = { text: title, words: title, filters: {}, meanings: [], unresolved: [] };
  index.search(query, { limit: 5 });
}
global.gc?.();
const { heapUsed, external } = process.memoryUsage();
console.log(heapUsed + external);
