import type { Instant } from '../../clock.ts';
import { resolveDay } from '../../schedule/dayWords.ts';
import { findNamed } from '../../schedule/names.ts';
import type { Conference, Day } from '../../schedule/schedule.ts';
import { fold } from '../../schedule/slug.ts';
import { dayAmong } from '../../schedule/timetable.ts';
import { typesOf } from '../../schedule/types.ts';
import { distanceWithin } from '../language/editDistance.ts';
import { type ClockTime, clockTimeOf, type Span, spansOn } from './clockTime.ts';

/** What a talk must be to be found at all; each list holds alternatives. */
export interface TalkFilters {
  /** Names, as in the conference. */
  readonly rooms?: readonly string[];
  readonly tracks?: readonly string[];
  readonly types?: readonly string[];
  readonly speakers?: readonly string[];
  /** The talk starts in one of these. */
  readonly starts?: readonly Span[];
  readonly starred?: true;
}

/** A filter whose value means nothing at this conference; the value is searched for as words. */
export interface UnresolvedFilter {
  /** As it was typed, in lower case. */
  readonly name: string;
  readonly value: string;
}

export interface TalkQuery {
  /** As it was typed. */
  readonly text: string;
  /** What is left of the text without its filters. */
  readonly words: string;
  readonly filters: TalkFilters;
  readonly unresolved: readonly UnresolvedFilter[];
}

export interface QueryContext {
  readonly conference: Conference;
  readonly now: Instant;
  /** What filters, and the stars they ask for, are called in the reader's language, beside their own names. */
  readonly localNames?: LocalNames;
}

export type LocalNames = Readonly<Record<string, string>>;

const FILTER_NAMES = ['room', 'track', 'type', 'by', 'day', 'after', 'before', 'is'] as const;
const STARRED = 'starred';
type FilterName = (typeof FILTER_NAMES)[number];

/**
 * Reads words and filters: `podman room:"UD2.208" day:sat after:10:30`, and in the reader's language
 * `raum:ud tag:sa`. A value that means nothing is taken for words. A name that is no
 * filter's is a word like any other (`c++:`, `http://…`). Of a filter given twice either
 * value may hold. `after:` and `before:` are times on the venue's clock of each conference
 * day; what lies before four in the morning belongs to the night of that day.
 */
export function parseTalkQuery(text: string, context: QueryContext): TalkQuery {
  const parts = splitQuery(text, context.localNames ?? {}).map((part) =>
    part.kind === 'filter' ? read(part, context) : part,
  );
  const readings = parts.filter((part) => part.kind !== 'words');
  const values = <Kind extends Meaning['kind']>(kind: Kind) =>
    readings.filter(
      (meaning): meaning is Extract<Meaning, { kind: Kind }> => meaning.kind === kind,
    );
  const starts = startSpans(context.conference, {
    days: values('day').map(({ day }) => day),
    after: values('after').map(({ time }) => time),
    before: values('before').map(({ time }) => time),
  });
  const rooms = values('room').flatMap(({ names }) => names);
  const tracks = values('track').flatMap(({ names }) => names);
  const types = values('type').flatMap(({ names }) => names);
  const speakers = values('by').flatMap(({ names }) => names);
  return {
    text,
    words: parts.flatMap((part) => wordsIn(part)).join(' '),
    filters: {
      ...(rooms.length > 0 ? { rooms } : {}),
      ...(tracks.length > 0 ? { tracks } : {}),
      ...(types.length > 0 ? { types } : {}),
      ...(speakers.length > 0 ? { speakers } : {}),
      ...(starts === undefined ? {} : { starts }),
      ...(values('starred').length > 0 ? { starred: true } : {}),
    },
    unresolved: values('unresolved').map(({ name, value }) => ({ name, value })),
  };
}

function wordsIn(part: Meaning | Extract<QueryPart, { kind: 'words' }>): readonly string[] {
  if (part.kind === 'words') return [part.text];
  return part.kind === 'unresolved' ? [part.value] : [];
}

export function hasFilters({ filters }: TalkQuery): boolean {
  return Object.keys(filters).length > 0;
}

/** A piece of a typed query: plain words, or a filter with its value without quotation marks. */
type QueryPart =
  | { readonly kind: 'words'; readonly text: string }
  | {
      readonly kind: 'filter';
      readonly name: FilterName;
      readonly typed: string;
      readonly value: string;
    };

