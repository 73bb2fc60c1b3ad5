import { isTopic } from './names/namePhrases.ts';
import type { Names } from './names/names.ts';
import { isWord, type Lexeme, type Sentence, sentenceOf, signOf } from './words/lexemes.ts';
import type { Sign } from './words/lexicon.ts';

/**
 * A question without the manners around it: `hi there, what's on?`, `g'day, …`, `… thanks!`. What is
 * nothing but manners stays; so does what a comma does not part from the question.
 */
export function withoutManners(text: string, language: string, names: Names): string {
  const sentence = sentenceOf(text, language);
  const from = greeted(sentence, names);
  const to = thanked(sentence, from);
  const [first, last] = [sentence.tokens[from], sentence.tokens[to - 1]];
  if (first === undefined || last === undefined || to <= from) return text;
  if (isThanksAtOnce(sentence, from, to, names)) return text;
  const isWhole = from === 0 && to === sentence.tokens.length;
  return isWhole ? text : text.slice(first.start, isCut(to, sentence) ? last.end : text.length);
}

/** `danke dir, passt`, `nice ty`: what is left is no question. */
function isThanksAtOnce({ lexemes }: Sentence, from: number, to: number, names: Names): boolean {
  const rest = lexemes.filter((lexeme) => from <= lexeme.from && lexeme.from < to);
  const isThanked = has(lexemes[0], 'thanks') || has(lexemes.at(-1), 'thanks');
  const isPraise = rest.every((lexeme) => has(lexeme, 'praise'));
  const isCalled = has(lexemes[0], 'thanks') && rest.every((lexeme) => isCalling(lexeme, names));
  return isThanked && (isPraise || isCalled);
}

function isCut(to: number, { tokens }: Sentence): boolean {
  return to < tokens.length;
}

/** Words before a comma that are so many speak to somebody. */
const MOST_SPOKEN_TO = 3;

/** The first token after what the question begins with to greet or to call somebody. */
function greeted(sentence: Sentence, names: Names): number {
  const { text, tokens, lexemes } = sentence;
  const parted = tokens.findIndex(
    ({ end }, at) => at + 1 < tokens.length && /^\s*[,!.;:–—]+\s/u.test(text.slice(end)),
  );
  const before = lexemes.filter(({ to }) => to <= parted + 1);
  const isCalled =
    before.length > 0 &&
    parted < MOST_SPOKEN_TO &&
    before.every((lexeme) => isManner(lexeme) || isCalling(lexeme, names)) &&
    before.some((lexeme) => isCalling(lexeme, names) || has(lexeme, ...GREETINGS));
  if (isCalled) return parted + 1;
  const [first, second] = lexemes;
  const isGreeting = has(first, 'greeting') && second !== undefined && !isTopic(second);
  return isGreeting && lexemes.length > 1 ? (first?.to ?? 0) : 0;
}

/** Nothing but thanks, whatever small words or words of no conference stand with it: `bedankt hè!`. */
export function isThanks({ lexemes }: Sentence, names: Names): boolean {
  const others = lexemes.filter((lexeme) => !has(lexeme, 'thanks'));
  const isAtEdge = has(lexemes[0], 'thanks') || has(lexemes.at(-1), 'thanks');
  const unknown = others.filter((lexeme) => !isManner(lexeme) && !has(lexeme, ...OF_THANKS));
  return (
    isAtEdge &&
    unknown.length <= MOST_UNKNOWN &&
    unknown.every((lexeme) => isCalling(lexeme, names)) &&
    !others.some((lexeme) => has(lexeme, 'talk', 'now', 'nextUp', 'next', 'who', 'when', 'where'))
  );
}

const MOST_UNKNOWN = 2;
const OF_THANKS: readonly Sign[] = [
  'praise',
  'help',
  'greeting',
  'by',
  'place',
  'about',
  'my',
  'all',
];

const GREETINGS: readonly Sign[] = ['greeting', 'thanks'];

function isManner(lexeme: Lexeme): boolean {
  return has(lexeme, ...GREETINGS, 'filler', 'soft', 'carry', 'it');
}

/** A word that neither the questions nor the conference know. */
function isCalling(lexeme: Lexeme, names: Names): boolean {
  return isWord(lexeme) && !names.isCommon(lexeme.words) && names.find(lexeme.words).length === 0;
}

/** The token after the last that asks something: thanks at the end are said in advance. */
function thanked({ lexemes, tokens }: Sentence, from: number): number {
  const asked = lexemes.filter((lexeme) => lexeme.from >= from);
  const last = asked.at(-1);
  return asked.length > 1 && has(last, 'thanks') ? (last?.from ?? tokens.length) : tokens.length;
}

function has(lexeme: Lexeme | undefined, ...signs: readonly Sign[]): boolean {
  return lexeme !== undefined && signs.some((sign) => signOf(lexeme, sign) !== undefined);
}
