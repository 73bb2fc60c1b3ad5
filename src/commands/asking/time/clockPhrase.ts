import { isWord, type Lexeme, signOf } from '../words/lexemes.ts';
import type { Sign } from '../words/lexicon.ts';
import { type ClockWish, MEALS } from './wish.ts';

/** How many lexemes say a time of day, and which. */
export interface ClockPhrase {
  readonly length: number;
  readonly clock: ClockWish;
  /** It can be nothing but a time: `15:00`, `3 pm`, `half past two`; a number alone may be anything. */
  readonly isPlain: boolean;
}

const NOON = 12 * 60;
const MIDNIGHT = 24 * 60;
const QUARTER = 15;
const HALF = 30;

/** The time of day said at a place in a question; a bare number or a meal is one where a preposition is before it. */
export function clockPhrase(
  lexemes: readonly Lexeme[],
  at: number,
  numbersToo: boolean,
): ClockPhrase | undefined {
  const start = lexemes[at];
  if (start === undefined) return undefined;
  const has = (offset: number, sign: Sign) => signIn(lexemes[at + offset], sign);
  if (has(0, 'noon')) return has(1, 'plusHalf') ? named(NOON + HALF, 2) : named(NOON);
  if (has(0, 'midnight')) return named(MIDNIGHT);
  const meal = MEALS.find((each) => has(0, each));
  // Alone, a breakfast or a dinner is as likely something that takes place.
  if (meal !== undefined && (numbersToo || meal === 'lunch')) {
    return { length: 1, clock: { kind: 'meal', meal }, isPlain: false };
  }
  return (
    prefixed(lexemes, at) ??
    written(lexemes, at) ??
    spoken(lexemes, at) ??
    (numbersToo ? bareNumber(lexemes, at) : undefined)
  );
}

function named(minutes: number, length = 1): ClockPhrase {
  return { length, clock: { kind: 'clock', minutes, exact: true }, isPlain: false };
}

const PREFIXES: readonly (readonly [sign: Sign, minutes: number])[] = [
  ['halfPast', HALF],
  ['halfTo', -HALF],
  ['quarterPast', QUARTER],
  ['quarterTo', -QUARTER],
  ['quarterOf', -3 * QUARTER],
];

/** `half past two`, `halb drei`, `viertel nach zwei`, `viertel drei`, `kwart voor drie`. */
function prefixed(lexemes: readonly Lexeme[], at: number): ClockPhrase | undefined {
  const [, shift] = PREFIXES.find(([sign]) => signIn(lexemes[at], sign)) ?? [];
  const hour = numberIn(lexemes[at + 1]);
  if (shift === undefined || hour === undefined || hour > 24) return undefined;
  return withHalf(lexemes, at, 2, hour * 60 + shift, hour > 12);
}

/** So many minutes are counted from the hour in words. */
const COUNTED = [5, 10, 20, 25];

/** `ten to five`, `fünf nach drei`, `tien voor vijf`; after a preposition, for `ten to twelve` may be from ten on. */
export function countedClock(lexemes: readonly Lexeme[], at: number): ClockPhrase | undefined {
  const minutes = numberIn(lexemes[at]);
  if (minutes === undefined || !COUNTED.includes(minutes)) return undefined;
  const skip = signIn(lexemes[at + 1], 'minute') ? 1 : 0;
  const to = signIn(lexemes[at + 1 + skip], 'minutesTo');
  const past = signIn(lexemes[at + 1 + skip], 'minutesPast');
  const hour = numberIn(lexemes[at + 2 + skip]);
  if (!(to || past) || hour === undefined || hour > 24) return undefined;
  return withHalf(lexemes, at, 3 + skip, hour * 60 + (to ? -minutes : minutes), hour > 12);
}

const CLOCK = /^(\d{1,2})(?:([:.hu])(\d{2})|[hu])?(am|pm|a\.m\.?|p\.m\.?|uhr)?$/;

