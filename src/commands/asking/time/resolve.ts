import { HOUR_MS, type Instant, MINUTE_MS } from '../../../clock.ts';
import {
  FOUR_IN_THE_MORNING,
  MINUTES_PER_DAY,
  wallTime,
} from '../../../schedule/assembling/times.ts';
import { instantAt, wallTimeAt } from '../../../schedule/assembling/zone.ts';
import { breaksOf } from '../../../schedule/breaks.ts';
import type { Conference, Day } from '../../../schedule/schedule.ts';
import { dayAmong } from '../../../schedule/timetable.ts';
import { lexicons } from '../words/lexicon.ts';
import { wordsOf } from '../words/tokens.ts';
import type { ClockWish, DayWish, Meal, PartOfDay, PickedTalk, TimeWish } from './wish.ts';

/** A wish as the conference has it. Hours are minutes since the midnight that begins the day. */
export interface When {
  readonly day?: Day;
  /** A day was named that the conference does not have. */
  readonly missing?: true;
  readonly at?: number;
  readonly after?: number;
  readonly before?: number;
  readonly pick?: PickedTalk;
}

export interface Present {
  readonly conference: Conference;
  readonly now: Instant;
}

/** When a conference has begun or not, now is its beginning; undefined where it has no talks. */
export function momentOf({ conference, now }: Present): Instant {
  return Math.max(now, conference.talks[0]?.start ?? now);
}

/** Makes days and hours of what was said. A bare time that has passed is that of the next day that has it. */
export function resolveTime(wish: TimeWish, present: Present): When {
  const moment = momentOf(present);
  const pick = wish.pick === undefined ? {} : { pick: wish.pick };
  if (wish.day !== undefined) {
    const day = namedDay(wish.day, present);
    if (day === undefined) return { missing: true, ...pick };
    return { day, ...hoursOn(day, wish, moment, present), ...pick };
  }
  const today = presentDay(present, moment);
  if (wish.whole === true || today === undefined || !asksForHours(wish)) return pick;
  const hours = hoursOn(today, wish, moment, present);
  const next = present.conference.days.find(({ start }) => start >= today.end);
  const hasPassed = !isTiedToNow(wish) && isOver(hours, today, moment, present.conference);
  return next !== undefined && hasPassed
    ? { day: next, ...hoursOn(next, wish, next.start, present), ...pick }
    : { day: today, ...hours, ...pick };
}

/** The first and the last are those of a day; the longest and the shortest of all there are. */
function asksForHours({ whole: _, day: __, pick, ...rest }: TimeWish): boolean {
  return pick === 'first' || pick === 'last' || Object.keys(rest).length > 0;
}

function isTiedToNow({ isThis, later, inMinutes, withinMinutes, pick }: TimeWish): boolean {
  return [isThis, later, inMinutes, withinMinutes, pick].some((said) => said !== undefined);
}

type Hours = Pick<When, 'at' | 'after' | 'before'>;

const HALF_HOUR = 30;
const PARTS: Readonly<Record<PartOfDay, Hours>> = {
  morning: { before: 12 * 60 },
  afternoon: { after: 12 * 60, before: 18 * 60 },
  evening: { after: 18 * 60 },
};

function hoursOn(day: Day, wish: TimeWish, moment: Instant, { conference }: Present): Hours {
  const now = minutesOf(moment, day, conference);
  const clock = (said: ClockWish, edge: 'start' | 'end' = 'start') =>
    clockOn(day, said, wish.part, { now, edge, conference });
  const around = wish.around && clock(wish.around);
  const isClocked = wish.at ?? wish.after ?? wish.before ?? wish.around;
  const partOfDay =
    wish.part !== undefined && isClocked === undefined ? PARTS[wish.part] : ({} as Hours);
  return {
    ...partOfDay,
    ...(wish.later === true ? { after: Math.max(now, partOfDay.after ?? 0) } : {}),
    ...(wish.withinMinutes === undefined ? {} : { after: now, before: now + wish.withinMinutes }),
    ...(wish.inMinutes === undefined ? {} : { at: now + wish.inMinutes }),
    ...(wish.at === undefined ? {} : atOrBreak(clock, wish.at)),
    ...(wish.after === undefined ? {} : { after: clock(wish.after, 'end') }),
    ...(wish.before === undefined ? {} : { before: clock(wish.before) }),
    ...(around === undefined ? {} : { after: around - HALF_HOUR, before: around + HALF_HOUR }),
  };
}

/** A meal is no moment but a while. */
function atOrBreak(
  clock: (said: ClockWish, edge?: 'start' | 'end') => number,
  said: ClockWish,
): Hours {
  return said.kind === 'meal'
    ? { after: clock(said), before: clock(said, 'end') }
    : { at: clock(said) };
}

interface ClockSituation {
  readonly now: number;
  readonly edge: 'start' | 'end';
  readonly conference: Conference;
}

type Span = Readonly<Record<'start' | 'end', number>>;

