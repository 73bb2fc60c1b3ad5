import { closeness, type Marks, markTerms } from './closeness.ts';
import type { Concept } from './concepts.ts';
import { type Evidence, FOUND, gatherEvidence } from './evidence.ts';
import type { Corpus } from './index/corpus.ts';

export interface Ranked {
  readonly ordinal: number;
  readonly score: number;
  /** The same by what all words of the query are worth at this conference, which is more where there are more talks. */
  readonly worth?: number;
  /** Share of the query's words that the talk has, rare and well matched ones weighing more: 0 to 1. */
  readonly coverage: number;
  /** The same, with words put otherwise counting for more than their likeness. */
  readonly breadth: number;
  /** It has every telling word of the query, said so or otherwise. */
  readonly isWhole: boolean;
  /** By how much it is nearer in meaning than talks are on average; undefined where that is not known. */
  readonly nearness?: number;
}

/** Only the best by words alone are looked at closely. */
const SHORTLIST = 60;

/** What a small word is worth by a telling one. */
const STOP_WORD_WEIGHT = 0.15;

/** Talks that have anything of the query, best first; equals in programme order. */
export function rank(concepts: readonly Concept[], corpus: Corpus): readonly Ranked[] {
  const evidence = gatherEvidence(concepts, corpus);
  const candidates = candidatesBy(evidence, corpus.talks.length).sort(byScore);
  const marks = markTerms(concepts, corpus.termCount);
  const weights = evidence.map((one) => one.rarity * weightOf(one));
  const shortlist = candidates
    .slice(0, SHORTLIST)
    .map((candidate) => lookClosely(candidate, marks, weights, corpus))
    .sort(byScore);
  return [...shortlist, ...candidates.slice(SHORTLIST)];
}

/** The sum of the words' scores falls steeply with what the talk has not: all of a query beats a part of it. */
function candidatesBy(evidence: readonly Evidence[], talkCount: number): Ranked[] {
  const telling = evidence.filter(({ concept }) => !concept.isStopWord);
  const counting = telling.length > 0 ? telling : evidence;
  const total = counting.reduce((sum, { rarity }) => sum + rarity, 0);
  const candidates: Ranked[] = [];
  for (let ordinal = 0; ordinal < talkCount; ordinal += 1) {
    let covered = 0;
    let touched = 0;
    let isWhole = true;
    for (const { rarity, quality } of counting) {
      const match = quality[ordinal] ?? 0;
      covered += rarity * match;
      if (match < FOUND) isWhole = false;
      touched += rarity * match ** LENIENCE;
    }
    if (covered === 0) continue;
    let words = 0;
    for (const one of evidence) words += weightOf(one) * (one.scores[ordinal] ?? 0);
    const breadth = touched / total;
    const score = words * (0.05 + 0.95 * breadth ** 3);
    const worth = score / total;
    candidates.push({ ordinal, coverage: covered / total, breadth, isWhole, score, worth });
  }
  return candidates;
}

const LENIENCE = 0.7;

function weightOf({ concept }: Evidence): number {
  return concept.isStopWord ? STOP_WORD_WEIGHT : 1;
}

/** In whole numbers: V8 would allocate each difference of scores, of ten thousand comparisons a search. */
function byScore(a: Ranked, b: Ranked): number {
  if (a.score === b.score) return a.ordinal - b.ordinal;
  return a.score < b.score ? 1 : -1;
}

/** Words count more where they stand in the title, together, and are much of it. */
function lookClosely(
  ranked: Ranked,
  marks: Marks,
  weights: readonly number[],
  corpus: Corpus,
): Ranked {
  const { inHead, order, ofTitle } = closeness(ranked.ordinal, marks, weights, corpus);
  const factor = (1 + 0.5 * inHead) * (1 + 0.6 * order) * (1 + 0.3 * ofTitle);
  const { score, worth = 0 } = ranked;
  return { ...ranked, score: score * factor, worth: worth * factor };
}
