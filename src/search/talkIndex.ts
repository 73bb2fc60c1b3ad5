import { atOnce, type Steps } from '../clock/steps.ts';
import type { Conference, Talk } from '../schedule/schedule.ts';
import { runsOf } from './language/words.ts';
import type { Meaning } from './meaning/meaning.ts';
import { byTime, page, passes, toComeFirst } from './query/filterTalks.ts';
import type { TalkQuery } from './query/talkQuery.ts';
import { type Concept, conceptReader, type ReadConcepts } from './ranking/concepts.ts';
import { type FieldMatch, fieldMatcher } from './ranking/fieldMatches.ts';
import { fuse } from './ranking/fuse.ts';
import { type Corpus, createCorpus } from './ranking/index/corpus.ts';
import { meantBy } from './ranking/meant.ts';
import { type Ranked, rank } from './ranking/rank.ts';
import { joinRepeats } from './repeats.ts';
import {
  CLEAR_LEAD,
  type SearchOptions,
  type SearchResult,
  type SuggestOptions,
  type TalkHit,
  type TalkIndex,
} from './search.ts';

/** Answers by words alone until it is told what they mean. */
export interface MeaningfulIndex extends TalkIndex {
  understand(meaning: Meaning): void;
}

/** Makes the index without a pause, which takes half a second for a thousand talks. */
export function createTalkIndex(conference: Conference): MeaningfulIndex {
  return atOnce(indexTalks(conference));
}

/** The same with its meaning from the beginning. */
export function createMeaningfulIndex(conference: Conference, meaning: Meaning): MeaningfulIndex {
  const index = createTalkIndex(conference);
  index.understand(meaning);
  return index;
}

export function* indexTalks({ talks }: Conference): Steps<MeaningfulIndex> {
  let known = readable(yield* createCorpus(talks));
  return {
    search: (query, options) => search(query, options, known),
    suggest: (text, options) => suggest(text, options, known),
    about: (words) => about(words, known),
    understand(meaning) {
      known = readable({ ...known.corpus, meaning });
    },
  };
}

/** A conference's words, and how a query is read with them. */
interface Readable {
  readonly corpus: Corpus;
  readonly conceptsOf: ReadConcepts;
}

function readable(corpus: Corpus): Readable {
  return { corpus, conceptsOf: conceptReader(corpus) };
}

function search(
  query: TalkQuery,
  options: SearchOptions,
  { corpus, conceptsOf }: Readable,
): SearchResult {
  const concepts = conceptsOf(query.words);
  if (concepts.length === 0) return byTime(query, options, corpus.talks);
  const passing = passes(query.filters, options.starred);
  const isWanted = (ordinal: number) => {
    const talk = corpus.talks[ordinal];
    return talk !== undefined && passing(talk);
  };
  const share = options.atLeast === undefined ? TAIL_SCORE : 0;
  const byWords = rank(concepts, corpus);
  const ranked = fuse(query.words, byWords, concepts, { corpus, isWanted, share });
  const { relevant, confident, clear } = judge(ranked, concepts, options.atLeast);
  const found: { readonly talk: Talk; readonly score: number }[] = [];
  for (const { ordinal, score } of relevant) {
    const talk = corpus.talks[ordinal];
    if (talk !== undefined) found.push({ talk, score });
  }
  const rows = joinRepeats(found, ({ talk }) => talk);
  const matchedIn = fieldMatcher(concepts, corpus);
  const meant = meantBy(concepts, relevant[0]?.ordinal, corpus);
  return {
    hits: page(rows, options).map(({ item, repeats }) => hitOf(item, repeats, matchedIn)),
    total: rows.length,
    confident,
    clear,
    ...(meant.length > 0 ? { meant } : {}),
    searched: 'everything',
    ...(ranked.length === 0 ? {} : { scale: scaleOf(byWords[0], ranked[0]) }),
  };
}

/** What has none of the words, and is but near in meaning, beside what has all of them. */
const BY_MEANING_ALONE = 0.5;

/** Beside what talks mean, the best by words alone has a score of 1. */
function scaleOf(byWords: Ranked | undefined, best: Ranked | undefined): number {
  if (byWords === undefined) return BY_MEANING_ALONE;
  const { score, worth = 0 } = byWords;
  return best?.nearness === undefined ? worth / score : worth;
}

