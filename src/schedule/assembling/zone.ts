import type { Instant } from '../../clock.ts';
import { type WrittenTime, wallTime } from './times.ts';

/**
 * The instant of a wall time. A time that daylight saving skips is read with the
 * offset before the gap, a repeated one is the first of the two (RFC 5545, 3.3.5).
 */
export function instantAt(wall: Temporal.PlainDateTime, timeZone: string): Instant {
  return wall.toZonedDateTime(timeZone, { disambiguation: 'compatible' }).epochMilliseconds;
}

/** The instant of a date as written; without a time it is the midnight that begins the day. */
export function instantOfWritten(written: WrittenTime, timeZone: string): Instant {
  switch (written.kind) {
    case 'instant':
      return written.instant;
    case 'wall':
      return instantAt(written.wall, timeZone);
    case 'day':
      return instantAt(wallTime(written.day, 0), timeZone);
  }
}

/** Where an instant is on the venue's clock and calendar. */
export function wallTimeAt(instant: Instant, timeZone: string): Temporal.PlainDateTime {
  return zoned(instant, timeZone).toPlainDateTime();
}

/** ISO 8601 with the offset that holds at that instant: `2020-02-01T10:55:00+01:00`. */
export function isoWithOffset(instant: Instant, timeZone: string): string {
  return zoned(instant, timeZone).toString({
    timeZoneName: 'never',
    smallestUnit: 'second',
  });
}

/**
 * A zone that always has the given offset: an IANA name for whole hours
 * (`Etc/GMT-1`, whose sign is inverted by POSIX tradition), the offset itself for others.
 */
export function fixedOffsetZone(offsetMinutes: number): string {
  if (offsetMinutes === 0) return 'UTC';
  const hours = offsetMinutes / 60;
  if (Number.isInteger(hours)) return `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`;
  return offsetName(offsetMinutes);
}

/** `+01:00`, `-03:30`. */
export function offsetName(offsetMinutes: number): string {
  const minutes = Math.abs(offsetMinutes);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${offsetMinutes < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function zoned(instant: Instant, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);
}
