import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS } from '../clock.ts';
import type { Day } from '../schedule/schedule.ts';

/** An announcement or reminder is of use until this long after the talk began. */
const USEFUL_AFTER_START_MS = 5 * MINUTE_MS;

/** An announcement is corrected until this long after the start it told: later nobody reads it. */
export const CORRECTABLE_MS = DAY_MS;

export const DEFAULT_LEAD_MINUTES = 10;

/** Venue time of the morning digest, and until when it is still a morning's digest. */
const DIGEST_TIME = '08:00';
const DIGEST_USEFUL_MS = 2 * HOUR_MS;

/**
 * The one instant at which a talk's announcement or reminder falls due: `lead`
 * before the start, or, where that start or the wish to hear of it became known
 * only later, at that moment; never when that is after the start. Every plan
 * derives from this, so that a talk moved into the lead, a late star and a missed
 * tick need no rules of their own.
 *
 * `since` is the latest of: subscribed or starred, lead changed, start made known.
 */
export function dueAt(start: Instant, leadMs: number, since: Instant): Instant | undefined {
  return since < start ? Math.max(start - leadMs, since) : undefined;
}

/** The instant from which news of this start is of no use. */
export function uselessFrom(start: Instant): Instant {
  return start + USEFUL_AFTER_START_MS;
}

/** The span `[dueAt, expiresAt)` of a day's digest: 08:00 to 10:00 at the venue. */
export function digestSpan(day: Day, timeZone: string): { dueAt: Instant; expiresAt: Instant } {
  const morning = Temporal.PlainDate.from(day.date).toZonedDateTime({
    timeZone,
    plainTime: DIGEST_TIME,
  }).epochMilliseconds;
  return { dueAt: morning, expiresAt: morning + DIGEST_USEFUL_MS };
}
