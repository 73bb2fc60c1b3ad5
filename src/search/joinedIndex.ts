import type { TalkId } from '../schedule/schedule.ts';
import {
  CLEAR_LEAD,
  type Searched,
  type SearchOptions,
  type SearchResult,
  type TalkHit,
  type TalkIndex,
} from './search.ts';

/** A conference's index, beside those of others that are asked with it. */
export interface IndexPart {
  readonly index: TalkIndex;
  /** Of the conference, as queries name it. */
  readonly title: string;
  /** Ids of its talks that `is:starred` means. */
  readonly starred: ReadonlySet<TalkId>;
}

/** The talks of several conferences in one order; they have the stars that the parts say. */
export function joinIndexes(parts: readonly IndexPart[]): TalkIndex {
  return {
    search: (query, options) => {
      const { conferences } = query.filters;
      const asked = parts.filter(
        ({ title }) => conferences === undefined || conferences.includes(title),
      );
      const { limit, offset = 0 } = options;
      const results = asked.map(({ index, starred }) =>
        index.search(query, { ...options, offset: 0, limit: offset + limit, starred }),
      );
      return merged(results, query.words.trim() === '' ? byTime : byScore, options);
    },
    // Each has its share, whatever is typed: so typing on takes away no talk that fits.
    suggest: (text, { limit, ...options }) =>
      parts.flatMap(({ index }) =>
        index.suggest(text, { ...options, limit: Math.floor(limit / parts.length) }),
      ),
    about: (words) => {
      const found = parts.map(({ index }) => index.about(words));
      return found.every((talks) => talks !== undefined) ? found.flat() : undefined;
    },
  };
}

const LEAST_FIRST: readonly Searched[] = ['titles', 'versionBefore', 'everything'];

/** Where one conference has what fits, what is but the nearest in another is no answer. */
function merged(
  results: readonly SearchResult[],
  order: (a: TalkHit, b: TalkHit) => number,
  { limit, offset = 0 }: SearchOptions,
): SearchResult {
  const confident = results.some((result) => result.confident);
  const counted = results.filter((result) => result.confident === confident);
  const hits = counted
    .flatMap(({ hits, scale = 1 }) => hits.map((hit) => scaled(hit, scale)))
    .toSorted(order);
  const [best] = hits;
  const of = counted.find((result) => result.hits.some(({ talk }) => talk === best?.talk));
  const rivals = counted.filter((result) => result !== of && result.hits.length > 0);
  const isAhead = ({ hits: [rival], scale = 1 }: SearchResult) =>
    (best?.score ?? 0) >= (rival?.score ?? 0) * scale * CLEAR_LEAD && (best?.score ?? 0) > 0;
  return {
    hits: hits.slice(offset, offset + limit),
    total: counted.reduce((sum, { total }) => sum + total, 0),
    confident,
    clear: of?.clear === true && rivals.every(isAhead),
    ...(of?.meant === undefined ? {} : { meant: of.meant }),
    searched:
      LEAST_FIRST.find((each) => results.some(({ searched }) => searched === each)) ?? 'everything',
  };
}

function byTime({ talk: a }: TalkHit, { talk: b }: TalkHit): number {
  return a.start - b.start;
}

function byScore(a: TalkHit, b: TalkHit): number {
  return b.score - a.score;
}

/** What matched is looked for when somebody asks. */
function scaled(hit: TalkHit, scale: number): TalkHit {
  const { talk, score, repeats } = hit;
  return {
    talk,
    score: score * scale,
    ...(repeats === undefined ? {} : { repeats }),
    get matched() {
      return hit.matched;
    },
  };
}
