import type { Instant } from '../../clock.ts';
import {
  MINUTE_MS,
  parseDuration,
  parseWrittenTime,
  type WrittenTime,
} from '../assembling/times.ts';
import { instantAt, instantOfWritten } from '../assembling/zone.ts';
import type { Findings } from '../reading/findings.ts';
import type { Row } from './csvColumns.ts';

/** A row's start: in one cell, or as a date and a time beside it. */
export function startOf(row: Row): WrittenTime | undefined {
  return parseWrittenTime(row.start) ?? timeOn(row.date, row.time?.trim() || row.start);
}

/** A row's end, by its end or its duration; a clock time before the start is one after midnight. */
export function endOf(
  row: Row,
  path: string,
  start: Instant,
  timeZone: string,
  findings: Findings,
): Instant {
  const whole = parseWrittenTime(row.end);
  if (whole !== undefined) return instantOfWritten(whole, timeZone);
  const clock = timeOn(row.date, row.endTime?.trim() || row.end);
  if (clock?.kind === 'wall') {
    const end = instantAt(clock.wall, timeZone);
    return end < start ? instantAt(clock.wall.add({ days: 1 }), timeZone) : end;
  }
  const minutes = parseDuration(row.duration);
  if (minutes !== undefined) return start + minutes * MINUTE_MS;
  if (row.duration) findings.note('duration-unreadable', path, row.duration);
  else findings.note('end-missing', path, row.title);
  return start;
}

/** The offset, in minutes, that the first readable start carries. */
export function offsetOf(rows: readonly Row[]): number | undefined {
  const written = rows.map(startOf).find((time) => time !== undefined);
  return written?.kind === 'instant' ? written.offsetMinutes : undefined;
}

function timeOn(date: string | undefined, clock: string | undefined): WrittenTime | undefined {
  return parseWrittenTime(`${isoDate(date ?? '')}T${fullClock(clock ?? '')}`);
}

/** `1.2.2020` has the day first; a slash may mean either order, so it is read only behind a year. */
function isoDate(text: string): string {
  const [, day = '', month = '', year = ''] =
    /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(text.trim()) ?? [];
  if (year !== '') return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return text.trim().replace(/^(\d{4})\/(\d{2})\/(\d{2})$/, '$1-$2-$3');
}

/** `9:30 PM` on a clock of 24 hours. */
function fullClock(text: string): string {
  const [, hour, minutes, half] =
    /^(\d{1,2})(:\d{2}(?::\d{2})?)\s?([ap])\.?m\.?$/i.exec(text.trim()) ?? [];
  if (half === undefined) return text.trim();
  return `${(Number(hour) % 12) + (/p/i.test(half) ? 12 : 0)}${minutes}`;
}
