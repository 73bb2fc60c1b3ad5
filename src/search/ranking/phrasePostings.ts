import type { TermId } from '../language/terms.ts';
import type { Corpus } from './corpus.ts';
import { FIELDS } from './fields.ts';
import type { Postings } from './textIndex.ts';

/** The talks in which terms follow one another, with the score of the weakest. */
export function phrasePostings(terms: readonly TermId[], corpus: Corpus): Postings {
  const [rarest, ...others] = terms
    .map((term) => corpus.postings(term))
    .sort((a, b) => a.ordinals.length - b.ordinals.length);
  if (rarest === undefined) return { ordinals: new Uint32Array(), scores: new Float32Array() };
  let weakest = scoresByTalk(rarest);
  for (const other of others) {
    const scores = scoresByTalk(other);
    weakest = new Map(
      [...weakest].flatMap(([ordinal, score]) => {
        const more = scores.get(ordinal);
        return more === undefined ? [] : [[ordinal, Math.min(score, more)]];
      }),
    );
  }
  const found = [...weakest].filter(([ordinal]) => follow(terms, ordinal, corpus));
  return {
    ordinals: Uint32Array.from(found, ([ordinal]) => ordinal),
    scores: Float32Array.from(found, ([, score]) => score),
  };
}

function scoresByTalk({ ordinals, scores }: Postings): Map<number, number> {
  return new Map(Array.from(ordinals, (ordinal, at) => [ordinal, scores[at] ?? 0]));
}

/** A compound's parts stand behind its whole, so neighbours may be two places apart. */
const REACH = 2;

/** Whether the terms stand one after the other in some field of the talk. */
function follow(terms: readonly TermId[], ordinal: number, corpus: Corpus): boolean {
  const [first = -1, ...others] = terms;
  return FIELDS.some((field) => {
    const sequence = corpus.sequence(ordinal, field);
    for (let at = sequence.indexOf(first); at >= 0; at = sequence.indexOf(first, at + 1)) {
      if (continueFrom(at, others, sequence)) return true;
    }
    return false;
  });
}

function continueFrom(start: number, terms: readonly TermId[], sequence: Uint32Array): boolean {
  let at = start;
  return terms.every((term) => {
    const next = sequence.subarray(at + 1, at + 1 + REACH).indexOf(term);
    at += next + 1;
    return next >= 0;
  });
}
