import type { Instant } from '../../clock.ts';
import {
  MINUTE_MS,
  MINUTES_PER_DAY,
  parseClock,
  parseDuration,
  parseWrittenTime,
  wallTime,
} from '../assembling/times.ts';
import type { VenueZone } from '../assembling/venueZone.ts';
import { instantAt, instantOfWritten, wallTimeAt } from '../assembling/zone.ts';
import type { Findings } from '../reading/findings.ts';
import type { FrabDay, FrabEvent, FrabSource } from './frabSource.ts';

/** What is needed to settle the times of one document. */
export interface Reading {
  readonly source: FrabSource;
  readonly zone: VenueZone;
  readonly dayChange: number;
  readonly findings: Findings;
}

/** An event's own date with offset beats day and start; a day needs the start, and the day change tells which morning it means. */
export function startOf(event: FrabEvent, reading: Reading): Instant | undefined {
  const written = parseWrittenTime(event.date);
  const clock = parseClock(event.start);
  const { timeZone } = reading.zone;
  if (written?.kind === 'instant') return trustedInstant(event, written.instant, clock, reading);
  if (written?.kind === 'wall') return instantAt(written.wall, timeZone);
  if (clock === undefined) return undefined;
  if (written?.kind === 'day') return instantAt(wallTime(written.day, clock), timeZone);
  const day = reading.source.days[event.day];
  const date = day === undefined ? undefined : dateOf(day);
  if (date === undefined) return undefined;
  const minutes = clock < reading.dayChange ? clock + MINUTES_PER_DAY : clock;
  return instantAt(wallTime(date, minutes), timeZone);
}

/** Where the zone is known, from the schedule or from configuration, and date and start disagree, the start is what people were told: the nearest such time is taken. */
function trustedInstant(
  event: FrabEvent,
  instant: Instant,
  clock: number | undefined,
  { zone, findings }: Reading,
): Instant {
  if (clock === undefined || !zone.known) return instant;
  const wall = wallTimeAt(instant, zone.timeZone);
  if ((clock - (wall.hour * 60 + wall.minute)) % MINUTES_PER_DAY === 0) return instant;
  findings.note('date-start-differ', event.path, `${event.date} and ${event.start}`);
  const today = wall.toPlainDate();
  const candidates = [today, today.subtract({ days: 1 }), today.add({ days: 1 })].map((day) =>
    instantAt(wallTime(day, clock), zone.timeZone),
  );
  return candidates.reduce((best, candidate) =>
    Math.abs(candidate - instant) < Math.abs(best - instant) ? candidate : best,
  );
}

export function endOf(event: FrabEvent, start: Instant, { zone, findings }: Reading): Instant {
  const minutes = parseDuration(event.duration);
  if (minutes !== undefined) return start + minutes * MINUTE_MS;
  const written = parseWrittenTime(event.end);
  if (written !== undefined && written.kind !== 'day') {
    return instantOfWritten(written, zone.timeZone);
  }
  if (event.duration !== undefined) {
    findings.note('duration-unreadable', event.path, event.duration);
  } else {
    findings.note('end-missing', event.path, event.title);
  }
  return start;
}

/** The day's date; `undefined` when it is unreadable. */
export function dateOf(day: FrabDay): Temporal.PlainDate | undefined {
  const written = parseWrittenTime(day.date?.slice(0, 10));
  return written?.kind === 'day' ? written.day : undefined;
}
