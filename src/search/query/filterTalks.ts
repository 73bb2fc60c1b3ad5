import type { Talk, TalkId } from '../../schedule/schedule.ts';
import type { SearchOptions, SearchResult, SuggestOptions } from '../search.ts';
import { hasFilters, type TalkFilters, type TalkQuery } from './talkQuery.ts';

/** Whether a talk passes; nothing is starred where no stars are given. */
export function passes(
  { rooms, tracks, speakers, types, languages, starts, runsAt, starred, without }: TalkFilters,
  stars: ReadonlySet<TalkId> = new Set(),
): (talk: Talk) => boolean {
  return (talk) =>
    (rooms === undefined || includes(rooms, talk.room)) &&
    (tracks === undefined || includes(tracks, talk.track)) &&
    (speakers === undefined || talk.speakers.some(({ name }) => speakers.includes(name))) &&
    (types === undefined || includes(types, talk.type)) &&
    (languages === undefined || includes(languages, talk.language)) &&
    (runsAt === undefined || runsAt.some((at) => talk.start <= at && at < talk.end)) &&
    (starts === undefined ||
      starts.some(({ start, end }) => start <= talk.start && talk.start < end)) &&
    (starred === undefined || stars.has(talk.id)) &&
    (without === undefined || !hasAny(without, talk));
}

function hasAny(
  { rooms = [], tracks = [], speakers = [], types = [], languages = [] }: TalkFilters,
  talk: Talk,
): boolean {
  return (
    includes(rooms, talk.room) ||
    includes(tracks, talk.track) ||
    includes(types, talk.type) ||
    includes(languages, talk.language) ||
    talk.speakers.some(({ name }) => speakers.includes(name))
  );
}

function includes(names: readonly string[], name: string | undefined): boolean {
  return name !== undefined && names.includes(name);
}

/** The answer to a query without words: all that passes, by time. */
export function byTime(
  query: TalkQuery,
  options: SearchOptions,
  talks: readonly Talk[],
): SearchResult {
  const isAsked = hasFilters(query) || query.pick !== undefined;
  const found = isAsked ? talks.filter(passes(query.filters, options.starred)) : [];
  return {
    hits: page(found, options).map((talk) => ({ talk, score: 0, matched: [] })),
    total: found.length,
    confident: found.length > 0,
    clear: found.length === 1,
    searched: 'everything',
  };
}

export function page<T>(items: readonly T[], { limit, offset = 0 }: SearchOptions): readonly T[] {
  return items.slice(offset, offset + limit);
}

/** Those still to come or running before those that are over by `now`, each in the order given. */
export function toComeFirst(
  talks: readonly Talk[],
  { limit, now = Number.NEGATIVE_INFINITY }: SuggestOptions,
): readonly Talk[] {
  const isOver = ({ end }: Talk) => end <= now;
  return [...talks.filter((talk) => !isOver(talk)), ...talks.filter(isOver)].slice(0, limit);
}
