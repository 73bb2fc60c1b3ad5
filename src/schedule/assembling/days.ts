import type { Day } from '../model.ts';
import type { ConferenceDraft } from './draft.ts';
import { MINUTE_MS, wallTime } from './times.ts';
import { instantAt, wallTimeAt } from './zone.ts';

const FOUR_IN_THE_MORNING = 4 * 60;
const SIX_IN_THE_MORNING = 6 * 60;

/**
 * The days of a conference: those its source lists and those its talks need. Each
 * lasts until the source's own day change where that is at night, else until four
 * in the morning: FOSDEM's 09:00 would make Sunday's breakfast a part of Saturday.
 * A date that has an all-day entry begins at midnight instead.
 */
export function daysOf(draft: ConferenceDraft): readonly Day[] {
  const { timeZone, dayChange, talks } = draft;
  const atNight = dayChange !== undefined && dayChange > 0 && dayChange <= SIX_IN_THE_MORNING;
  const change = atNight ? dayChange : FOUR_IN_THE_MORNING;
  const spans = talks.map(({ start, end }) => ({
    wall: wallTimeAt(start, timeZone),
    length: end - start,
  }));
  const allDay = new Set(spans.filter(isAllDay).map(({ wall }) => wall.toPlainDate().toString()));
  const changeOn = (date: Temporal.PlainDate) => (allDay.has(date.toString()) ? 0 : change);
  const dates = new Set(draft.days);
  for (const { wall } of spans) {
    const date = wall.toPlainDate();
    const before = wall.hour * 60 + wall.minute < changeOn(date);
    dates.add((before ? date.subtract({ days: 1 }) : date).toString());
  }
  const boundary = (date: Temporal.PlainDate) =>
    instantAt(wallTime(date, changeOn(date)), timeZone);
  // Not as texts: ISO 8601 writes the year 10000 with a plus in front.
  const days = Array.from(dates, (date) => Temporal.PlainDate.from(date));
  return days.sort(Temporal.PlainDate.compare).map((day, at) => ({
    index: at + 1,
    date: day.toString(),
    start: boundary(day),
    end: boundary(day.add({ days: 1 })),
  }));
}

function isAllDay({ wall, length }: { wall: Temporal.PlainDateTime; length: number }): boolean {
  return wall.hour === 0 && wall.minute === 0 && length >= 23 * 60 * MINUTE_MS;
}
