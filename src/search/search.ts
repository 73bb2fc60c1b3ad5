/**
 * The floor `search`: finds the talks of one conference by the words people use. `query/` reads what
 * was typed, `language/` knows words, `ranking/` orders; `lazyIndex.ts` answers while an index is
 * being made. It knows no community and draws nothing. Start here, then `talkIndex.ts`.
 */

import type { Instant } from '../clock.ts';
import type { Talk, TalkId } from '../schedule/schedule.ts';
import type { TalkQuery } from './query/talkQuery.ts';
import type { FieldMatch } from './ranking/fieldMatches.ts';
import type { Meant } from './ranking/meant.ts';

/** Finds the talks of one conference. */
export interface TalkIndex {
  search(query: TalkQuery, options: SearchOptions): SearchResult;
  /**
   * Talks for type-ahead. Typing on the right word never takes one away: if a talk is suggested
   * for a text, it is suggested for every longer text whose words all begin words of its title
   * or of its speakers' names. Where few begin so, the nearest by {@link search} follow.
   */
  suggest(text: string, options: SuggestOptions): readonly Talk[];
  /**
   * Talks that are about these words, in programme order: each by itself has as much of them as a search
   * is confident of, and no slip is read into them, so that `rust` is not `trust`. Undefined while not
   * everything is looked through that talks say.
   */
  about(words: string): readonly Talk[] | undefined;
}

export interface SearchOptions {
  readonly limit: number;
  readonly offset?: number;
  /** So many hits at the least: the nearest follow upon those that fit. */
  readonly atLeast?: number;
  /** Ids of the talks that `is:starred` means. */
  readonly starred?: ReadonlySet<TalkId>;
}

export interface SuggestOptions {
  readonly limit: number;
  /** Talks that are over by now come last. */
  readonly now?: Instant;
}

export interface SearchResult {
  /** Best first; without words in the query by time. */
  readonly hits: readonly TalkHit[];
  /** Hits of all pages; the times of one talk are one hit. */
  readonly total: number;
  /** `false`: nothing fits, these are the nearest. */
  readonly confident: boolean;
  /** One talk clearly fits: the first hit. */
  readonly clear: boolean;
  /** What was typed otherwise than it was found, such as a slip of the best hit. */
  readonly meant?: readonly Meant[];
  readonly searched: Searched;
  /** What scores are multiplied by to be compared with those that the same query has at other conferences; 1 if absent. */
  readonly scale?: number;
}

/** So many times the second's score has to be the first's for that to be clear, within a conference and among several. */
export const CLEAR_LEAD = 1.85;

/**
 * What was looked through: all that the talks say; all that they said in the version before, while
 * the present one is being indexed; or, while no index is there at all, only titles and speakers.
 * What is said of a search that found nothing depends on it.
 */
export type Searched = 'everything' | 'versionBefore' | 'titles';

export interface TalkHit {
  readonly talk: Talk;
  /** To be compared within one result; see {@link SearchResult.scale}. */
  readonly score: number;
  /** The same talk at its other times. */
  readonly repeats?: readonly Talk[];
  readonly matched: readonly FieldMatch[];
}
