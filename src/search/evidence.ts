import type { Concept } from './concepts.ts';
import type { Corpus } from './corpus.ts';
import { FIELDS } from './fields.ts';
import type { Posting } from './textIndex.ts';
import type { Variant } from './variants.ts';

/** How well each talk fits one word of a query, by the talk's place in the conference. */
export interface Evidence {
  readonly concept: Concept;
  readonly scores: Float32Array;
  /** Weight of the best variant found in the talk; 0 for none. */
  readonly quality: Float32Array;
  /** How rare the word is: the logarithm of all talks by the talks that have it. */
  readonly rarity: number;
}

/** Looks the concepts up; a variant that several of them share is looked up once. */
export function gatherEvidence(concepts: readonly Concept[], corpus: Corpus): readonly Evidence[] {
  const found = new Map<string, readonly Posting[]>();
  const lookUp = (variant: Variant) => {
    const key = variant.terms.join(' ');
    const known = found.get(key) ?? talksWith(variant.terms, corpus);
    found.set(key, known);
    return known;
  };
  return concepts.map((concept) => evidenceFor(concept, corpus.talks.length, lookUp));
}

function evidenceFor(
  concept: Concept,
  talkCount: number,
  lookUp: (variant: Variant) => readonly Posting[],
): Evidence {
  const scores = new Float32Array(talkCount);
  const quality = new Float32Array(talkCount);
  for (const variant of concept.variants) {
    for (const { ordinal, score } of lookUp(variant)) {
      scores[ordinal] = Math.max(scores[ordinal] ?? 0, score * variant.weight);
      quality[ordinal] = Math.max(quality[ordinal] ?? 0, variant.weight);
    }
  }
  const best = quality.reduce((most, value) => Math.max(most, value), 0);
  const holders = quality.reduce((sum, value) => sum + (value > best / 2 ? 1 : 0), 0);
  return { concept, scores, quality, rarity: Math.log(1 + talkCount / (1 + holders)) };
}

function talksWith(terms: readonly string[], corpus: Corpus): readonly Posting[] {
  const [first, ...others] = terms;
  if (first === undefined) return [];
  const postings = corpus.postings(first);
  if (others.length === 0) return postings;
  const ids = terms.map((term) => corpus.termId(term) ?? -1);
  const scores = others.map(
    (term) => new Map(corpus.postings(term).map(({ ordinal, score }) => [ordinal, score])),
  );
  return postings.flatMap(({ ordinal, score }) => {
    const rest = scores.map((byTalk) => byTalk.get(ordinal) ?? 0);
    if (rest.includes(0) || !follow(ids, ordinal, corpus)) return [];
    return [{ ordinal, score: Math.min(score, ...rest) }];
  });
}

/** A compound's parts stand behind its whole, so neighbours may be two places apart. */
const REACH = 2;

/** Whether the terms stand one after the other in some field of the talk. */
function follow(ids: readonly number[], ordinal: number, corpus: Corpus): boolean {
  return FIELDS.some((field) => {
    const sequence = corpus.sequence(ordinal, field);
    let from = sequence.indexOf(ids[0] ?? -1);
    while (from >= 0) {
      if (runsFrom(ids, sequence, from)) return true;
      from = sequence.indexOf(ids[0] ?? -1, from + 1);
    }
    return false;
  });
}

function runsFrom(ids: readonly number[], sequence: Uint32Array, start: number): boolean {
  let at = start;
  return ids.slice(1).every((id) => {
    const next = sequence.subarray(at + 1, at + 1 + REACH).indexOf(id);
    at += next + 1;
    return next >= 0;
  });
}
