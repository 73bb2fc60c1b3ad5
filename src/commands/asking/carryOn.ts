import { shortRef } from '../../cards/actions/reference.ts';
import type { View } from '../../cards/view.ts';
import type { Instant } from '../../clock.ts';
import { parseTalkQuery } from '../../search/query/talkQuery.ts';
import { pickedTalk } from './deeds/pickedTalk.ts';
import {
  clockValue,
  type Filters,
  filtersOf,
  NO_FILTERS,
  withFilter,
  withoutFilters,
} from './filters.ts';
import { isTopic } from './names/namePhrases.ts';
import { placed, searched, unknown, viewed } from './outcomes.ts';
import { hasTime, isProgramme } from './programmeQuestion.ts';
import type { Question, Shown } from './question.ts';
import type { Reading } from './reading.ts';
import { presentOf, type Situation } from './situation.ts';
import { minutesOf, momentOf, type Present, presentDay, resolveTime } from './time/resolve.ts';
import { withFirstFrom, withWhen } from './time/when.ts';
import { type Lexeme, signOf } from './words/lexemes.ts';
import type { Sign } from './words/lexicon.ts';

/** What a question means that speaks of what was shown; undefined for one that stands by itself. */
export function carryOn(reading: Reading, situation: Situation): Question | undefined {
  const { shown } = situation;
  if (shown === undefined) return undefined;
  return (
    turned(reading, shown) ?? ofTalk(reading, shown, situation) ?? varied(reading, shown, situation)
  );
}

/** Signs of small words, which say nothing beside a pointing one. */
const SMALL: readonly Sign[] = [
  'this',
  'filler',
  'soft',
  'carry',
  'it',
  'one',
  'talk',
  'at',
  'place',
  'by',
  'about',
];

function isAll(lexemes: readonly Lexeme[], signs: readonly Sign[]): boolean {
  return (
    lexemes.length > 0 &&
    lexemes.every(({ meanings }) =>
      meanings.some(({ sign }) => signs.includes(sign) || SMALL.includes(sign)),
    ) &&
    lexemes.some(({ meanings }) => meanings.some(({ sign }) => signs.includes(sign)))
  );
}

/** `more`. */
function turned({ sentence: { lexemes } }: Reading, { view, talks }: Shown): Question | undefined {
  if (view === undefined || !isAll(lexemes, ['more', 'page'])) return undefined;
  if (view.kind === 'talk' && talks.length === 1) {
    return viewed('find', { ...view, whole: true });
  }
  return 'page' in view ? viewed(intentOf(view), { ...view, page: view.page + 1 }) : undefined;
}

function intentOf({ kind }: View): Question['intent'] {
  switch (kind) {
    case 'now':
    case 'next':
      return kind;
    case 'schedule':
      return 'programme';
    case 'mytalks':
      return 'mine';
    case 'suggest':
      return 'suggest';
    default:
      return 'find';
  }
}

const POINTERS: readonly Sign[] = ['ordinal', 'last', 'first', 'number'];
/** “The last talk” is the day's; “the last one” is of those that were shown. */
function isOfProgramme(lexemes: readonly Lexeme[]): boolean {
  const says = (...signs: readonly Sign[]) =>
    lexemes.some((lexeme) => signs.some((sign) => signOf(lexeme, sign) !== undefined));
  return says('last', 'first') && says('talk');
}

/** `at 4` is no fourth talk. */
function saysClock({ time }: Reading): boolean {
  return [time.at, time.after, time.before, time.around].some((clock) => clock !== undefined);
}

const ASKING: readonly Sign[] = ['who', 'where', 'when', 'speaks'];

