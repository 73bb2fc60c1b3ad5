import type { Concept } from './concepts.ts';
import type { Corpus } from './index/corpus.ts';

/** A word of a query that was taken for a slip. */
export interface Meant {
  readonly typed: string;
  readonly meant: string;
}

/** What was read into a query to find this talk: only where it has nothing nearer to what was typed. */
export function meantBy(
  concepts: readonly Concept[],
  ordinal: number | undefined,
  corpus: Corpus,
): readonly Meant[] {
  if (ordinal === undefined) return [];
  return concepts.flatMap(({ word, variants }) => {
    if (variants.every(({ meant }) => meant === undefined)) return [];
    const found = variants
      .filter(({ terms }) =>
        terms.every((term) => corpus.postings(term).ordinals.includes(ordinal)),
      )
      .toSorted((a, b) => b.weight - a.weight);
    const meant = found[0]?.meant;
    return meant === undefined || meant === word ? [] : [{ typed: word, meant }];
  });
}
