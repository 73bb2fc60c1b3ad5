import type { Names } from './names/names.ts';
import { type Lexeme, type Sentence, signOf } from './words/lexemes.ts';
import type { Sign } from './words/lexicon.ts';

/** What begins a question after an `and`. */
const ASKING: readonly Sign[] = ['when', 'where', 'who', 'whereCan', 'count'];
/** A question of fewer words is none of its own: `where and when is the keynote`. */
const FEWEST_WORDS = 2;

/** The first of two questions in one line, and the other: `what's on in janson and when does it end`. */
export function firstQuestion(
  { text, tokens, lexemes }: Sentence,
  names: Names,
): { readonly first: string; readonly other?: string } {
  const whole = { first: text };
  const at = lexemes.findIndex((lexeme, place) =>
    isSecond(lexeme, lexemes[place - 1], text, tokens),
  );
  const [start, end] = [tokens[lexemes[at]?.from ?? -1], tokens[(lexemes[at - 1]?.to ?? 0) - 1]];
  if (start === undefined || end === undefined) return whole;
  if (names.isInTitle(tokens.map(({ word }) => word))) return whole;
  const isJoined = has(lexemes[at - 1], 'and') || has(lexemes[at - 1], 'carry');
  const before = lexemes[at - (isJoined ? 2 : 1)];
  if (before === undefined || before.to < FEWEST_WORDS) return whole;
  const first = text.slice(0, tokens[before.to - 1]?.end);
  return { first, other: text.slice(start.start).trim() };
}

function isSecond(
  lexeme: Lexeme,
  before: Lexeme | undefined,
  text: string,
  tokens: Sentence['tokens'],
): boolean {
  if (before === undefined) return false;
  const between = text.slice(tokens[before.to - 1]?.end, tokens[lexeme.from]?.start);
  if (between.includes('?')) return true;
  return (has(before, 'and') || has(before, 'carry')) && ASKING.some((sign) => has(lexeme, sign));
}

function has(lexeme: Lexeme | undefined, sign: Sign): boolean {
  return lexeme !== undefined && signOf(lexeme, sign) !== undefined;
}
