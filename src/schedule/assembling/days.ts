import { HOUR_MS, type Instant } from '../../clock.ts';
import type { Day } from '../schedule.ts';
import type { ConferenceDraft, TalkDraft } from './draft.ts';
import { FOUR_IN_THE_MORNING, wallTime } from './times.ts';
import { instantAt, wallTimeAt } from './zone.ts';

const SIX_IN_THE_MORNING = 6 * 60;

/** When a talk is, by the venue's clock. */
interface Placed {
  readonly start: Instant;
  /** The calendar's date, and the minutes since its midnight. */
  readonly date: Temporal.PlainDate;
  readonly minutes: number;
  readonly isAllDay: boolean;
  /** The date under which the source lists it, where that can be: a night ends by six. */
  readonly listed: string | undefined;
}

/**
 * The days of a conference: those its source lists and those its talks need. Each
 * lasts until the source's own day change where that is at night, else until four
 * in the morning: FOSDEM's 09:00 would make Sunday's breakfast a part of Saturday.
 * A date that has an all-day entry begins at midnight instead. Where the source lists
 * talks under a day, that day begins before the first of them and after the last of the day before.
 */
export function daysOf(draft: ConferenceDraft): readonly Day[] {
  const { timeZone, dayChange } = draft;
  const atNight = dayChange !== undefined && dayChange > 0 && dayChange <= SIX_IN_THE_MORNING;
  const change = atNight ? dayChange : FOUR_IN_THE_MORNING;
  const placed = draft.talks.map((talk) => placedOn(talk, timeZone));
  const allDay = new Set(placed.flatMap(({ isAllDay, date }) => (isAllDay ? String(date) : [])));
  const changeOn = (date: Temporal.PlainDate) => (allDay.has(String(date)) ? 0 : change);
  const dates = new Set(draft.days);
  for (const { listed, date, minutes } of placed) {
    const isBefore = minutes < changeOn(date);
    dates.add(listed ?? String(isBefore ? date.subtract({ days: 1 }) : date));
  }
  const listed = spansOfListed(placed);
  const boundary = (date: Temporal.PlainDate) =>
    boundaryOf(instantAt(wallTime(date, changeOn(date)), timeZone), date, listed);
  // Not as texts: ISO 8601 writes the year 10000 with a plus in front.
  const days = Array.from(dates, (date) => Temporal.PlainDate.from(date));
  return days.sort(Temporal.PlainDate.compare).map((day, at) => ({
    index: at + 1,
    date: day.toString(),
    start: boundary(day),
    end: boundary(day.add({ days: 1 })),
  }));
}

function placedOn({ start, end, day }: TalkDraft, timeZone: string): Placed {
  const wall = wallTimeAt(start, timeZone);
  const date = wall.toPlainDate();
  const minutes = wall.hour * 60 + wall.minute;
  return {
    ...{ start, date, minutes },
    isAllDay: minutes === 0 && end - start >= 23 * HOUR_MS,
    listed: day !== undefined && canBeOf(day, date, minutes) ? day : undefined,
  };
}

function canBeOf(day: string, date: Temporal.PlainDate, minutes: number): boolean {
  const isNextMorning = minutes < SIX_IN_THE_MORNING && String(date.subtract({ days: 1 })) === day;
  return String(date) === day || isNextMorning;
}

/** The starts of the first and the last talk that a source lists under a date. */
interface ListedSpan {
  readonly first: Instant;
  readonly last: Instant;
}

function spansOfListed(placed: readonly Placed[]): ReadonlyMap<string, ListedSpan> {
  const spans = new Map<string, ListedSpan>();
  for (const { listed, start } of placed) {
    if (listed === undefined) continue;
    const { first, last } = spans.get(listed) ?? { first: start, last: start };
    spans.set(listed, { first: Math.min(first, start), last: Math.max(last, start) });
  }
  return spans;
}

/** Where the usual change of days parts the listed ones as they are listed, it is that; two that overlap are parted by it too. */
function boundaryOf(
  usual: Instant,
  date: Temporal.PlainDate,
  listed: ReadonlyMap<string, ListedSpan>,
): Instant {
  const own = listed.get(String(date));
  const before = listed.get(String(date.subtract({ days: 1 })));
  const first = own?.first ?? Number.POSITIVE_INFINITY;
  const last = before?.last ?? Number.NEGATIVE_INFINITY;
  if ((last < usual && usual <= first) || last >= first) return usual;
  return Math.min(first, Math.max(usual, last + HOUR_MS));
}
