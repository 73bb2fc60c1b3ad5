import { type Instant, MINUTE_MS } from '../clock.ts';
import type { Conference } from './schedule.ts';
import { dayAmong } from './timetable.ts';

/** On conference days a source is asked that much more often, once a minute at most. */
const CONFERENCE_DAY_FACTOR = 3;
const JITTER = 0.2;

export interface Rhythm {
  readonly refreshMinutes: number;
  readonly random: () => number;
}

/** When to ask a source again: at its interval, give or take a fifth, and sooner on conference days. */
export function refreshAt(
  { days }: Conference,
  now: Instant,
  { refreshMinutes, random }: Rhythm,
): Instant {
  const isConferenceDay = dayAmong(days, now) !== undefined;
  const minutes = isConferenceDay
    ? Math.max(1, refreshMinutes / CONFERENCE_DAY_FACTOR)
    : refreshMinutes;
  return now + minutes * MINUTE_MS * (1 + JITTER * (2 * random() - 1));
}

/** Whether it is time. Nothing is put off for twice the interval: where it seems so, the clock was set back. */
export function isDue(
  at: Instant,
  now: Instant,
  { refreshMinutes }: Pick<Rhythm, 'refreshMinutes'>,
) {
  return at <= now || at - now > 2 * Math.max(1, refreshMinutes) * MINUTE_MS;
}
