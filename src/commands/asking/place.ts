import { isTopic } from './names/namePhrases.ts';
import type { Place } from './question.ts';
import type { Reading } from './reading.ts';
import { signIn } from './time/clockPhrase.ts';
import { isWord, type Lexeme } from './words/lexemes.ts';

/** Rooms are called by a word or two. */
const MOST_WORDS = 2;

/**
 * What somebody takes for a room that the conference does not have: `is anything in janson?`, `what's next
 * in hall 9?`. As it was written; undefined where the words are not led as a place is.
 */
export function placeAsked({ sentence, others, names }: Reading): Place | undefined {
  const { lexemes, text, tokens } = sentence;
  const said = others.filter(isTopic);
  const [first, last] = [said[0], said.at(-1)];
  if (names.length > 0 || first === undefined || last === undefined) return undefined;
  if (last.to - first.from > MOST_WORDS || !said.every(isNameLike)) return undefined;
  const [from, to] = [lexemes.indexOf(first), lexemes.indexOf(last)];
  if (to - from !== said.length - 1) return undefined;
  const before = lexemes[from - 1];
  const isRoom = signIn(before, 'room');
  const isLed = [before, lexemes[from - 2]].some((lexeme) => signIn(lexeme, 'place'));
  if (!(isRoom || isLed || signIn(lexemes[to + 1], 'room'))) return undefined;
  const isNumbered = isRoom && said.every((lexeme) => signIn(lexeme, 'number'));
  const start = tokens[(isNumbered ? before : first)?.from ?? 0]?.start ?? 0;
  return { name: text.slice(start, tokens[last.to - 1]?.end), isCertain: isNumbered && isLed };
}

function isNameLike(lexeme: Lexeme): boolean {
  return isWord(lexeme) || signIn(lexeme, 'number') || signIn(lexeme, 'clock');
}