/** When people eat where the schedule tells no break for it. */
export const USUAL_MEALS: Readonly<Record<Meal, Span>> = {
  breakfast: { start: 7 * 60, end: 9 * 60 },
  lunch: { start: 12 * 60, end: 13 * 60 },
  dinner: { start: 19 * 60, end: 20 * 60 },
};

/** The break that is called so in some language; for lunch, of others the longest one that is under way at half past twelve. */
export function mealOn(meal: Meal, day: Day, conference: Conference): Span {
  const noon = instantOn(day, NOON + HALF_HOUR, conference.timeZone);
  const breaks = breaksOf(conference, day);
  const called = breaks.find(({ title }) => wordsOf(title).some((word) => isCalled(word, meal)));
  const under = breaks.filter(({ start, end }) => meal === 'lunch' && start <= noon && noon < end);
  const pause = called ?? under.toSorted((a, b) => b.end - b.start - (a.end - a.start))[0];
  if (pause === undefined) return USUAL_MEALS[meal];
  return {
    start: minutesOf(pause.start, day, conference),
    end: minutesOf(pause.end, day, conference),
  };
}

function isCalled(word: string, meal: Meal): boolean {
  return lexicons().some(({ phrases }) => phrases.get(word)?.some(({ sign }) => sign === meal));
}

const NOON = 12 * 60;
/** Conferences seldom begin before. */
const EARLIEST_HOUR = 8 * 60;

function clockOn(
  day: Day,
  said: ClockWish,
  part: PartOfDay | undefined,
  { now, edge, conference }: ClockSituation,
): number {
  if (said.kind === 'meal') return mealOn(said.meal, day, conference)[edge];
  const { minutes, exact } = said;
  if (exact || minutes >= NOON) return minutes;
  if (part !== undefined) return part === 'morning' ? minutes : minutes + NOON;
  const halves = [minutes, minutes + NOON].filter((each) => isWithinHours(each, day, conference));
  const [only = minutes < EARLIEST_HOUR ? minutes + NOON : minutes] = halves;
  return halves.find((each) => each + 60 > now) ?? only;
}

/** Whether talks of the day start before or then, and then or later. */
function isWithinHours(minutes: number, day: Day, conference: Conference): boolean {
  const at = instantOn(day, minutes, conference.timeZone);
  const talks = conference.talks.filter(({ start }) => start >= day.start && start < day.end);
  return talks.some(({ start }) => start <= at) && talks.some(({ start }) => start >= at);
}

function isOver({ at, before }: Hours, day: Day, moment: Instant, conference: Conference): boolean {
  const end = at === undefined ? before : at + HOUR_MS / MINUTE_MS;
  return end !== undefined && instantOn(day, end, conference.timeZone) <= moment;
}

export function instantOn(day: Day, minutes: number, timeZone: string): Instant {
  return instantAt(wallTime(Temporal.PlainDate.from(day.date), minutes), timeZone);
}

/** By the venue's clock, since the midnight that begins the day; in its night more than a day has. */
export function minutesOf(at: Instant, day: Day, { timeZone }: Conference): number {
  const wall = wallTimeAt(at, timeZone);
  const days = Temporal.PlainDate.from(day.date).until(wall.toPlainDate()).days;
  return days * MINUTES_PER_DAY + wall.hour * 60 + wall.minute;
}

/** Today, or the day that comes next; after the last the last. */
export function presentDay({ conference: { days } }: Present, moment: Instant): Day | undefined {
  return dayAmong(days, moment) ?? days.find(({ start }) => start > moment) ?? days.at(-1);
}

function namedDay(wish: DayWish, present: Present): Day | undefined {
  const { conference, now } = present;
  const { days } = conference;
  switch (wish.kind) {
    case 'relative': {
      const date = dateAt(present).add({ days: wish.days });
      return days.find((day) => day.date === date.toString());
    }
    case 'weekday': {
      const fitting = days.filter(
        ({ date }) => Temporal.PlainDate.from(date).dayOfWeek === wish.weekday,
      );
      return fitting.find(({ end }) => now < end) ?? fitting[0];
    }
    case 'index':
      return days.find(({ index }) => index === wish.index);
    case 'edge':
      return wish.edge === 'last' ? days.at(-1) : days[0];
    case 'iso':
      return days.find(({ date }) => date === wish.date);
    case 'date':
      return days.find(({ date }) => {
        const { day, month } = Temporal.PlainDate.from(date);
        return day === wish.day && (wish.month === undefined || month === wish.month);
      });
  }
}

/** Before four in the morning it is still the day before. */
export function dateAt({ conference, now }: Present): Temporal.PlainDate {
  const day = dayAmong(conference.days, now);
  if (day !== undefined) return Temporal.PlainDate.from(day.date);
  return wallTimeAt(now, conference.timeZone)
    .subtract({ minutes: FOUR_IN_THE_MORNING })
    .toPlainDate();
}
