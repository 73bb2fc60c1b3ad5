import ICAL from 'ical.js';
import { DAY_MS, type Instant } from '../../../clock.ts';
import { instantAt } from '../../assembling/zone.ts';
import type { CalendarTime, CalendarTimes } from './calendarTimes.ts';
import { readValue } from './icalValues.ts';

/** When an occurrence ends that begins then. */
export type EndOf = (start: CalendarTime) => Instant;

/** Longer than any conference, and still on every calendar. */
const MAX_DAYS = 1_000;
const DAYS_PER_WEEK = 7;

/**
 * By `DTEND`, which gives each occurrence the same exact length, or `DURATION`, whose days are those
 * of the calendar (RFC 5545, 3.8.5.3), else a whole day for a date (3.6.1); `undefined` without any.
 */
export function endOf(
  event: ICAL.Component,
  first: CalendarTime,
  times: CalendarTimes,
): EndOf | undefined {
  const end = times.timeOf(event, 'dtend');
  if (end !== undefined) {
    const days = first.isDay && end.isDay ? daysBetween(first, end) : undefined;
    return days === undefined
      ? ({ instant }) => instant + end.instant - first.instant
      : (start) => daysAfter(start, days);
  }
  const duration = readValue(event, 'duration');
  if (duration instanceof ICAL.Duration) {
    const { weeks, days, hours, minutes, seconds, isNegative } = duration;
    const sign = isNegative ? -1 : 1;
    const exact = (hours * 3600 + minutes * 60 + seconds) * 1000 * sign;
    const nominal = Math.min(weeks * DAYS_PER_WEEK + days, MAX_DAYS) * sign;
    return (start) => daysAfter(start, nominal) + exact;
  }
  return first.isDay ? (start) => daysAfter(start, 1) : undefined;
}

function daysAfter({ wall, clock, instant }: CalendarTime, days: number): Instant {
  return days === 0 ? instant : clock(wall.add({ days }));
}

function daysBetween({ wall }: CalendarTime, end: CalendarTime): number {
  return Math.round((instantAt(end.wall, 'UTC') - instantAt(wall, 'UTC')) / DAY_MS);
}
