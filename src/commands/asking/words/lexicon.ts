import german from '../../../../data/asking/de.json' with { type: 'json' };
import english from '../../../../data/asking/en.json' with { type: 'json' };
import spanish from '../../../../data/asking/es.json' with { type: 'json' };
import french from '../../../../data/asking/fr.json' with { type: 'json' };
import dutch from '../../../../data/asking/nl.json' with { type: 'json' };
import { atOnce, type Steps } from '../../../clock/steps.ts';
import { fold } from '../../../schedule/naming/slug.ts';
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

/** The words of one language; phrases by their words with blanks between. */
export interface Lexicon {
  readonly language: string;
  /** How many words the longest phrase has that begins with a word. */
  readonly longest: ReadonlyMap<string, number>;
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
  made ??= atOnce(compileLexicons());
  return made;
}

/** The same, for whoever can wait: it takes some thousand phrases the first time. */
export function* compileLexicons(): Steps<readonly Lexicon[]> {
  const lexicons: Lexicon[] = [];
  for (const [language, table] of made === undefined ? TABLES : []) {
    lexicons.push(yield* compiled(language, table));
  }
  made ??= lexicons;
  return made;
}

function* compiled(language: string, table: Table): Steps<Lexicon> {
  const phrases = new Map<string, readonly Meaning[]>();
  const longest = new Map<string, number>();
  for (const [name, list] of Object.entries(table)) {
    yield;
    const [sign = '', value] = name.split(':');
    // Most phrases have one meaning, and share it with those beside them.
    const meaning = { sign, ...(value === undefined ? {} : { value }) };
    const alone = [meaning];
    for (const phrase of list.split(',').flatMap(spellings)) {
      const words = phraseWords(phrase);
      const [first = ''] = words;
      longest.set(first, Math.max(longest.get(first) ?? 1, words.length));
      const written = words.join(' ');
      const others = phrases.get(written);
      phrases.set(written, others === undefined ? alone : [...others, meaning]);
    }
  }
  return { language, longest, phrases };
}

/** Most phrases are letters and blanks, and quickly cut. */
function phraseWords(phrase: string): readonly string[] {
  return /^[a-zß-öø-ÿœ ]+$/.test(phrase) ? fold(phrase).trim().split(' ') : wordsOf(phrase);
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