/** `15:00`, `14h30`, `3pm`, `8.30`. */
function written(lexemes: readonly Lexeme[], at: number): ClockPhrase | undefined {
  const lexeme = lexemes[at];
  const text = lexeme && signOf(lexeme, 'clock')?.value;
  if (text === undefined) return undefined;
  const [, digits = '', mark, past = '0', half] = CLOCK.exec(text) ?? [];
  const [hour, minute] = [Number(digits), Number(past)];
  if (hour > 24 || minute > 59) return undefined;
  if (half === 'uhr') return { ...clockOf(1, hour * 60 + minute, hour > 12), isPlain: true };
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return undefined;
    const minutes = (hour % 12) * 60 + minute + (half.startsWith('p') ? NOON : 0);
    return clockOf(1, minutes, true);
  }
  const isExact = hour > 12 || hour === 0 || digits.startsWith('0');
  const length = signIn(lexemes[at + 1], 'oclock') ? 2 : 1;
  const phrase = withHalf(lexemes, at, length, hour * 60 + minute, isExact);
  return { ...phrase, isPlain: mark !== '.' || phrase.length > 1 };
}

const SUFFIXES: readonly (readonly [sign: Sign, minutes: number])[] = [
  ['plusHalf', HALF],
  ['plusQuarter', QUARTER],
  ['minusQuarter', -QUARTER],
];

const MINUTES: readonly (readonly [sign: Sign, by: 1 | -1])[] = [
  ['minutesLess', -1],
  ['minutesMore', 1],
];

/** `3 pm`, `15 Uhr 30`, `deux heures et demie`, `las tres menos cuarto`, `las tres y diez`. */
function spoken(lexemes: readonly Lexeme[], at: number): ClockPhrase | undefined {
  const hour = numberIn(lexemes[at]);
  if (hour === undefined || hour > 24) return undefined;
  const oclock = signIn(lexemes[at + 1], 'oclock') ? 1 : 0;
  const [, shift] = SUFFIXES.find(([sign]) => signIn(lexemes[at + 1 + oclock], sign)) ?? [];
  if (shift !== undefined) {
    return withHalf(lexemes, at, 2 + oclock, hour * 60 + shift, hour > 12);
  }
  const counted = numberIn(lexemes[at + 2 + oclock]) ?? Number.NaN;
  const sign = MINUTES.find(([name]) => signIn(lexemes[at + 1 + oclock], name))?.[1];
  if (sign !== undefined && COUNTED.includes(counted)) {
    return withHalf(lexemes, at, 3 + oclock, hour * 60 + sign * counted, hour > 12);
  }
  const minute = oclock === 1 ? numberIn(lexemes[at + 2]) : undefined;
  const past = minute !== undefined && minute < 60 ? minute : 0;
  const length = 1 + oclock + (past > 0 ? 1 : 0);
  const phrase = withHalf(lexemes, at, length, hour * 60 + past, hour > 12);
  return oclock === 1 || phrase.length > length ? phrase : undefined;
}

/** A number before a plain word counts that: `3 years`. */
function bareNumber(lexemes: readonly Lexeme[], at: number): ClockPhrase | undefined {
  const hour = numberIn(lexemes[at]);
  const following = lexemes[at + 1];
  const counts =
    following !== undefined &&
    (isWord(following) ||
      ['minute', 'hour', 'day', 'talk'].some((sign) => signIn(following, sign)));
  return hour === undefined || hour > 24 || counts ? undefined : clockOf(1, hour * 60, hour > 12);
}

/** With the half of the day that is said after it. */
function withHalf(
  lexemes: readonly Lexeme[],
  at: number,
  length: number,
  minutes: number,
  exact: boolean,
): ClockPhrase {
  const half = ['am', 'pm'].find((sign) => signIn(lexemes[at + length], sign));
  if (half === undefined || minutes > NOON + 59) return clockOf(length, minutes, exact);
  const morning = minutes % NOON;
  return clockOf(length + 1, half === 'pm' ? morning + NOON : morning, true);
}

function clockOf(length: number, minutes: number, exact: boolean): ClockPhrase {
  return { length, clock: { kind: 'clock', minutes, exact }, isPlain: true };
}

export function signIn(lexeme: Lexeme | undefined, sign: Sign): boolean {
  return lexeme !== undefined && signOf(lexeme, sign) !== undefined;
}

/** In figures or in words. */
export function numberIn(lexeme: Lexeme | undefined): number | undefined {
  const value = lexeme && signOf(lexeme, 'number')?.value;
  return value === undefined ? undefined : Number(value);
}
