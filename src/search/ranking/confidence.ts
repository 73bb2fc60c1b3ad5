import type { Concept } from './concepts.ts';
import type { Ranked } from './rank.ts';

export interface Judgement {
  /** Without the long tail that shares but a word with the query. */
  readonly relevant: readonly Ranked[];
  readonly confident: boolean;
  readonly clear: boolean;
}

/** A short query has to be found nearly whole; of a long question much may be said otherwise. */
const SHORT_QUERY = 3;
const COVERAGE_OF_SHORT = 0.53;
const COVERAGE_OF_LONG = 0.4;

/** A talk that fits less than this share of what the best one fits is no answer. */
const TAIL_BREADTH = 0.5;
const TAIL_SCORE = 0.05;

/** The first is the one meant when it has so much of the query and the second is so far behind. */
const CLEAR_COVERAGE = 0.65;
const CLEAR_LEAD = 1.6;

export function judge(ranked: readonly Ranked[], concepts: readonly Concept[]): Judgement {
  const [best, second] = ranked;
  if (best === undefined) return { relevant: [], confident: false, clear: false };
  const relevant = ranked.filter(
    ({ breadth, score }) =>
      breadth >= best.breadth * TAIL_BREADTH && score >= best.score * TAIL_SCORE,
  );
  const telling = concepts.filter(({ isStopWord }) => !isStopWord).length;
  const needed = telling <= SHORT_QUERY ? COVERAGE_OF_SHORT : COVERAGE_OF_LONG;
  const confident = best.coverage >= needed;
  const isAhead = second === undefined || best.score >= second.score * CLEAR_LEAD;
  const clear = confident && telling > 0 && best.coverage >= CLEAR_COVERAGE && isAhead;
  return { relevant, confident, clear };
}
