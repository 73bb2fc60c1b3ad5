import { type Lexeme, PARTS, signOf } from '../words/lexemes.ts';
import { hasSignIn, lexicons, type Sign } from '../words/lexicon.ts';
import { clockPhrase, countedClock, numberIn, signIn } from './clockPhrase.ts';
import type { Found, Rule, TimePhrase } from './rule.ts';
import { duration, spare } from './spans.ts';
import type { DayWish, PartOfDay } from './wish.ts';

/** All that a question says of time, in its order; of several readings of a place the first rule's. */
export function timePhrases(lexemes: readonly Lexeme[]): readonly TimePhrase[] {
  const phrases: TimePhrase[] = [];
  for (let at = 0; at < lexemes.length; ) {
    const found = firstOf(lexemes, at);
    if (found !== undefined) phrases.push({ isWeak: false, ...found, at });
    at += Math.max(found?.length ?? 1, 1);
  }
  return phrases.map((phrase, index) =>
    strengthened(phrase, phrases[index - 1], phrases[index + 1]),
  );
}

function firstOf(lexemes: readonly Lexeme[], at: number): Found | undefined {
  for (const rule of RULES) {
    const found = rule(lexemes, at);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What stands right beside a day is no topic: `sunday evening`. */
function strengthened(
  phrase: TimePhrase,
  before: TimePhrase | undefined,
  after: TimePhrase | undefined,
): TimePhrase {
  const isBeside =
    (before !== undefined && before.at + before.length === phrase.at) ||
    (after !== undefined && phrase.at + phrase.length === after.at);
  const { part: ofDay, later: isLater, day } = phrase.wish;
  const isPart = ofDay !== undefined || isLater === true || day?.kind === 'weekday';
  return isBeside && isPart ? { ...phrase, isWeak: false } : phrase;
}

/** `between 10 and 12`, `from 14:00 to 16:00`, `14:00-16:00`. */
const range: Rule = (lexemes, at) => {
  const isLed = signIn(lexemes[at], 'between') || signIn(lexemes[at], 'after');
  const lead = isLed ? 1 : 0;
  const first = clockPhrase(lexemes, at + lead, isLed);
  if (first === undefined) return undefined;
  const join = at + lead + first.length;
  const isJoined = signIn(lexemes[join], 'and') || signIn(lexemes[join], 'before');
  if (!isJoined && isLed) return undefined;
  const skip = isJoined ? 1 : 0;
  const second = clockPhrase(lexemes, join + skip, isLed);
  if (second === undefined || (!isLed && !(first.isPlain && second.isPlain))) return undefined;
  return {
    length: lead + first.length + skip + second.length,
    wish: { after: first.clock, before: second.clock },
  };
};

const BOUNDS = ['around', 'after', 'before', 'at'] as const;

/** `after 3pm`, `until noon`, `around 15:00`, `at 2`. */
const bound: Rule = (lexemes, at) => {
  const kind = BOUNDS.find((sign) => signIn(lexemes[at], sign)) ?? thenAfter(lexemes, at);
  if (kind === undefined) return undefined;
  const skip = signIn(lexemes[at + 1], 'filler') && !signIn(lexemes[at + 1], 'number') ? 1 : 0;
  const counted = countedClock(lexemes, at + 1);
  if (counted !== undefined) return { length: 1 + counted.length, wish: { [kind]: counted.clock } };
  const said = clockPhrase(lexemes, at + 1, true) ?? clockPhrase(lexemes, at + 1 + skip, true);
  if (said === undefined) return undefined;
  const skipped = clockPhrase(lexemes, at + 1, true) === undefined ? skip : 0;
  return { length: 1 + skipped + said.length, wish: { [kind]: said.clock } };
};

/** `what comes after lunch`, `qué hay después de comer`: no talk is meant by “after”. */
function thenAfter(lexemes: readonly Lexeme[], at: number): 'after' | undefined {
  const isThen = signIn(lexemes[at], 'afterThat') || signIn(lexemes[at], 'nextUp');
  const last = lexemes[at]?.words.split(' ').at(-1) ?? '';
  if (!isThen || !lexicons().some(({ language }) => hasSignIn(language, last, 'after'))) {
    return undefined;
  }
  const skip = signIn(lexemes[at + 1], 'filler') ? 1 : 0;
  const said = clockPhrase(lexemes, at + 1, false) ?? clockPhrase(lexemes, at + 1 + skip, false);
  return said === undefined ? undefined : 'after';
}

/** `shortly before midnight`, `kurz nach drei`: the hour before or after. */
const nearly: Rule = (lexemes, at) => {
  const isBefore = signIn(lexemes[at], 'justBefore');
  if (!isBefore && !signIn(lexemes[at], 'justAfter')) return undefined;
  const skip = signIn(lexemes[at + 1], 'filler') && !signIn(lexemes[at + 1], 'number') ? 1 : 0;
  const said = clockPhrase(lexemes, at + 1, true) ?? clockPhrase(lexemes, at + 1 + skip, true);
  if (said === undefined) return undefined;
  const skipped = clockPhrase(lexemes, at + 1, true) === undefined ? skip : 0;
  const length = 1 + skipped + said.length;
  const { clock } = said;
  if (clock.kind === 'meal') return { length, wish: { [isBefore ? 'before' : 'after']: clock } };
  const other = { ...clock, minutes: clock.minutes + (isBefore ? -HOUR : HOUR) };
  return {
    length,
    wish: isBefore ? { after: other, before: clock } : { after: clock, before: other },
  };
};

const HOUR = 60;

/** `this morning`, `tonight`, `in the afternoon`; a part of a day alone may be a topic's word. */
const part: Rule = (lexemes, at) => {
  const lexeme = lexemes[at];
  if (lexeme === undefined) return undefined;
  const half = halfAfterDay(lexemes, at);
  if (half !== undefined) return { length: 1, wish: { part: half } };
  if (signIn(lexeme, 'tonight')) return { length: 1, wish: { part: 'evening', isThis: true } };
  const isThis = signIn(lexeme, 'this') && partOf(lexemes[at + 1]) !== undefined;
  const said = partOf(isThis ? lexemes[at + 1] : lexeme);
  if (said === undefined) return undefined;
  const isToday = isThis && signIn(lexeme, 'today');
  const isLast = at + 1 === lexemes.length && lexemes.length > 1;
  return {
    length: isThis ? 2 : 1,
    wish: { part: said, ...(isToday || isThisOne(lexeme) ? { isThis: true } : {}) },
    isWeak: !isThis && !isLast,
  };
};

/** `tomorrow am`, `sunday pm`. */
function halfAfterDay(lexemes: readonly Lexeme[], at: number): PartOfDay | undefined {
  const isDay = ['today', 'tomorrow', 'yesterday', 'weekday', 'short'].some((sign) =>
    signIn(lexemes[at - 1], sign),
  );
  if (!isDay) return undefined;
  if (signIn(lexemes[at], 'am')) return 'morning';
  return signIn(lexemes[at], 'pm') ? 'afternoon' : undefined;
}

/** `this`, as opposed to `in the`: one word that names today's. */
function isThisOne(lexeme: Lexeme): boolean {
  return signIn(lexeme, 'thisOne');
}

function partOf(lexeme: Lexeme | undefined): PartOfDay | undefined {
  const found = lexeme?.meanings.find(({ sign }) => PARTS.has(sign))?.sign;
  return found as PartOfDay | undefined;
}

const RELATIVE: readonly (readonly [sign: Sign, days: number])[] = [
  ['dayBeforeYesterday', -2],
  ['yesterday', -1],
  ['today', 0],
  ['tomorrow', 1],
  ['dayAfterTomorrow', 2],
];

const relativeDay: Rule = (lexemes, at) => {
  const [, days] = RELATIVE.find(([sign]) => signIn(lexemes[at], sign)) ?? [];
  return days === undefined ? undefined : { length: 1, wish: { day: { kind: 'relative', days } } };
};

/** `sunday`; `sun` alone at the end, or after a small word. */
const weekday: Rule = (lexemes, at) => {
  const lexeme = lexemes[at];
  const whole = lexeme && signOf(lexeme, 'weekday')?.value;
  const short = lexeme && signOf(lexeme, 'short')?.value;
  const value = whole ?? short;
  if (value === undefined) return undefined;
  // `so` and `do` are days beside what says when, and else small words.
  const isSmall = whole === undefined && signIn(lexeme, 'filler');
  if (isSmall && at > 0 && !LEADS.some((sign) => signIn(lexemes[at - 1], sign))) return undefined;
  const wish = { day: { kind: 'weekday', weekday: Number(value) } } as const;
  const before = lexemes[at - 1];
  const isLast = at + 1 === lexemes.length;
  const isLed =
    LEADS.some((sign) => signIn(before, sign)) ||
    (isLast && (signIn(before, 'about') || signIn(before, 'talk')));
  return { length: 1, wish, isWeak: whole === undefined && !isLed };
};

/** What stands before a day. */
const LEADS = ['place', 'before', 'after', 'this', 'programme', 'carry'];

/** `day 2`, `day two`, `2nd day`, `last day`, `first day`. */
const numberedDay: Rule = (lexemes, at) => {
  const [first, second] = lexemes.slice(at, at + 2);
  if (first === undefined || second === undefined) return undefined;
  const number = numberIn(second);
  if (signIn(first, 'day') && number !== undefined) {
    return { length: 2, wish: { day: { kind: 'index', index: number } } };
  }
  if (!signIn(second, 'day')) return undefined;
  const edge = (['last', 'first'] as const).find((sign) => signIn(first, sign));
  if (edge !== undefined) return { length: 2, wish: { day: { kind: 'edge', edge } } };
  const index = signOf(first, 'ordinal')?.value;
  return index === undefined
    ? undefined
    : { length: 2, wish: { day: { kind: 'index', index: Number(index) } } };
};

/** `2026-11-08`, `8 November`, `November 8th`, `8.11.`, `the 8th`. */
const date: Rule = (lexemes, at) => {
  const [first, second] = lexemes.slice(at, at + 2);
  const iso = first && signOf(first, 'date')?.value;
  if (iso !== undefined) return { length: 1, wish: { day: { kind: 'iso', date: iso } } };
  const both = dayAndMonth(first, second) ?? dayAndMonth(second, first);
  if (both !== undefined) return { length: 2, wish: { day: both } };
  const written = first && signOf(first, 'dayMonth')?.value?.split('.').map(Number);
  if (written !== undefined && !signIn(second, 'oclock')) {
    const [day = 0, month = 0] = written;
    const isLed = LEADS.some((sign) => signIn(lexemes[at - 1], sign));
    return { length: 1, wish: { day: { kind: 'date', day, month } }, isWeak: !isLed };
  }
  return dayOfMonth(lexemes, at);
};

/** `am 29.`, `le 3`, `on the 8th`. */
const dayOfMonth: Rule = (lexemes, at) => {
  const day = lexemes[at] && (signOf(lexemes[at], 'nth') ?? signOf(lexemes[at], 'number'));
  const isLed = signIn(lexemes[at - 1], 'onDate') && day !== undefined;
  if (!isLed || Number(day.value) > 31) return undefined;
  return { length: 1, wish: { day: { kind: 'date', day: Number(day.value) } }, isWeak: true };
};

function dayAndMonth(day: Lexeme | undefined, month: Lexeme | undefined): DayWish | undefined {
  const value = month && signOf(month, 'month')?.value;
  const number = day && (signOf(day, 'number') ?? signOf(day, 'nth') ?? signOf(day, 'ordinal'));
  if (value === undefined || number?.value === undefined) return undefined;
  return { kind: 'date', day: Number(number.value), month: Number(value) };
}

const later: Rule = (lexemes, at) => {
  if (signIn(lexemes[at], 'later')) return { length: 1, wish: { later: true } };
  return signIn(lexemes[at], 'left')
    ? { length: 1, wish: { later: true }, isWeak: true }
    : undefined;
};

/** Words between “the last” and “talk”. */
const MOST_BETWEEN = 2;

const PICKS = ['last', 'first', 'longest', 'shortest'] as const;

/** `the last talk`, `first security talk`; the words between stay what they are. */
const pick: Rule = (lexemes, at) => {
  const found = PICKS.find((sign) => signIn(lexemes[at], sign));
  if (found === undefined) return undefined;
  const rest = lexemes.slice(at + 1, at + 2 + MOST_BETWEEN);
  return {
    length: 1,
    wish: { pick: found },
    isWeak: !rest.some((lexeme) => signIn(lexeme, 'talk')),
  };
};

const whole: Rule = (lexemes, at) =>
  signIn(lexemes[at], 'conference') ? { length: 1, wish: { whole: true } } : undefined;

/** `3pm`, `noon`, `15 Uhr`, with no word before it. */
const plainClock: Rule = (lexemes, at) => {
  const said = clockPhrase(lexemes, at, false);
  if (said === undefined) return undefined;
  return { length: said.length, wish: { at: said.clock }, isWeak: !said.isPlain };
};

const RULES: readonly Rule[] = [
  range,
  nearly,
  bound,
  duration,
  spare,
  numberedDay,
  date,
  part,
  relativeDay,
  weekday,
  later,
  pick,
  whole,
  plainClock,
];
