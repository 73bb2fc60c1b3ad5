import { detectLanguage } from '../language/language.ts';
import { STOP_WORDS } from '../language/tables.ts';
import {
  EVERYDAY,
  isAlias,
  LONGEST_ENTRY,
  type Stems,
  stemsOf,
  synonymsOf,
  TRANSLATED,
} from '../language/thesaurus.ts';
import { formsOf, writtenWords } from '../language/words.ts';
import { compoundsWith, translatedCompound } from './compounds.ts';
import type { Corpus } from './corpus.ts';
import { corrections } from './corrections.ts';
import type { Lexicon } from './lexicon.ts';
import { phraseVariants, type Variant, wordVariants } from './variants.ts';

/** A word of a query and everything it may have been written as. */
export interface Concept {
  readonly word: string;
  /** Small words of questions only break ties. */
  readonly isStopWord: boolean;
  readonly variants: readonly Variant[];
}

const MOST_COMPLETIONS = 40;

/** What one word of several is worth where they do not stand together. */
const SCATTERED = 0.3;

export function conceptsOf(text: string, corpus: Corpus): readonly Concept[] {
  const pieces = queryPieces(text, corpus.lexicon);
  const stopWords = STOP_WORDS[detectLanguage(pieces.flatMap(({ words }) => words))];
  const tokens = joined(pieces, corpus, stopWords);
  const isTyping = /[\p{L}\p{N}+#]$/u.test(text);
  const stems = tokens.map(({ words }) => words.map(stemsOf));
  return tokens.map((token, at) => {
    const isStopWord = token.words.every((word) => stopWords.has(word));
    const isLast = at === tokens.length - 1 && isTyping;
    const asTyped = written(token, corpus);
    const known = [
      ...asTyped,
      ...(isStopWord ? [] : synonyms(stems, at, isForeign(token, corpus), corpus)),
      ...abbreviations(tokens, at, corpus),
    ];
    return {
      word: token.joined,
      isStopWord,
      variants: [
        ...known,
        ...(isStopWord ? [] : unwritten(token, { asTyped, known, isLast }, corpus)),
      ],
    };
  });
}

/** The words as they are, together and, where they are several, also apart. */
function written({ words, joined }: QueryToken, corpus: Corpus): readonly Variant[] {
  if (words.length === 1 && words[0] === joined) return wordVariants(joined, 1, corpus);
  const together = words.length > 1 ? phraseVariants(words, 1, corpus) : [];
  const apart = words.flatMap((word) => wordVariants(word, SCATTERED, corpus));
  return [
    ...wordVariants(joined, 1, corpus),
    ...together,
    ...apart,
    ...(words.length > 1 ? spelt(words, corpus) : []),
  ];
}

/** With one of the words called otherwise: `virtual environment` for `virtual env`. */
function spelt(words: readonly string[], corpus: Corpus): readonly Variant[] {
  return words.flatMap((word, at) =>
    synonymsOf([stemsOf(word)])
      .filter(({ weight }) => weight > TRANSLATED)
      .flatMap((other) =>
        phraseVariants(words.toSpliced(at, 1, ...other.words), other.weight, corpus),
      ),
  );
}

/** Where nobody speaks German, a word that is written there is none of its everyday words: `grun` is somebody's name. */
function isForeign({ joined: word }: QueryToken, { languages, lexicon }: Corpus): boolean {
  return (
    languages.includes('de') ||
    (lexicon.count(word) === 0 && lexicon.startingWith(word, 1).length === 0)
  );
}

/** Of the word, and of every run of neighbours that it is a part of. */
function synonyms(
  stems: readonly (readonly Stems[])[],
  at: number,
  isTranslating: boolean,
  corpus: Corpus,
): readonly Variant[] {
  const variants: Variant[] = [];
  for (let from = Math.max(0, at - LONGEST_ENTRY + 1); from <= at; from += 1) {
    for (let end = at + 1; end <= Math.min(stems.length, from + LONGEST_ENTRY); end += 1) {
      for (const { words, weight } of synonymsOf(stems.slice(from, end).flat())) {
        if (weight === EVERYDAY && !isTranslating) continue;
        variants.push(...phraseVariants(words, weight, corpus));
      }
    }
  }
  return variants;
}

/** What the conference itself calls the word, and every run of neighbours that it is a part of, for short; or at length. */
function abbreviations(
  tokens: readonly QueryToken[],
  at: number,
  corpus: Corpus,
): readonly Variant[] {
  const { shortForms } = corpus;
  const variants = shortForms
    .longOf(tokens[at]?.joined ?? '')
    .flatMap((words) => phraseVariants(words, ABBREVIATED, corpus));
  const longest = Math.min(LONGEST_SPELT, shortForms.longest());
  for (let from = Math.max(0, at - longest + 1); from <= at; from += 1) {
    for (let end = at + 1; end <= Math.min(tokens.length, from + longest); end += 1) {
      const words = tokens.slice(from, end).flatMap((token) => token.words);
      for (const short of shortForms.shortOf(words)) {
        variants.push(...wordVariants(short, ABBREVIATED, corpus));
      }
    }
  }
  return variants;
}

const ABBREVIATED = 0.9;
/** In words, of what is abbreviated. */
const LONGEST_SPELT = 7;

interface Findings {
  /** Of the word itself, as some talk has it. */
  readonly asTyped: readonly Variant[];
  /** With those of other words for it. */
  readonly known: readonly Variant[];
  /** Whether it is the last word, which may go on. */
  readonly isLast: boolean;
}

/** What a word may become, may be part of, or may have been meant as. */
function unwritten(
  { joined }: QueryToken,
  { asTyped, known, isLast }: Findings,
  corpus: Corpus,
): readonly Variant[] {
  const isKnown = known.length > 0;
  const translated =
    isKnown && !corpus.languages.includes('de') ? [] : translatedCompound(joined, corpus);
  const completed = isLast || !isKnown ? completions(joined, asTyped.length > 0, corpus) : [];
  const within = compoundsWith(joined, corpus);
  if (isKnown) return [...translated, ...completed, ...within];
  return [
    ...translated,
    ...completed,
    ...within,
    ...corrections(joined, completed.length > 0, corpus),
  ];
}

function completions(word: string, isKnown: boolean, corpus: Corpus): readonly Variant[] {
  if (word.length < 2 && isKnown) return [];
  const most = isKnown ? 0.5 : 0.9;
  return corpus.lexicon
    .startingWith(word, MOST_COMPLETIONS)
    .flatMap((longer) =>
      wordVariants(longer, most * (0.6 + (0.4 * word.length) / longer.length), corpus),
    );
}

/** More than anybody types; what follows is left out, so that the work is bounded. */
const MOST_WORDS = 24;
const LONGEST_WORD = 40;

/** Words of a query that belong together: `kube` `proxy`, `machine` `learning`; mostly one alone. */
interface QueryToken {
  readonly words: readonly string[];
  /** Written together. */
  readonly joined: string;
}

function queryPieces(text: string, lexicon: Lexicon): readonly QueryToken[] {
  return writtenWords(text)
    .slice(0, MOST_WORDS)
    .flatMap((written) => piecesOf(written, lexicon))
    .slice(0, MOST_WORDS);
}

/**
 * Neighbours are one token when the conference writes them in one word (but for small words, which
 * meet by chance) or when together they are an alias of something (`risc v`).
 */
function joined(
  pieces: readonly QueryToken[],
  corpus: Corpus,
  stopWords: ReadonlySet<string>,
): readonly QueryToken[] {
  const tokens: QueryToken[] = [];
  for (let at = 0; at < pieces.length; ) {
    const length = spanLength(pieces, at, corpus, stopWords);
    const span = pieces.slice(at, at + length);
    tokens.push({ words: span.flatMap(({ words }) => words), joined: joinedOf(span) });
    at += length;
  }
  return tokens;
}

function piecesOf(written: string, lexicon: Lexicon): readonly QueryToken[] {
  const { joined, parts } = formsOf(written.slice(0, LONGEST_WORD * 4));
  const whole = joined.slice(0, LONGEST_WORD);
  const words = parts.map((part) => part.slice(0, LONGEST_WORD));
  const isKnown = lexicon.count(whole) > 0 || lexicon.startingWith(whole, 1).length > 0;
  if (words.length < 1) return [{ words: [whole], joined: whole }];
  if (isKnown) return [{ words, joined: whole }];
  return words.map((word) => ({ words: [word], joined: word }));
}

function spanLength(
  pieces: readonly QueryToken[],
  at: number,
  corpus: Corpus,
  stopWords: ReadonlySet<string>,
): number {
  for (let length = Math.min(LONGEST_ENTRY, pieces.length - at); length > 1; length -= 1) {
    const span = pieces.slice(at, at + length);
    const words = span.flatMap((piece) => piece.words);
    if (isWritten(joinedOf(span), corpus) && !words.some((word) => stopWords.has(word)))
      return length;
    if (isAlias(words)) return length;
  }
  return 1;
}

/** In one form or another: `unit testing` where talks say `unittest`. */
function isWritten(word: string, corpus: Corpus): boolean {
  return corpus.termsOf(word).length > 0 || corpus.kinOf(word).length > 0;
}

function joinedOf(span: readonly QueryToken[]): string {
  return span.map(({ joined }) => joined).join('');
}
