import type { Concept } from './concepts.ts';
import type { Corpus } from './corpus.ts';
import { phrasePostings } from './phrasePostings.ts';
import type { TermId } from './terms.ts';
import type { Postings } from './textIndex.ts';

/** How well each talk fits one word of a query, by the talk's place in the conference. */
export interface Evidence {
  readonly concept: Concept;
  readonly scores: Float32Array;
  /** Weight of the best variant found in the talk; 0 for none. */
  readonly quality: Float32Array;
  /** How rare the word is: the logarithm of all talks by the talks that have it. */
  readonly rarity: number;
}

export function gatherEvidence(concepts: readonly Concept[], corpus: Corpus): readonly Evidence[] {
  return concepts.map((concept) => {
    const scores = new Float32Array(corpus.talks.length);
    const quality = new Float32Array(corpus.talks.length);
    for (const { terms, weight } of concept.variants) {
      raise(scores, quality, talksWith(terms, corpus), weight);
    }
    return { concept, scores, quality, rarity: rarityOf(quality) };
  });
}

function talksWith(terms: readonly TermId[], corpus: Corpus): Postings {
  const [term] = terms;
  return terms.length === 1 && term !== undefined
    ? corpus.postings(term)
    : phrasePostings(terms, corpus);
}

/** A talk counts by the best of a word's variants, not by how many of them it has. */
function raise(
  scores: Float32Array,
  quality: Float32Array,
  postings: Postings,
  weight: number,
): void {
  for (let at = 0; at < postings.ordinals.length; at += 1) {
    const ordinal = postings.ordinals[at] ?? 0;
    const score = (postings.scores[at] ?? 0) * weight;
    if (score > (scores[ordinal] ?? 0)) scores[ordinal] = score;
    if (weight > (quality[ordinal] ?? 0)) quality[ordinal] = weight;
  }
}

function rarityOf(quality: Float32Array): number {
  let best = 0;
  for (const value of quality) if (value > best) best = value;
  let holders = 0;
  for (const value of quality) if (value > best / 2) holders += 1;
  return Math.log(1 + quality.length / (1 + holders));
}
