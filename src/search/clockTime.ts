import type { Day, Instant } from '../schedule/model.ts';
import { wallTime } from '../schedule/times.ts';
import { instantAt } from '../schedule/zone.ts';

/** A half-open span: `[start, end)`. */
export interface Span {
  readonly start: Instant;
  readonly end: Instant;
}

/** Minutes since the midnight that begins a conference day; its night has more than 24 hours' worth. */
export type ClockTime = number;

const FOUR_IN_THE_MORNING = 4 * 60;
const MINUTES_A_DAY = 24 * 60;

/** Reads `9`, `9:30`, `09.30` or `9h30`; a time before four is one of the coming night. */
export function clockTimeOf(text: string): ClockTime | undefined {
  const [, hours, minutes = '0'] = /^(\d{1,2})(?:[:.h](\d{2}))?$/.exec(text.trim()) ?? [];
  if (hours === undefined || Number(hours) > 24 || Number(minutes) > 59) return undefined;
  const time = Number(hours) * 60 + Number(minutes);
  return time < FOUR_IN_THE_MORNING ? time + MINUTES_A_DAY : time;
}

/** The part of a day from `after` on and before `before`; either may be infinite, for none. */
export function spansOn(
  day: Day,
  timeZone: string,
  { after, before }: { readonly after: ClockTime; readonly before: ClockTime },
): readonly Span[] {
  const date = Temporal.PlainDate.from(day.date);
  const instant = (time: ClockTime) => instantAt(wallTime(date, time), timeZone);
  const start = Number.isFinite(after) ? Math.max(day.start, instant(after)) : day.start;
  const end = Number.isFinite(before) ? Math.min(day.end, instant(before)) : day.end;
  return start < end ? [{ start, end }] : [];
}