/** `the second one`, `and after that?`, `where is it`. */
function ofTalk(reading: Reading, shown: Shown, situation: Situation): Question | undefined {
  const { lexemes } = reading.sentence;
  if (isAll(lexemes, POINTERS) && !isOfProgramme(lexemes) && !saysClock(reading)) {
    const picked = pickedTalk(lexemes, shown);
    if (picked !== undefined) return viewed('find', { kind: 'talk', talk: picked, whole: false });
    return shown.talks.length === 0 ? undefined : unknown('noMore');
  }
  if (asksAfterwards(reading)) return afterwards(reading, shown, situation);
  return ofOne(lexemes, shown, situation);
}

/** Of the talk that was shown alone, or that something was done with. */
function ofOne(
  lexemes: readonly Lexeme[],
  { talks, picked }: Shown,
  { programme }: Situation,
): Question | undefined {
  const asksBeside = isAll(lexemes, ['another']);
  const asksMore = isAll(lexemes, ['details']);
  const asksOf = isAll(lexemes, ASKING) && lexemes.some((lexeme) => signOf(lexeme, 'it'));
  if (!asksBeside && !asksMore && !asksOf) return undefined;
  const [ref, ...others] = picked === undefined ? talks : [picked];
  if (ref === undefined || programme.talkByRef(ref) === undefined) return unknown('noTalk');
  if (asksBeside) return viewed('find', { kind: 'slot', talk: ref, page: 1 });
  if (others.length > 0) return unknown('whichTalk');
  return viewed('find', { kind: 'talk', talk: ref, whole: asksMore });
}

/** `and after that?`, `and after that in janson?`. */
function asksAfterwards({ sentence, others, names, words, time }: Reading): boolean {
  const isPlaced = names.every(({ kind }) => kind === 'room' || kind === 'track');
  if (words !== '' || !isPlaced || hasTime({ time })) return false;
  return isAll(names.length === 0 ? sentence.lexemes : others, ['afterThat']);
}

/**
 * What comes then: where all was in one room after the first in that room, of a list what starts after
 * the last of it, and of what runs at one time after that time.
 */
function afterwards(
  reading: Reading,
  { talks, view }: Shown,
  { programme, now }: Situation,
): Question | undefined {
  const { conference, talkByRef } = programme;
  if (talks.length === 0) return undefined;
  const shown = talks.flatMap((ref) => talkByRef(ref) ?? []);
  const [first] = shown;
  if (first === undefined) return unknown('noTalk');
  const slug = conference.rooms.find(({ name }) => name === first.room)?.slug;
  const isOneRoom = slug !== undefined && shown.every(({ room }) => room === first.room);
  const room = isOneRoom ? withFilter(NO_FILTERS, 'room', [slug]) : NO_FILTERS;
  const place = reading.names.length === 0 ? room : placed(reading);
  const present = { conference, now };
  const starts = shown.map(({ start }) => start);
  const latest = Math.max(...starts, momentShown(view, present) ?? Number.NEGATIVE_INFINITY);
  const from = isOneRoom ? first.end : latest + MINUTE;
  return searched('next', withFirstFrom(place, from, conference), present, reading);
}

/** When what was shown runs; undefined for what starts in its time. */
function momentShown(view: View | undefined, present: Present): Instant | undefined {
  if (view?.kind === 'now') return momentOf(present);
  if (view?.kind !== 'search') return undefined;
  return parseTalkQuery(view.query, present).filters.runsAt?.[0];
}

const MINUTE = 60_000;
const TIMES = ['day', 'after', 'before', 'at', 'from', 'is'] as const;

