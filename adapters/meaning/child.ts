import { json } from 'node:stream/consumers';
import { atOnce } from '../../src/clock/steps.ts';
import { type TalkText, talkVectors } from '../../src/search/meaning/talkVectors.ts';
import { tableAtOnce } from './table.ts';

/** The process that makes the vectors of talks: their texts on standard input, the numbers on standard output. */
const talks = (await json(process.stdin)) as readonly TalkText[];
const vectors = atOnce(talkVectors(talks, tableAtOnce()));
process.stdout.write(new Uint8Array(vectors.buffer));
