import { atOnce, type Steps } from '../clock/steps.ts';
import type { Conference, Talk } from '../schedule/schedule.ts';
import { runsOf } from './language/words.ts';
import { byTime, page, passes, toComeFirst } from './query/filterTalks.ts';
import type { TalkQuery } from './query/talkQuery.ts';
import { type Concept, conceptsOf } from './ranking/concepts.ts';
import { type Corpus, createCorpus } from './ranking/corpus.ts';
import { type FieldMatch, fieldMatcher } from './ranking/fieldMatches.ts';
import { type Ranked, rank } from './ranking/rank.ts';
import type { SearchOptions, SearchResult, SuggestOptions, TalkHit, TalkIndex } from './search.ts';

/** Makes the index without a pause, which takes half a second for a thousand talks. */
export function createTalkIndex(conference: Conference): TalkIndex {
  return atOnce(indexTalks(conference));
}

export function* indexTalks({ talks }: Conference): Steps<TalkIndex> {
  const corpus = yield* createCorpus(talks);
  return {
    search: (query, options) => search(query, options, corpus),
    suggest: (text, options) => suggest(text, options, corpus),
  };
}

function search(query: TalkQuery, options: SearchOptions, corpus: Corpus): SearchResult {
  const passing = passes(query.filters, options.starred);
  const concepts = conceptsOf(query.words, corpus);
  if (concepts.length === 0) return byTime(query, options, corpus.talks);
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
  return { hits, total: relevant.length, confident, clear, searched: 'everything' };
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

function suggest(text: string, options: SuggestOptions, corpus: Corpus): readonly Talk[] {
  const { limit } = options;
  const talks = new Set(toComeFirst(talksBeginningWith(text, corpus), options));
  if (talks.size < limit) {
    for (const { ordinal } of judge(rank(conceptsOf(text, corpus), corpus), []).relevant) {
      const talk = corpus.talks[ordinal];
      if (talk !== undefined && talks.size < limit) talks.add(talk);
    }
  }
  return [...talks];
}

/** Longer than any title. */
const LONGEST = 200;

/**
 * The talks of which every typed word begins a word of the title, the subtitle or a speaker's
 * name, in programme order.
 *
 * Typing on any word of a title keeps its talk: if the talk is among the first so many for a
 * text, it is among them for every text that begins so and whose words begin words of its
 * title. For what fits the longer text fitted the shorter one too, and the order of talks
 * depends on nothing that was typed.
 */
function talksBeginningWith(text: string, corpus: Corpus): readonly Talk[] {
  const typed = runsOf(text.slice(0, LONGEST));
  if (typed.length === 0) return [];
  return corpus.talks.filter((_, ordinal) => {
    const words = corpus.headWords(ordinal);
    return typed.every((beginning) => words.some((word) => word.startsWith(beginning)));
  });
}

interface Judgement {
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

function judge(ranked: readonly Ranked[], concepts: readonly Concept[]): Judgement {
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
