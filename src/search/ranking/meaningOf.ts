import { synonymsOf } from '../language/thesaurus.ts';
import type { WeightedWord } from '../meaning/meaning.ts';
import { meaningWords, weightOf } from '../meaning/meaningWords.ts';
import type { Corpus } from './index/corpus.ts';

/** What a word's other names count beside it, together. */
const OTHER_NAMES = 0.5;

/**
 * The words that a query's meaning is made of. Where no talk has one, its other names are among them, as
 * far as talks have these: vectors of two languages are near each other, but not as near as of one.
 */
export function meaningOf(text: string, { lexicon, talks }: Corpus): readonly WeightedWord[] {
  return [...new Set(meaningWords(text))].flatMap((word) => {
    const holders = lexicon.count(word);
    const weight = weightOf(holders, talks.length);
    return holders > 0
      ? [{ word, weight }]
      : [{ word, weight }, ...otherNames(word, weight, lexicon)];
  });
}

function otherNames(
  word: string,
  weight: number,
  { count }: Corpus['lexicon'],
): readonly WeightedWord[] {
  const written = synonymsOf([word]).filter(({ words }) => words.every((each) => count(each) > 0));
  return written.flatMap((synonym) => {
    const share = (OTHER_NAMES * synonym.weight) / written.length;
    return synonym.words.map((each) => ({ word: each, weight: weight * share }));
  });
}
