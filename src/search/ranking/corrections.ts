import { synonymsOf } from '../language/thesaurus.ts';
import { splits } from './compounds.ts';
import type { Corpus } from './index/corpus.ts';
import type { Lexicon, NearWord } from './index/lexicon.ts';
import { type Variant, wordVariants } from './variants.ts';

const MOST_CORRECTIONS = 8;

/** What an unknown word may have been meant as: misspelt, without its dots, or written together. */
export function corrections(
  word: string,
  isBeginning: boolean,
  corpus: Corpus,
): readonly Variant[] {
  return [
    ...misspellings(word, isBeginning ? 0.25 : 1, corpus),
    ...umlauts(word, corpus),
    ...splits(word, corpus),
  ];
}

/**
 * The rarest of the nearest words is meant: who searches types names, and common words are
 * seldom misspelt into something unknown. Swapped letters are likelier than others, a wrong
 * first letter is not.
 */
function misspellings(word: string, weight: number, corpus: Corpus): readonly Variant[] {
  if (word.length < SHORTEST || /^\d+$/.test(word)) return [];
  // Who types a word that there is mostly means it.
  const isWord = corpus.meaning?.knows(word) === true || synonymsOf([word]).length > 0;
  const isUnknown = corpus.meaning?.knows(word) === false;
  const candidates = nearest(word, corpus.lexicon)
    .filter((near) => near.word.length > 2 && !/\d/.test(near.word))
    .map((near) => ({ ...near, rarity: rarityOf(near.word, corpus) }));
  const rarest = Math.max(...candidates.map(({ rarity }) => rarity));
  return candidates.flatMap((near) => {
    const isSwapped = sorted(near.word) === sorted(word);
    const isReplaced = near.word.length === word.length && !isSwapped;
    const likeness = 1 - (1.8 * near.edits + (isReplaced ? REPLACED : 0)) / word.length;
    const first = near.word[0] === word[0] ? 1 : 0.6;
    const swapped = isSwapped ? 1.15 : 1;
    const share = near.rarity / rarest;
    const isLikely = word.length >= TELLING || isSlip(word, near.word);
    const isPossible = isLikely || (isUnknown && isLetterLeftOut(word, near.word));
    const isDoubtful = isWord || !isPossible;
    const sureness = isLikely || isDoubtful ? 1 : POSSIBLE;
    const found = wordVariants(
      near.word,
      weight * likeness * first * swapped * share * sureness,
      corpus,
    );
    return found.map((variant) => ({
      ...variant,
      meant: near.word,
      ...(isDoubtful ? { inCompany: true } : {}),
    }));
  });
}

const SHORTEST = 4;

/** One letter of a shorter word is too much of it: only letters swapped or doubled, or a vowel left out, are a slip there. */
const TELLING = 6;

function isSlip(word: string, meant: string): boolean {
  if (sorted(word) === sorted(meant) || undoubled(word) === undoubled(meant)) return true;
  return (
    word.length < meant.length && word[0] === meant[0] && consonants(word) === consonants(meant)
  );
}

/** `pyhon`, where nobody knows such a word; a letter too many or another one make a name of it as often as not. */
function isLetterLeftOut(word: string, meant: string): boolean {
  return word.length === TELLING - 1 && meant.length === TELLING && word[0] === meant[0];
}

/** Enough to be listed, not to be sure of. */
const POSSIBLE = 0.8;

function consonants(word: string): string {
  return word.replace(/[aeiou]/g, '');
}

function undoubled(word: string): string {
  return word.replace(/(.)\1/g, '$1');
}

/** With another letter, a short word is another word: `laser` and `layer`. */
const REPLACED = 0.6;

/** From this length on, two letters may be wrong. */
const TWO_LETTERS_LONG = 8;

function nearest(word: string, lexicon: Lexicon): readonly NearWord[] {
  const near = lexicon.near(word, 1, MOST_CORRECTIONS);
  if (near.length > 0 || word.length < TWO_LETTERS_LONG) return near;
  return lexicon.near(word, 2, MOST_CORRECTIONS);
}

/** Of the term, since `starts` is as common as all its inflections together. */
function rarityOf(word: string, corpus: Corpus): number {
  const talks = corpus.termsOf(word).map((term) => corpus.postings(term).ordinals.length);
  return Math.log(1 + corpus.talks.length / Math.max(1, ...talks));
}

function sorted(word: string): string {
  return [...word].sort().join('');
}

/** `muenchen` is how `münchen` is written without its dots. */
function umlauts(word: string, corpus: Corpus): readonly Variant[] {
  const plain = word.replace(/([aou])e/g, '$1');
  return plain === word ? [] : wordVariants(plain, 0.95, corpus);
}
