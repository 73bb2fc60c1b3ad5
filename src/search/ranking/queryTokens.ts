import { isAlias, LONGEST_ENTRY } from '../language/thesaurus.ts';
import { formsOf, writtenWords } from '../language/words.ts';
import type { Lexicon } from './lexicon.ts';

/** More than anybody types; what follows is left out, so that the work is bounded. */
const MOST_WORDS = 24;
const LONGEST_WORD = 40;

/** Words of a query that belong together: `kube` `proxy`, `machine` `learning`; mostly one alone. */
export interface QueryToken {
  readonly words: readonly string[];
  /** Written together. */
  readonly joined: string;
}

/**
 * The words of a text. Neighbours are one token when the conference writes them in one word
 * or when together they are an alias of something (`risc v`).
 */
export function queryTokens(text: string, lexicon: Lexicon): readonly QueryToken[] {
  const pieces = writtenWords(text)
    .slice(0, MOST_WORDS)
    .flatMap((written) => piecesOf(written, lexicon))
    .slice(0, MOST_WORDS);
  const tokens: QueryToken[] = [];
  for (let at = 0; at < pieces.length; ) {
    const length = spanLength(pieces, at, lexicon);
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
  const isWritten = lexicon.count(whole) > 0 || lexicon.startingWith(whole, 1).length > 0;
  if (words.length < 1) return [{ words: [whole], joined: whole }];
  if (isWritten) return [{ words, joined: whole }];
  return words.map((word) => ({ words: [word], joined: word }));
}

function spanLength(pieces: readonly QueryToken[], at: number, lexicon: Lexicon): number {
  for (let length = Math.min(LONGEST_ENTRY, pieces.length - at); length > 1; length -= 1) {
    const span = pieces.slice(at, at + length);
    if (lexicon.count(joinedOf(span)) > 0) return length;
    if (isAlias(span.flatMap(({ words }) => words))) return length;
  }
  return 1;
}

function joinedOf(span: readonly QueryToken[]): string {
  return span.map(({ joined }) => joined).join('');
}
