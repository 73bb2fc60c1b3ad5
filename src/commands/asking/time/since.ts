import { DAY_MS, type Instant, MINUTE_MS } from '../../../clock.ts';
import { FOUR_IN_THE_MORNING, wallTime } from '../../../schedule/assembling/times.ts';
import { instantAt } from '../../../schedule/assembling/zone.ts';
import { dayAmong } from '../../../schedule/timetable.ts';
import { isTopic } from '../names/namePhrases.ts';
import type { Lexeme } from '../words/lexemes.ts';
import type { Sign } from '../words/lexicon.ts';
import { clockPhrase, numberIn, signIn } from './clockPhrase.ts';
import { dateAt, mealOn, type Present, presentDay, USUAL_MEALS } from './resolve.ts';
import { spanAt } from './spans.ts';
import { timePhrases } from './timePhrases.ts';
import type { ClockWish, DayWish, Meal, PartOfDay, TimeWish } from './wish.ts';

/** Since when somebody asks for what happened; `unclear` where other words are left. */
export type Since =
  | { readonly kind: 'since'; readonly since: Instant }
  | { readonly kind: 'open' }
  | { readonly kind: 'unclear' };

const NOON = 12 * 60;
const PARTS: Readonly<Record<PartOfDay, number>> = {
  morning: FOUR_IN_THE_MORNING,
  afternoon: NOON,
  evening: 18 * 60,
};

/** `since breakfast`, `9`, `yesterday at 14:00`, `in the last 2 hours`: the last time that it was so. */
export function sinceOf(lexemes: readonly Lexeme[], present: Present): Since {
  const span = agoIn(lexemes);
  if (span !== undefined) {
    const rest = lexemes.filter((lexeme) => !span.lexemes.includes(lexeme));
    if (rest.some(isUnclear)) return { kind: 'unclear' };
    return { kind: 'since', since: present.now - span.ms };
  }
  const { wish, rest } = wishIn(lexemes);
  if (rest.some(isUnclear)) return { kind: 'unclear' };
  const since = lastTime(wish, present);
  if (since === undefined) return { kind: 'open' };
  return since <= present.now ? { kind: 'since', since } : { kind: 'unclear' };
}

const SMALL: readonly Sign[] = ['after', 'at', 'in', 'ago', 'last', 'before', 'changes', 'around'];

function isUnclear(lexeme: Lexeme): boolean {
  return isTopic(lexeme) && !SMALL.some((sign) => signIn(lexeme, sign));
}

/** `2 hours`, `the last hour`, `3 days`, and the lexemes that say it. */
function agoIn(
  lexemes: readonly Lexeme[],
): { readonly ms: number; readonly lexemes: readonly Lexeme[] } | undefined {
  for (const [at, lexeme] of lexemes.entries()) {
    const count = numberIn(lexeme);
    if (count !== undefined && signIn(lexemes[at + 1], 'days')) {
      return { ms: count * DAY_MS, lexemes: lexemes.slice(at, at + 2) };
    }
    const span = spanAt(lexemes, at, true);
    if (span !== undefined && !isClock(lexemes, at, span.length)) {
      return { ms: span.minutes * MINUTE_MS, lexemes: lexemes.slice(at, at + span.length) };
    }
  }
  return undefined;
}

/** `sinds 9 uur` is a time of day, `2 uur geleden` and `de laatste 2 uur` are none. */
function isClock(lexemes: readonly Lexeme[], at: number, length: number): boolean {
  if (!signIn(lexemes[at + length - 1], 'oclock')) return false;
  const [before, after] = [lexemes[at - 1], lexemes[at + length]];
  return !signIn(before, 'last') && !signIn(after, 'ago');
}

interface Said extends Pick<TimeWish, 'day' | 'part'> {
  readonly clock?: ClockWish;
}