/** Reading a whole abstract for its matches takes longer than finding it, so it waits until somebody asks. */
function hitOf(
  { talk, score }: Pick<TalkHit, 'talk' | 'score'>,
  repeats: readonly Talk[],
  matchedIn: (talk: Talk) => readonly FieldMatch[],
): TalkHit {
  let matched: readonly FieldMatch[] | undefined;
  return {
    talk,
    score,
    ...(repeats.length > 0 ? { repeats } : {}),
    get matched() {
      matched ??= matchedIn(talk);
      return matched;
    },
  };
}

function suggest(
  text: string,
  options: SuggestOptions,
  { corpus, conceptsOf }: Readable,
): readonly Talk[] {
  const { limit } = options;
  const talks = new Set(toComeFirst(talksBeginningWith(text, corpus), options));
  if (talks.size < limit) {
    for (const { ordinal } of judge(rank(conceptsOf(text), corpus), []).relevant) {
      const talk = corpus.talks[ordinal];
      if (talk !== undefined && talks.size < limit) talks.add(talk);
    }
  }
  return [...talks];
}

/** The blank says that the last word is typed to its end. */
function about(words: string, { corpus, conceptsOf }: Readable): readonly Talk[] {
  const concepts = conceptsOf(`${words} `).map((concept) => ({
    ...concept,
    variants: concept.variants.filter(({ meant }) => meant === undefined),
  }));
  if (concepts.every(({ isStopWord }) => isStopWord)) return [];
  const needed = NEEDED_IN_WORDS[lengthOf(concepts)];
  const ordinals = rank(concepts, corpus)
    .filter(({ coverage }) => coverage >= needed)
    .map(({ ordinal }) => ordinal);
  return ordinals.toSorted((a, b) => a - b).flatMap((ordinal) => corpus.talks[ordinal] ?? []);
}

function lengthOf(concepts: readonly Concept[]): keyof typeof NEEDED_IN_WORDS {
  return tellingOf(concepts) <= SHORT_QUERY ? 'short' : 'long';
}

function tellingOf(concepts: readonly Concept[]): number {
  return concepts.filter(({ isStopWord }) => !isStopWord).length;
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
  const found = corpus.headWords.talksBeginningWith(runsOf(text.slice(0, LONGEST)));
  return found.flatMap((ordinal) => corpus.talks[ordinal] ?? []);
}

interface Judgement {
  /** Without the long tail that shares but a word with the query. */
  readonly relevant: readonly Ranked[];
  readonly confident: boolean;
  readonly clear: boolean;
}

/** A short query has to be found nearly whole; of a long question much may be said otherwise. */
const SHORT_QUERY = 3;
const NEEDED_IN_WORDS = { short: 0.53, long: 0.4 } as const;
/** Where meaning is known it makes up for words that are said otherwise, by so much of its nearness. */
const NEEDED_WITH_MEANING = { short: 0.55, long: 0.45 } as const;
const BY_MEANING = 0.4;
/** What lacks one of the words is an answer only if it is about the same. */
const NEAR_ENOUGH = 0.25;

/** A talk that fits less than this share of what the best one fits is no answer. */
const TAIL_BREADTH = 0.5;
const TAIL_SCORE = 0.05;
/** The same for one that has little of the words but is near in meaning. */
const NEAR_SCORE = 0.4;

/** The first is the one meant when it has so much of the query and is clearly ahead. */
const CLEAR_COVERAGE = 0.65;

function judge(ranked: readonly Ranked[], concepts: readonly Concept[], atLeast = 0): Judgement {
  const [best, second] = ranked;
  if (best === undefined) return { relevant: [], confident: false, clear: false };
  const relevant = ranked.filter(
    ({ breadth, score, nearness }, at) =>
      at < atLeast ||
      (breadth >= best.breadth * TAIL_BREADTH && score >= best.score * TAIL_SCORE) ||
      (nearness !== undefined && score >= best.score * NEAR_SCORE),
  );
  const telling = tellingOf(concepts);
  const length = lengthOf(concepts);
  const confident =
    best.nearness === undefined
      ? best.coverage >= NEEDED_IN_WORDS[length]
      : best.coverage + BY_MEANING * best.nearness >= NEEDED_WITH_MEANING[length] &&
        (best.isWhole || best.nearness >= NEAR_ENOUGH);
  const isAhead = second === undefined || best.score >= second.score * CLEAR_LEAD;
  const clear = confident && telling > 0 && best.coverage >= CLEAR_COVERAGE && isAhead;
  return { relevant, confident, clear };
}