/** `tomorrow?`, `and security?`, `in janson?`: the question before with another time, topic or place. */
function varied(reading: Reading, shown: Shown, situation: Situation): Question | undefined {
  const { view } = shown;
  const { lexemes } = reading.sentence;
  const points = (sign: Sign) => lexemes.some((lexeme) => signOf(lexeme, sign) !== undefined);
  const isSameTime = hasTime(reading) && points('sameTime');
  const ofView = view && filtersOfView(view, situation);
  const before = ofView ?? (isSameTime ? NO_FILTERS : undefined);
  if (before === undefined) return undefined;
  const isCarried = lexemes[0] !== undefined && signOf(lexemes[0], 'carry') !== undefined;
  const isPlaced =
    reading.names.length > 0 &&
    lexemes[0] !== undefined &&
    signOf(lexemes[0], 'place') !== undefined;
  const isTimeAlone =
    hasTime(reading) && reading.names.length === 0 && isBare(reading) && !isOfProgramme(lexemes);
  if (!isCarried && !isPlaced && !isTimeAlone && !isSameTime && !points('ofThose')) {
    return undefined;
  }
  const isEmpty = reading.names.length + reading.languages.length === 0 && reading.words === '';
  if (!hasTime(reading) && isEmpty) return undefined;
  const about = withTopic(before, reading);
  const present = presentOf(situation);
  const timed = hasTime(reading)
    ? withWhen(sameDay(about, reading), resolveTime(reading.time, present))
    : about;
  const hours = isSameTime ? withHours(timed, before, shown, situation) : timed;
  const kept = hasTime(reading) && reading.time.day === undefined ? keptDay(hours, before) : hours;
  return searched(isProgramme(reading, kept) ? 'programme' : 'find', kept, present, reading);
}

/** Nothing but small words beside the time. */
function isBare({ words, others }: Reading): boolean {
  return (
    words === '' &&
    others.every(
      (lexeme) =>
        !isTopic(lexeme) && signOf(lexeme, 'programme') === undefined && !ASKS.test(lexeme.words),
    )
  );
}

/** Whole frames such as “what's on” make a question of its own. */
const ASKS = /\s|^whats$/;

function withTopic(before: Filters, reading: Reading): Filters {
  const { values } = placed(reading);
  const merged: Filters = { words: before.words, values: { ...before.values, ...values } };
  if (reading.words === '') return merged;
  return {
    ...withoutFilters(merged, values.track === undefined ? ['track', 'by', 'type'] : []),
    words: reading.words,
  };
}

function sameDay(filters: Filters, _reading: Reading): Filters {
  return withoutFilters(filters, TIMES);
}

/** Hours alone are those of the day that was asked about. */
function keptDay(filters: Filters, before: Filters): Filters {
  const { day } = before.values;
  return day === undefined ? filters : withFilter(filters, 'day', day);
}

/** `tomorrow at the same time`: the hours that were asked about, else when the first that was shown starts. */
function withHours(
  filters: Filters,
  { values }: Filters,
  { talks }: Shown,
  { programme: { conference, talkByRef }, now }: Situation,
): Filters {
  const { at, after, before } = values;
  if (at !== undefined || after !== undefined || before !== undefined) {
    return { ...filters, values: { ...filters.values, ...defined({ at, after, before }) } };
  }
  const start = talks[0] === undefined ? undefined : talkByRef(talks[0])?.start;
  const day = start === undefined ? undefined : presentDay({ conference, now }, start);
  if (start === undefined || day === undefined) return filters;
  return withFilter(filters, 'at', [clockValue(minutesOf(start, day, conference))]);
}

function defined<T>(values: Readonly<Record<string, T | undefined>>): Readonly<Record<string, T>> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** The filters that a view of a list stands for. */
function filtersOfView(view: View, { programme: { conference } }: Situation): Filters | undefined {
  switch (view.kind) {
    case 'search':
      return filtersOf(view.query);
    case 'schedule': {
      const slug = (places: readonly { readonly slug: string }[], ref: string | undefined) =>
        places.filter((place) => shortRef(place.slug) === ref).map((place) => place.slug);
      const room = withFilter(NO_FILTERS, 'room', slug(conference.rooms, view.room));
      const track = withFilter(room, 'track', slug(conference.tracks, view.track));
      return withFilter(track, 'day', view.day === undefined ? [] : [String(view.day)]);
    }
    case 'now':
    case 'next':
    case 'slot':
      return NO_FILTERS;
    default:
      return undefined;
  }
}
