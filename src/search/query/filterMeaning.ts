import type { Instant } from '../../clock.ts';
import { resolveDay } from '../../schedule/dayWords.ts';
import { findNamed } from '../../schedule/naming/names.ts';
import { otherNames } from '../../schedule/naming/otherNames.ts';
import { fold, slugOf } from '../../schedule/naming/slug.ts';
import type { Conference, Day } from '../../schedule/schedule.ts';
import { dayAmong } from '../../schedule/timetable.ts';
import { typesOf } from '../../schedule/types.ts';
import { distanceWithin } from '../language/editDistance.ts';
import { type ClockTime, clockTimeOf } from './clockTime.ts';
import { type FilterName, isCalled, type LocalNames, type QueryPart } from './parts.ts';

/** A filter whose value means nothing at this conference; the value is searched for as words. */
export interface UnresolvedFilter {
  /** As it was typed, in lower case. */
  readonly name: string;
  readonly value: string;
}

export interface QueryContext {
  readonly conference: Conference;
  readonly now: Instant;
  /** What filters, and the stars they ask for, are called in the reader's language, beside their own names. */
  readonly localNames?: LocalNames;
}

export type PickedTalk = 'next' | 'first' | 'last' | 'longest' | 'shortest';

const STARRED = 'starred';
const PICKS: readonly PickedTalk[] = ['next', 'first', 'last', 'longest', 'shortest'];
/** The value of `day:` for a day that the conference does not have: no talk is on it. */
export const NO_DAY = 'none';
/** Filters whose values are names, or as good as these. */
export type NamedKind = 'room' | 'track' | 'by' | 'type' | 'lang';
/** Before a value that is not wanted. */
export const NOT = '-';

/** What a filter means at a conference. */
export type FilterMeaning =
  | {
      readonly kind: 'conf' | NamedKind;
      readonly names: readonly string[];
    }
  /** What talks are not to have: `room:-janson`. */
  | { readonly kind: 'without'; readonly of: NamedKind; readonly names: readonly string[] }
  /** Without a day: one that the conference does not have. */
  | { readonly kind: 'day'; readonly day?: Day }
  | { readonly kind: 'after' | 'before' | 'at'; readonly time: ClockTime }
  | { readonly kind: 'from'; readonly day: Day; readonly time: ClockTime }
  | { readonly kind: 'pick'; readonly pick: PickedTalk }
  | { readonly kind: 'starred' }
  | ({ readonly kind: 'unresolved' } & UnresolvedFilter);

type Filter = Extract<QueryPart, { kind: 'filter' }>;

export function read({ name, typed, value }: Filter, context: QueryContext): FilterMeaning {
  return (
    withoutMeant(name, value, context) ??
    meaningOf(name, value, context) ?? { kind: 'unresolved', name: typed, value }
  );
}

function withoutMeant(
  name: FilterName,
  value: string,
  context: QueryContext,
): FilterMeaning | undefined {
  const meaning = value.startsWith(NOT)
    ? meaningOf(name, value.slice(NOT.length), context)
    : undefined;
  switch (meaning?.kind) {
    case 'room':
    case 'track':
    case 'by':
    case 'type':
    case 'lang':
      return { kind: 'without', of: meaning.kind, names: meaning.names };
    default:
      return undefined;
  }
}

function meaningOf(
  name: FilterName,
  value: string,
  { conference, now, localNames = {} }: QueryContext,
): FilterMeaning | undefined {
  switch (name) {
    case 'conf':
      return named(name, conferencesMeant(conference, value));
    case 'room':
      return named(name, namesMeant(conference.rooms, value, conference));
    case 'track':
      return named(name, namesMeant(conference.tracks, value, conference));
    case 'by':
      return named(name, findSpeakers(conference, value));
    case 'type':
      return named(name, typesMeant(conference, value));
    case 'lang':
      return languageMeant(value);
    case 'from':
      return fromMeant(value, conference);
    case 'day': {
      if (value.toLowerCase() === NO_DAY) return { kind: 'day' };
      const day = resolveDay(value, now, conference, (instant) => dayAt(conference, instant));
      return day && { kind: 'day', day };
    }
    case 'after':
    case 'before':
    case 'at': {
      const time = clockTimeOf(value);
      return time === undefined ? undefined : { kind: name, time };
    }
    case 'is':
      return stateMeant(value.toLowerCase(), localNames);
  }
}

function stateMeant(value: string, localNames: LocalNames): FilterMeaning | undefined {
  const pick = PICKS.find((each) => isCalled(each, value, localNames));
  if (pick !== undefined) return { kind: 'pick', pick };
  return isCalled(STARRED, value, localNames) ? { kind: 'starred' } : undefined;
}

function fromMeant(value: string, { days }: Conference): FilterMeaning | undefined {
  const [, index, clock = ''] = /^(\d+)-(.+)$/.exec(value) ?? [];
  const day = days.find((each) => each.index === Number(index));
  const time = clockTimeOf(clock);
  return day === undefined || time === undefined ? undefined : { kind: 'from', day, time };
}

/** A code, which a talk may be in or not. */
function languageMeant(value: string): FilterMeaning | undefined {
  const code = value.toLowerCase();
  return /^[a-z]{2,3}$/.test(code) ? { kind: 'lang', names: [code] } : undefined;
}

function named(
  kind: 'conf' | 'room' | 'track' | 'by' | 'type',
  names: readonly string[],
): FilterMeaning | undefined {
  return names.length > 0 ? { kind, names } : undefined;
}

/** By their titles or acronyms; titles. */
function conferencesMeant(conference: Conference, words: string): readonly string[] {
  const all = (conference.parts ?? [conference]).flatMap(({ title, acronym }) =>
    [title, acronym].flatMap((name) => (name === undefined ? [] : [{ name, title }])),
  );
  const meant = namesMeant(
    all.map(({ name }) => ({ name, slug: slugOf(name) })),
    words,
    conference,
  );
  return [...new Set(all.flatMap(({ name, title }) => (meant.includes(name) ? [title] : [])))];
}

const PLURALS = /(?:es|s|en|e|n)$/;

/** Types are often said in the plural: `type:workshops`. */
function typesMeant(conference: Conference, words: string): readonly string[] {
  const types = typesOf(conference);
  const meant = namesMeant(types, words, conference);
  return meant.length > 0 ? meant : namesMeant(types, words.replace(PLURALS, ''), conference);
}

/** Words that fit several names, such as the building's, mean all of them. */
function namesMeant(
  candidates: readonly { readonly name: string; readonly slug: string }[],
  words: string,
  conference: Conference,
): readonly string[] {
  const match = findNamed(candidates, words, otherNames(conference));
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
