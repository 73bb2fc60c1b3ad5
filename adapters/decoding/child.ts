import { buffer } from 'node:stream/consumers';
import { outcomeOf } from './outcome.ts';

/** The process of one reading: the schedule on standard input, its zone as argument, the outcome on standard output. */
const [, , timeZone] = process.argv;
process.stdout.write(outcomeOf(await buffer(process.stdin), timeZone));