const BLANK_OR_QUOTED = /([^\s:"“”„«»]+):["“„«]([^"“”»]*)["“”»]?|["“„«]([^"“”»]*)["“”»]?|\S+/g;

/**
 * Splits at blanks that are not in quotation marks, straight or curly. A mark that is never
 * closed holds the rest of the text. Words keep their order.
 */
function splitQuery(text: string, localNames: LocalNames): readonly QueryPart[] {
  return [...text.matchAll(BLANK_OR_QUOTED)].map(([whole, label, quoted, phrase]) => {
    const colon = whole.indexOf(':');
    const typed = (label ?? whole.slice(0, Math.max(colon, 0))).toLowerCase();
    const name = FILTER_NAMES.find(
      (candidate) => candidate === typed || localNames[candidate] === typed,
    );
    const value = quoted ?? whole.slice(colon + 1);
    if (name !== undefined && value !== '') return { kind: 'filter', name, typed, value };
    return { kind: 'words', text: phrase ?? whole };
  });
}

type Meaning =
  | { readonly kind: 'room' | 'track' | 'type' | 'by'; readonly names: readonly string[] }
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'after' | 'before'; readonly time: ClockTime }
  | { readonly kind: 'starred' }
  | ({ readonly kind: 'unresolved' } & UnresolvedFilter);

type Filter = Extract<QueryPart, { kind: 'filter' }>;

function read({ name, typed, value }: Filter, context: QueryContext): Meaning {
  return meaningOf(name, value, context) ?? { kind: 'unresolved', name: typed, value };
}

function meaningOf(
  name: FilterName,
  value: string,
  { conference, now, localNames = {} }: QueryContext,
): Meaning | undefined {
  switch (name) {
    case 'room':
      return named(name, namesMeant(conference.rooms, value));
    case 'track':
      return named(name, namesMeant(conference.tracks, value));
    case 'type':
      return named(name, namesMeant(typesOf(conference), value));
    case 'by':
      return named(name, findSpeakers(conference, value));
    case 'day': {
      const day = resolveDay(value, now, conference, (instant) => dayAt(conference, instant));
      return day && { kind: 'day', day };
    }
    case 'after':
    case 'before': {
      const time = clockTimeOf(value);
      return time === undefined ? undefined : { kind: name, time };
    }
    case 'is':
      return [STARRED, localNames[STARRED]].includes(value.toLowerCase())
        ? { kind: 'starred' }
        : undefined;
  }
}

function named(
  kind: 'room' | 'track' | 'type' | 'by',
  names: readonly string[],
): Meaning | undefined {
  return names.length > 0 ? { kind, names } : undefined;
}

/** Words that fit several names, such as the building's, mean all of them. */
function namesMeant(
  candidates: readonly { readonly name: string; readonly slug: string }[],
  words: string,
): readonly string[] {
  const match = findNamed(candidates, words);
  switch (match.kind) {
    case 'found':
      return [match.value.name];
    case 'ambiguous':
      return match.values.map(({ name }) => name);
    case 'none':
      return [];
  }
}

function dayAt({ days }: Conference, instant: Instant): Day | undefined {
  return dayAmong(days, instant);
}

interface StartConditions {
  readonly days: readonly Day[];
  readonly after: readonly ClockTime[];
  readonly before: readonly ClockTime[];
}

/** `undefined` when any start will do. */
function startSpans(
  { days: allDays, timeZone }: Conference,
  { days, after, before }: StartConditions,
): readonly Span[] | undefined {
  if (days.length + after.length + before.length === 0) return undefined;
  return (days.length > 0 ? days : allDays).flatMap((day) =>
    spansOn(day, timeZone, { after: Math.min(...after), before: Math.max(...before) }),
  );
}

/**
 * The names of the speakers meant by words in any order, whole or half typed, without
 * accents. When nobody is called that, misspelt names are looked for.
 */
function findSpeakers({ talks }: Conference, words: string): readonly string[] {
  const wanted = nameWords(words);
  if (wanted.length === 0) return [];
  const names = [...new Set(talks.flatMap(({ speakers }) => speakers.map(({ name }) => name)))];
  const fitting = (fits: (word: string, wish: string) => boolean) =>
    names.filter((name) => {
      const own = nameWords(name);
      return wanted.every((wish) => own.some((word) => fits(word, wish)));
    });
  const exact = fitting((word, wish) => word.startsWith(wish));
  return exact.length > 0 ? exact : fitting(isMisspelt);
}

function isMisspelt(word: string, wish: string): boolean {
  return word.startsWith(wish) || (wish.length > 3 && distanceWithin(word, wish, 1) !== undefined);
}

function nameWords(text: string): readonly string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
