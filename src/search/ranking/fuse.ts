import type { Concept } from './concepts.ts';
import type { Corpus } from './index/corpus.ts';
import { meaningOf } from './meaningOf.ts';
import type { Ranked } from './rank.ts';

/** A whole answer in words has this breadth and more; then meaning adds nothing. */
const WHOLE = 1.2;
const MEANING = 0.8;
/** Whoever asks in a sentence asks for a meaning; whoever types two words, mostly for these. */
const MOST_BY_STOP_WORDS = 6;
/** Where no talk has anything of the words, any trust is the same order. */
const MOST_TRUST = 16;

export interface Fusing {
  readonly corpus: Corpus;
  /** Of a talk, by its place. */
  readonly isWanted: (ordinal: number) => boolean;
  /** What has less than this share of the best score is left out; 0 keeps every talk. */
  readonly share: number;
}

/** Talks by their words and by their meaning together; the more a query is found in words, the less its meaning counts. */
export function fuse(
  text: string,
  ranked: readonly Ranked[],
  concepts: readonly Concept[],
  { corpus, isWanted, share }: Fusing,
): readonly Ranked[] {
  const { meaning } = corpus;
  // Small words alone mean nothing.
  if (meaning === undefined || concepts.every(({ isStopWord }) => isStopWord))
    return ranked.filter(({ ordinal }) => isWanted(ordinal));
  const near = meaning.nearness(meaningOf(text, corpus));
  const [best] = ranked;
  const most = best?.score ?? 1;
  const stopWords = concepts.filter(({ isStopWord }) => isStopWord).length;
  const trust = trustIn(best?.breadth ?? 0, stopWords);
  // Of a thousand talks, so with no object for each until they are in order.
  const scores = new Float64Array(near.length);
  const coverage = new Float64Array(near.length);
  const breadth = new Float64Array(near.length);
  const whole = new Uint8Array(near.length);
  for (const one of ranked) {
    scores[one.ordinal] = one.score / most;
    coverage[one.ordinal] = one.coverage;
    breadth[one.ordinal] = one.breadth;
    whole[one.ordinal] = one.isWhole ? 1 : 0;
  }
  let highest = Number.NEGATIVE_INFINITY;
  for (let ordinal = 0; ordinal < near.length; ordinal += 1) {
    const score = ((scores[ordinal] ?? 0) + trust * (near[ordinal] ?? 0)) / (1 + trust);
    scores[ordinal] = score;
    if (score > highest && isWanted(ordinal)) highest = score;
  }
  const least = share > 0 && highest > 0 ? highest * share : Number.NEGATIVE_INFINITY;
  const order: number[] = [];
  for (let ordinal = 0; ordinal < near.length; ordinal += 1) {
    if ((scores[ordinal] ?? 0) >= least && isWanted(ordinal)) order.push(ordinal);
  }
  order.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  return order.map((ordinal) => ({
    ordinal,
    score: scores[ordinal] ?? 0,
    coverage: coverage[ordinal] ?? 0,
    breadth: breadth[ordinal] ?? 0,
    isWhole: whole[ordinal] === 1,
    nearness: near[ordinal] ?? 0,
  }));
}

/**
 * What nearness in meaning counts beside words. The best of the words has a score of 1 however little of
 * the query it is, so that what has but one word of three has to be outweighed by what means all three.
 */
function trustIn(breadth: number, stopWords: number): number {
  const missing = Math.max(0, WHOLE - breadth) / WHOLE;
  const sentence = Math.min(MOST_BY_STOP_WORDS, 1 + stopWords);
  return Math.min(MOST_TRUST, (MEANING * missing * sentence) / breadth ** 2);
}
