import { STOP_WORDS } from '../language/tables.ts';
import type { TermId } from '../language/terms.ts';
import type { Corpus } from './corpus.ts';

/** Terms that stand for a query's word: one, or several that have to follow one another. */
export interface Variant {
  readonly terms: readonly TermId[];
  /** 1 for the word itself, less the further away. */
  readonly weight: number;
}

/** A word as each language of the conference stems it; none that no talk has. */
export function wordVariants(word: string, weight: number, corpus: Corpus): readonly Variant[] {
  return corpus.termsOf(word).map((term) => ({ terms: [term], weight }));
}

/** Words one after another, or written together. */
export function phraseVariants(
  words: readonly string[],
  weight: number,
  corpus: Corpus,
): readonly Variant[] {
  const [word] = words;
  if (words.length === 1 && word !== undefined) return wordVariants(word, weight, corpus);
  const joined = wordVariants(words.join(''), weight, corpus);
  // Abstracts are kept without stop words.
  const telling = words.filter((candidate) => !STOP_WORDS.en.has(candidate));
  const [first = [], ...others] = telling.map((candidate) => corpus.termsOf(candidate));
  if (others.length === 0 || others.some((terms) => terms.length === 0)) return joined;
  const apart = first.map((term, at) => ({
    // Each language's stems are in the same order, so they pair up.
    terms: [term, ...others.flatMap((terms) => terms[at] ?? terms[0] ?? [])],
    weight,
  }));
  return [...apart, ...joined];
}
