import { type Lexicon, lexicons, type Meaning, type Sign } from './lexicon.ts';
import { spelling } from './spelling.ts';
import { type Token, tokensOf } from './tokens.ts';

/** One word of a question, or a phrase that means something together. */
export interface Lexeme {
  /** Of its tokens: the first, and the one after the last. */
  readonly from: number;
  readonly to: number;
  /** As it is folded, words with blanks between. */
  readonly words: string;
  /** Empty for a word that is only a word. */
  readonly meanings: readonly Meaning[];
}

/** A question cut into what its words mean in one language. */
export interface Sentence {
  readonly text: string;
  readonly language: string;
  readonly tokens: readonly Token[];
  readonly lexemes: readonly Lexeme[];
}

export interface SentenceOptions {
  /** Signs that words do not have here. */
  readonly ignored?: ReadonlySet<Sign>;
  /** Whether the conference itself has the word, which is then no misspelt one. */
  readonly isNamed?: (word: string) => boolean;
}

/** Reads the text in the language that knows most of its words; of several the reader's, else English. */
export function sentenceOf(
  text: string,
  readerLanguage: string,
  { ignored = new Set(), isNamed = () => true }: SentenceOptions = {},
): Sentence {
  const tokens = tokensOf(text);
  const spelt = tokens.map((token) => {
    const word = spelling(token.word, readerLanguage);
    return word === token.word || isNamed(token.word) ? token : { ...token, word };
  });
  const read = (lexicon: Lexicon) => lexemesOf(spelt, lexicon, ignored);
  const preferred = lexicons().toSorted(
    (a, b) => Number(b.language === readerLanguage) - Number(a.language === readerLanguage),
  );
  let best: { readonly language: string; readonly lexemes: readonly Lexeme[] } | undefined;
  let most = -1;
  for (const lexicon of preferred) {
    const lexemes = read(lexicon);
    const known = knownWords(lexemes) + (lexicon.language === readerLanguage ? FOR_READER : 0);
    if (known > most) [best, most] = [{ language: lexicon.language, lexemes }, known];
  }
  return { text, tokens, language: best?.language ?? '', lexemes: best?.lexemes ?? [] };
}

/** Less than a word, and more than its letters. */
const FOR_READER = 0.2;

/** Telling words count more than those that many languages have. */
function knownWords(lexemes: readonly Lexeme[]): number {
  return lexemes.reduce(
    (sum, { from, to, words, meanings }) =>
      meanings.length === 0 ? sum : sum + (to - from) + words.length / 100,
    0,
  );
}

export function signOf({ meanings }: Lexeme, sign: Sign): Meaning | undefined {
  return meanings.find((meaning) => meaning.sign === sign);
}

export function isWord({ meanings }: Lexeme): boolean {
  return meanings.length === 0;
}

function lexemesOf(
  tokens: readonly Token[],
  lexicon: Lexicon,
  ignored: ReadonlySet<Sign>,
): readonly Lexeme[] {
  const lexemes: Lexeme[] = [];
  for (let at = 0; at < tokens.length; ) {
    const found =
      longestPhrase(tokens, at, lexicon, ignored) ?? [wordAt(tokens, at, lexicon)].flat();
    for (const lexeme of [found].flat()) lexemes.push(lexeme);
    at = lexemes.at(-1)?.to ?? at + 1;
  }
  return lexemes;
}

function longestPhrase(
  tokens: readonly Token[],
  from: number,
  { phrases, longest }: Lexicon,
  ignored: ReadonlySet<Sign>,
): Lexeme | undefined {
  const most = longest.get(tokens[from]?.word ?? '') ?? 0;
  for (let to = Math.min(from + most, tokens.length); to > from; to -= 1) {
    const words = tokens
      .slice(from, to)
      .map(({ word }) => word)
      .join(' ');
    const meanings = phrases.get(words)?.filter(({ sign }) => !ignored.has(sign));
    if (meanings !== undefined && meanings.length > 0) {
      return { from, to, words, meanings };
    }
  }
  return undefined;
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MONTH = /^(\d{1,2})\.(0?[1-9]|1[0-2])$/;
const CLOCK = /^(\d{1,2})(?:[:.hu](\d{2})|[hu])?(am|pm|a\.m\.?|p\.m\.?|uhr)?$/;
const NUMBER = /^\d{1,2}$/;
const NTH = /^(\d{1,2})(?:st|nd|rd|th|e|er|eme)$/;

/** A number, a date, a time of day, a weekday with its part of the day in one word, or a plain word. */
function wordAt(tokens: readonly Token[], from: number, lexicon: Lexicon): readonly Lexeme[] {
  const words = tokens[from]?.word ?? '';
  const base = { from, to: from + 1, words };
  const number = numberMeanings(words);
  if (number.length > 0) return [{ ...base, meanings: number }];
  return compound(base, lexicon) ?? [{ ...base, meanings: [] }];
}

function numberMeanings(word: string): readonly Meaning[] {
  if (DATE.test(word)) return [{ sign: 'date', value: word }];
  if (NUMBER.test(word)) return [{ sign: 'number', value: word }];
  const nth = NTH.exec(word)?.[1];
  const date = DAY_MONTH.test(word) ? [{ sign: 'dayMonth', value: word }] : [];
  if (CLOCK.test(word)) return [{ sign: 'clock', value: word }, ...date];
  return nth === undefined
    ? date
    : [
        { sign: 'nth', value: nth },
        { sign: 'ordinal', value: nth },
      ];
}

/** `Sonntagnachmittag`, `zondagmiddag`, `morgenmiddag`, `Sonntagmorgen`. */
function compound(
  base: Pick<Lexeme, 'from' | 'to' | 'words'>,
  { phrases }: Lexicon,
): readonly Lexeme[] | undefined {
  for (let length = 5; length < base.words.length - 2; length += 1) {
    const day = phrases.get(base.words.slice(0, length))?.filter(({ sign }) => DAYS.has(sign));
    const part = phrases
      .get(base.words.slice(length))
      ?.map((meaning) => (meaning.sign === 'morningOfDay' ? { sign: 'morning' } : meaning))
      .filter(({ sign }) => PARTS.has(sign));
    if (day?.[0] !== undefined && part?.[0] !== undefined) {
      return [
        { ...base, to: base.from, meanings: day },
        { ...base, meanings: part },
      ];
    }
  }
  return undefined;
}

const DAYS: ReadonlySet<Sign> = new Set([
  ...['weekday', 'today', 'tomorrow', 'yesterday', 'dayAfterTomorrow', 'dayBeforeYesterday'],
]);
export const PARTS: ReadonlySet<Sign> = new Set(['morning', 'afternoon', 'evening']);
