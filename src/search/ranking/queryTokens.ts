import { detectLanguage } from '../language/language.ts';
import { STOP_WORDS } from '../language/tables.ts';
import { isAlias, LONGEST_ENTRY } from '../language/thesaurus.ts';
import { formsOf, writtenWords } from '../language/words.ts';
import type { Corpus } from './index/corpus.ts';
import type { Lexicon } from './index/lexicon.ts';

/** Words of a query that belong together: `kube` `proxy`, `machine` `learning`; mostly one alone. */
export interface QueryToken {
  readonly words: readonly string[];
  /** Written together. */
  readonly joined: string;
  /** Small words of questions only break ties. */
  readonly isStopWord: boolean;
}

/** More than anybody types; what follows is left out, so that the work is bounded. */
const MOST_WORDS = 24;
const LONGEST_WORD = 40;

export function queryTokens(text: string, corpus: Corpus): readonly QueryToken[] {
  const pieces = writtenWords(text)
    .slice(0, MOST_WORDS)
    .flatMap((written) => piecesOf(written, corpus.lexicon))
    .slice(0, MOST_WORDS);
  const stopWords = STOP_WORDS[detectLanguage(pieces.flatMap(({ words }) => words))];
  return joined(pieces, corpus, stopWords);
}

type Piece = Omit<QueryToken, 'isStopWord'>;

function piecesOf(written: string, lexicon: Lexicon): readonly Piece[] {
  const { joined, parts } = formsOf(written.slice(0, LONGEST_WORD * 4));
  const whole = joined.slice(0, LONGEST_WORD);
  if (parts.length < 1) return [{ words: [whole], joined: whole }];
  const words = parts.map((part) => part.slice(0, LONGEST_WORD));
  const isKnown = lexicon.count(whole) > 0 || lexicon.startingWith(whole, 1).length > 0;
  if (isKnown) return [{ words, joined: whole }];
  return words.map((word) => ({ words: [word], joined: word }));
}

/**
 * Neighbours are one token when the conference writes them in one word (but for small words, which
 * meet by chance) or when together they are an alias of something (`risc v`).
 */
function joined(
  pieces: readonly Piece[],
  corpus: Corpus,
  stopWords: ReadonlySet<string>,
): readonly QueryToken[] {
  const tokens: QueryToken[] = [];
  for (let at = 0; at < pieces.length; ) {
    const length = spanLength(pieces, at, corpus, stopWords);
    const span = pieces.slice(at, at + length);
    const words = span.flatMap((piece) => piece.words);
    const isStopWord = words.every((word) => stopWords.has(word));
    tokens.push({ words, joined: joinedOf(span), isStopWord });
    at += length;
  }
  return tokens;
}

function spanLength(
  pieces: readonly Piece[],
  at: number,
  corpus: Corpus,
  stopWords: ReadonlySet<string>,
): number {
  for (let length = Math.min(LONGEST_ENTRY, pieces.length - at); length > 1; length -= 1) {
    const span = pieces.slice(at, at + length);
    const words = span.flatMap((piece) => piece.words);
    if (!words.some((word) => stopWords.has(word)) && isWritten(joinedOf(span), corpus))
      return length;
    if (isAlias(words)) return length;
  }
  return 1;
}

/** In one form or another: `unit testing` where talks say `unittest`. */
function isWritten(word: string, corpus: Corpus): boolean {
  return corpus.termsOf(word).length > 0 || corpus.kinOf(word).length > 0;
}

function joinedOf(span: readonly Piece[]): string {
  return span.map(({ joined }) => joined).join('');
}
