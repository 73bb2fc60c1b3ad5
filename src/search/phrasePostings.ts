import type { Corpus } from './corpus.ts';
import { FIELDS } from './fields.ts';
import type { TermId } from './forms.ts';
import type { Postings } from './textIndex.ts';

/** The talks in which terms follow one another, with the score of the weakest. */
export function phrasePostings(terms: readonly TermId[], corpus: Corpus): Postings {
  const postings = terms.map((term) => corpus.postings(term));
  const [rarest, ...others] = postings.sort((a, b) => a.ordinals.length - b.ordinals.length);
  const found = new Map<number, number>();
  rarest?.ordinals.forEach((ordinal, at) => {
    const scores = others.map((other) => scoreOf(ordinal, other));
    if (scores.includes(undefined) || !follow(terms, ordinal, corpus)) return;
    found.set(ordinal, Math.min(rarest.scores[at] ?? 0, ...scores.map((score) => score ?? 0)));
  });
  return {
    ordinals: Uint32Array.from(found.keys()),
    scores: Float32Array.from(found.values()),
  };
}

function scoreOf(ordinal: number, { ordinals, scores }: Postings): number | undefined {
  const at = ordinals.indexOf(ordinal);
  return at < 0 ? undefined : scores[at];
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
