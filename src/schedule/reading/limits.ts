import { MAX_TALKS, refuseMore } from '../bounds.ts';
import { ScheduleFormatError } from '../refusal.ts';

/** Larger than any schedule seen (2.6 MB), small enough to be read in bounded time and memory. */
export const MAX_SCHEDULE_BYTES = 16 * 2 ** 20;

/** Deeper than any schedule, flat enough for every walk through a document. */
export const MAX_DEPTH = 64;

/** Refuses a schedule without talks, or with more than can be one conference's, before work is put into it. */
export function refuseTalkCount(count: number): void {
  if (count === 0) throw new ScheduleFormatError({ kind: 'noTalks', facts: [] });
  refuseMore('talks', count, MAX_TALKS);
}
