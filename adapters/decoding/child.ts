import { buffer } from 'node:stream/consumers';
import { decodeSchedule } from '../../src/schedule/decode.ts';
import { outcomeOf } from './outcome.ts';

/** The process of one reading: the schedule on standard input, its zone as argument, the outcome on standard output. */
const [, , timeZone] = process.argv;
const bytes = await buffer(process.stdin);
process.stdout.write(outcomeOf(() => decodeSchedule(bytes, { timeZone })));
