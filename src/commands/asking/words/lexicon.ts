import german from '../../../../data/asking/de.json' with { type: 'json' };
import english from '../../../../data/asking/en.json' with { type: 'json' };
import spanish from '../../../../data/asking/es.json' with { type: 'json' };
import french from '../../../../data/asking/fr.json' with { type: 'json' };
import dutch from '../../../../data/asking/nl.json' with { type: 'json' };
import { wordsOf } from './tokens.ts';

/**
 * What a word or a phrase may stand for in a question, such as `now`, `weekday` or `filler`; what each
 * means is said in `data/asking/README.md`.
 */
export type Sign = string;

export interface Meaning {
  readonly sign: Sign;
  /** Of `weekday:6` it is `6`, of `lang:de` it is `de`. */
  readonly value?: string;
}

/** The words of one language, by how many words a phrase has and by its words with blanks between. */
export interface Lexicon {
  readonly language: string;
  readonly longest: number;
  readonly phrases: ReadonlyMap<string, readonly Meaning[]>;
}

type Table = Readonly<Record<string, string>>;

const TABLES: readonly (readonly [language: string, table: Table])[] = [
  ['en', english],
  ['de', german],
  ['fr', french],
  ['nl', dutch],
  ['es', spanish],
];

let made: readonly Lexicon[] | undefined;

/** Of every language that questions are understood in; English comes first. */
export function lexicons(): readonly Lexicon[] {
  made ??= TABLES.map(([language, table]) => compiled(language, table));
  return made;
}

function compiled(language: string, table: Table): Lexicon {
  const phrases = new Map<string, Meaning[]>();
  let longest = 1;
  for (const [name, list] of Object.entries(table)) {
    const [sign = '', value] = name.split(':');
    for (const phrase of list.split(',').flatMap(spellings)) {
      const words = wordsOf(phrase);
      longest = Math.max(longest, words.length);
      const meanings = phrases.get(words.join(' ')) ?? [];
      meanings.push({ sign, ...(value === undefined ? {} : { value }) });
      phrases.set(words.join(' '), meanings);
    }
  }
  return { language, longest, phrases };
}

const UMLAUTS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue' };

/** As it is written, and as it is on a keyboard without umlauts: `später`, `spaeter`. */
function spellings(phrase: string): readonly string[] {
  const plain = phrase.replace(/[äöü]/g, (letter) => UMLAUTS[letter] ?? letter);
  return plain === phrase ? [phrase] : [phrase, plain];
}

/** Whether some language has the word in its table: such a word is no misspelt name. */
export function isKnownWord(word: string): boolean {
  return lexicons().some(({ phrases }) => phrases.has(word));
}

/** Whether the word alone may have the meaning in that language. */
export function hasSignIn(language: string, word: string, sign: Sign): boolean {
  const lexicon = lexicons().find((each) => each.language === language);
  return lexicon?.phrases.get(word)?.some((meaning) => meaning.sign === sign) === true;
}
