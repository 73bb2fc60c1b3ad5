import type { Instant } from '../clock.ts';
import type { Conference, Talk } from '../schedule/model.ts';
import { passes } from './query/filterTalks.ts';
import { hasFilters, type TalkQuery } from './query/talkQuery.ts';
import { conceptsOf } from './ranking/concepts.ts';
import { judge } from './ranking/confidence.ts';
import { type Corpus, createCorpus } from './ranking/corpus.ts';
import { type FieldMatch, fieldMatcher } from './ranking/fieldMatches.ts';
import { rank } from './ranking/rank.ts';
import { beginningWith } from './ranking/suggest.ts';

export interface TalkHit {
  readonly talk: Talk;
  /** Only to be compared within one result. */
  readonly score: number;
  readonly matched: readonly FieldMatch[];
}

export interface SearchResult {
  /** Best first; without words in the query by time. */
  readonly hits: readonly TalkHit[];
  /** Hits of all pages. */
  readonly total: number;
  /** `false`: nothing fits, these are the nearest. */
  readonly confident: boolean;
  /** One talk clearly fits: the first hit. */
  readonly clear: boolean;
}

export interface SearchOptions {
  readonly limit: number;
  readonly offset?: number;
  /** Ids of the talks that `is:starred` means. */
  readonly starred?: ReadonlySet<string>;
}

export interface SuggestOptions {
  readonly limit: number;
  /** Talks that are over by now come last. */
  readonly now?: Instant;
}

export interface TalkIndex {
  search(query: TalkQuery, options: SearchOptions): SearchResult;
  /**
   * Talks for type-ahead. Typing on the right word never takes one away: if a talk is suggested
   * for a text, it is suggested for every longer text whose words all begin words of its title
   * or of its speakers' names. Where few begin so, the nearest by {@link search} follow.
   */
  suggest(text: string, options: SuggestOptions): readonly Talk[];
}

export function createTalkIndex(conference: Conference): TalkIndex {
  const corpus = createCorpus(conference.talks);
  return {
    search: (query, options) => search(query, options, corpus),
    suggest: (text, options) => suggest(text, options, corpus),
  };
}

function search(query: TalkQuery, options: SearchOptions, corpus: Corpus): SearchResult {
  const passing = passes(query.filters, options.starred);
  const concepts = conceptsOf(query.words, corpus);
  if (concepts.length === 0) return byTime(query, options, corpus.talks.filter(passing));
  const ranked = rank(concepts, corpus).filter(({ ordinal }) => {
    const talk = corpus.talks[ordinal];
    return talk !== undefined && passing(talk);
  });
  const { relevant, confident, clear } = judge(ranked, concepts);
  const matchedIn = fieldMatcher(concepts, corpus);
  const hits = page(relevant, options).flatMap(({ ordinal, score }) => {
    const talk = corpus.talks[ordinal];
    return talk ? [hitOf(talk, score, matchedIn)] : [];
  });
  return { hits, total: relevant.length, confident, clear };
}

/** Reading a whole abstract for its matches takes longer than finding it, so it waits until somebody asks. */
function hitOf(
  talk: Talk,
  score: number,
  matchedIn: (talk: Talk) => readonly FieldMatch[],
): TalkHit {
  let matched: readonly FieldMatch[] | undefined;
  return {
    talk,
    score,
    get matched() {
      matched ??= matchedIn(talk);
      return matched;
    },
  };
}

function byTime(query: TalkQuery, options: SearchOptions, talks: readonly Talk[]): SearchResult {
  const found = hasFilters(query) ? talks : [];
  return {
    hits: page(found, options).map((talk) => ({ talk, score: 0, matched: [] })),
    total: found.length,
    confident: found.length > 0,
    clear: found.length === 1,
  };
}

function page<T>(items: readonly T[], { limit, offset = 0 }: SearchOptions): readonly T[] {
  return items.slice(offset, offset + limit);
}

function suggest(text: string, { limit, now }: SuggestOptions, corpus: Corpus): readonly Talk[] {
  const ordinals = new Set(beginningWith(text, corpus, { limit, now }));
  if (ordinals.size < limit) {
    for (const { ordinal } of judge(rank(conceptsOf(text, corpus), corpus), []).relevant) {
      if (ordinals.size < limit) ordinals.add(ordinal);
    }
  }
  return [...ordinals].flatMap((ordinal) => corpus.talks[ordinal] ?? []);
}
