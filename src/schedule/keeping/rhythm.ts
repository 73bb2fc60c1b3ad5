import { DAY_MS, type Instant, MINUTE_MS } from '../../clock.ts';
import type { Conference } from '../schedule.ts';
import { dayAmong } from '../timetable.ts';

/** On conference days a source is asked that much more often, once a minute at most. */
const CONFERENCE_DAY_FACTOR = 3;
const JITTER = 0.2;

export interface Rhythm {
  readonly refreshMinutes: number;
  readonly random: () => number;
}

/**
 * When to ask a source again, give or take a fifth: at its interval, sooner on conference days, and once
 * a day when the conference is over, for what comes then: recordings.
 */
export function refreshAt(conference: Conference, now: Instant, rhythm: Rhythm): Instant {
  const { random } = rhythm;
  const minutes = intervalMinutes(conference, now, rhythm);
  return now + minutes * MINUTE_MS * (1 + JITTER * (2 * random() - 1));
}

function intervalMinutes(
  { days }: Conference,
  now: Instant,
  { refreshMinutes }: Pick<Rhythm, 'refreshMinutes'>,
): number {
  if (dayAmong(days, now) !== undefined) return Math.max(1, refreshMinutes / CONFERENCE_DAY_FACTOR);
  const end = days.at(-1)?.end;
  const isOver = end !== undefined && end <= now;
  return isOver ? Math.max(refreshMinutes, DAY_MS / MINUTE_MS) : refreshMinutes;
}

/** Whether it is time. Nothing is put off for twice its interval: where it seems so, the clock was set back. */
export function isDue(
  at: Instant,
  now: Instant,
  conference: Conference,
  rhythm: Pick<Rhythm, 'refreshMinutes'>,
): boolean {
  const minutes = Math.max(1, intervalMinutes(conference, now, rhythm));
  return at <= now || at - now > 2 * minutes * MINUTE_MS;
}
