import type { Corpus } from './corpus.ts';
import { stem } from './stem.ts';
import { STOP_WORDS } from './stopWords.ts';

/** Terms that stand for a query's word: one, or several that have to follow one another. */
export interface Variant {
  readonly terms: readonly string[];
  /** 1 for the word itself, less the further away. */
  readonly weight: number;
}

/** A word as each language of the conference stems it; none that no talk has. */
export function wordVariants(word: string, weight: number, corpus: Corpus): readonly Variant[] {
  return [...new Set(corpus.languages.map((language) => stem(word, language)))]
    .filter((term) => corpus.termId(term) !== undefined)
    .map((term) => ({ terms: [term], weight }));
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
  if (telling.length < 2) return joined;
  const apart = corpus.languages
    .map((language) => telling.map((candidate) => stem(candidate, language)))
    .filter((terms) => terms.every((term) => corpus.termId(term) !== undefined))
    .map((terms) => ({ terms, weight }));
  return [...apart, ...joined];
}