function wishIn(lexemes: readonly Lexeme[]): {
  readonly wish: Said;
  readonly rest: readonly Lexeme[];
} {
  const phrases = timePhrases(lexemes);
  const used = new Set(phrases.flatMap(({ at, length }) => lexemes.slice(at, at + length)));
  const { day, part, at, after, around }: TimeWish = Object.assign(
    {},
    ...phrases.map(({ wish }) => wish),
  );
  let clock = after ?? at ?? around;
  const rest = lexemes.filter((lexeme) => {
    if (used.has(lexeme)) return false;
    const said = clockPhrase([lexeme], 0, true)?.clock;
    clock ??= said;
    return said === undefined;
  });
  return {
    wish: {
      ...(day === undefined ? {} : { day }),
      ...(part === undefined ? {} : { part }),
      ...(clock === undefined ? {} : { clock }),
    },
    rest,
  };
}

function lastTime({ day, part, clock }: Said, present: Present): Instant | undefined {
  const { conference, now } = present;
  if (day === undefined && part === undefined && clock === undefined) return undefined;
  const today = dateAt(present);
  const date = day === undefined ? today : lastDate(day, today, present);
  const on = (of: Temporal.PlainDate, minutes: number) =>
    instantAt(wallTime(of, minutes), conference.timeZone);
  const hours = minutesSaid(clock, part, present);
  const times = hours.map((minutes) => on(date, minutes));
  const yesterday = hours.map((minutes) => on(today.subtract({ days: 1 }), minutes));
  const all = day === undefined ? [...times, ...yesterday] : times;
  return all.find((at) => at <= now) ?? times[0];
}

/** What may be meant, the likeliest first: from eight on hours are the morning's, those before the afternoon's. */
function minutesSaid(
  clock: ClockWish | undefined,
  part: PartOfDay | undefined,
  present: Present,
): readonly number[] {
  if (clock === undefined) return [part === undefined ? FOUR_IN_THE_MORNING : PARTS[part]];
  if (clock.kind === 'meal') return [mealTime(clock.meal, present)];
  const { minutes, exact } = clock;
  if (exact || minutes >= NOON) return [minutes];
  if (part !== undefined) return [part === 'morning' ? minutes : minutes + NOON];
  return minutes < EARLIEST_HOUR ? [minutes + NOON, minutes] : [minutes, minutes + NOON];
}

const EARLIEST_HOUR = 8 * 60;

function mealTime(meal: Meal, present: Present): number {
  const day = presentDay(present, present.now);
  const { start } = day === undefined ? USUAL_MEALS[meal] : mealOn(meal, day, present.conference);
  return start;
}

function lastDate(
  wish: DayWish,
  today: Temporal.PlainDate,
  { conference: { days }, now }: Present,
): Temporal.PlainDate {
  switch (wish.kind) {
    case 'relative':
      return today.add({ days: wish.days });
    case 'weekday':
      return today.subtract({ days: (today.dayOfWeek - wish.weekday + 7) % 7 });
    case 'index':
      return dateOf(days.find(({ index }) => index === wish.index)) ?? today;
    case 'edge':
      return dateOf(wish.edge === 'first' ? days[0] : dayAmong(days, now)) ?? today;
    case 'iso': {
      const [year = 0, month = 0, day = 0] = wish.date.split('-').map(Number);
      // Temporal takes the 31st of February for its last day, but no month or day 0.
      return Temporal.PlainDate.from({ year, month: Math.max(1, month), day: Math.max(1, day) });
    }
    case 'date': {
      const date = today.with({ day: wish.day, month: wish.month ?? today.month });
      if (Temporal.PlainDate.compare(date, today) <= 0) return date;
      return date.subtract(wish.month === undefined ? { months: 1 } : { years: 1 });
    }
  }
}

function dateOf(day: Present['conference']['days'][number] | undefined) {
  return day && Temporal.PlainDate.from(day.date);
}

/** Where nobody says since when: during the conference since this morning, else for a week. */
export function usualSince(present: Present): Instant {
  const { conference, now } = present;
  return dayAmong(conference.days, now) === undefined ? now - 7 * DAY_MS : morningOf(present, 0);
}

/** When the day of so many days ago began. */
export function morningOf(present: Present, daysAgo: number): Instant {
  const date = dateAt(present).subtract({ days: daysAgo });
  return instantAt(wallTime(date, FOUR_IN_THE_MORNING), present.conference.timeZone);
}
