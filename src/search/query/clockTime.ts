import type { Instant } from '../../clock.ts';
import { FOUR_IN_THE_MORNING, MINUTES_PER_DAY, wallTime } from '../../schedule/assembling/times.ts';
import { instantAt } from '../../schedule/assembling/zone.ts';
import type { Day } from '../../schedule/schedule.ts';

/** A half-open span: `[start, end)`. */
export interface Span {
  readonly start: Instant;
  readonly end: Instant;
}

/** Minutes since the midnight that begins a conference day; its night has more than 24 hours' worth. */
export type ClockTime = number;

const CLOCK = /^(?<hours>\d{1,2})(?:[:.h](?<minutes>\d{2}))?(?: ?(?<half>[ap])\.?m\.?)?$/i;

/** Reads `9`, `9:30`, `09.30`, `9h30` or `9pm`; a time before four is one of the coming night. */
export function clockTimeOf(text: string): ClockTime | undefined {
  const { hours, minutes = '0', half } = CLOCK.exec(text.trim())?.groups ?? {};
  const hour = half === undefined ? Number(hours) : hourOf(Number(hours), half);
  if (!(hour <= 24) || Number(minutes) > 59) return undefined;
  const time = hour * 60 + Number(minutes);
  return time < FOUR_IN_THE_MORNING ? time + MINUTES_PER_DAY : time;
}

/** Of 24, from one of twelve and its half of the day; `NaN` for no such hour. */
function hourOf(hour: number, half: string): number {
  if (hour < 1 || hour > 12) return Number.NaN;
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}

/** The part of a day from `after` on and before `before`; either may be infinite, for none. */
export function spansOn(
  day: Day,
  timeZone: string,
  { after, before }: { readonly after: ClockTime; readonly before: ClockTime },
): readonly Span[] {
  const instant = (time: ClockTime) => instantOn(day, timeZone, time);
  const start = Number.isFinite(after) ? Math.max(day.start, instant(after)) : day.start;
  const end = Number.isFinite(before) ? Math.min(day.end, instant(before)) : day.end;
  return start < end ? [{ start, end }] : [];
}

/** The moment of that time on a conference day. */
export function instantOn(day: Day, timeZone: string, time: ClockTime): Instant {
  return instantAt(wallTime(Temporal.PlainDate.from(day.date), time), timeZone);
}
