import type { Talk } from '../../../schedule/schedule.ts';
import { type Names, namesOf } from '../names/names.ts';
import { viewed } from '../outcomes.ts';
import type { Question } from '../question.ts';
import type { Situation } from '../situation.ts';
import { isWord, type Lexeme, type Sentence, sentenceOf, signOf } from '../words/lexemes.ts';
import { wordsOf } from '../words/tokens.ts';

/** So many words in a row are a title: `I am speaking in tongues`. */
const FEW_WORDS = 3;

/**
 * `I am the speaker of the quiz`, `ich halte den Vortrag …`, `this is my talk`: asks of the one talk that
 * is meant who of its speakers the asker is; undefined for what is no such word. Of several talks the
 * asker picks one of those found, and without any reads what they have said to be.
 */
export function claimDeed(
  { lexemes, tokens, text }: Sentence,
  situation: Situation,
): Question | undefined {
  const first = lexemes.find((lexeme) => isClaim(lexeme) || isWord(lexeme));
  if (first === undefined || !isClaim(first)) return undefined;
  const { published, refOf } = situation.programme;
  const names = namesOf(published);
  const words = tokens.map(({ word }) => word);
  if (words.length >= FEW_WORDS && names.isInTitle(words)) return undefined;
  const rest = text.slice(tokens[first.to - 1]?.end);
  const named = sentenceOf(rest, situation.language).lexemes.filter(isWord);
  if (named.length === 0) return pointedAt(situation);
  const telling = named.flatMap((lexeme) => lexeme.words.split(' '));
  const [talk, ...others] = talksCalled(rest, telling, names);
  return talk !== undefined && others.length === 0
    ? viewed('act', { kind: 'speaker', talk: refOf(talk) })
    : viewed('find', { kind: 'search', query: telling.join(' '), page: 1 });
}

function isClaim(lexeme: Lexeme): boolean {
  return signOf(lexeme, 'claim') !== undefined;
}

/** By all that was said of it, or else by the words that tell. */
function talksCalled(rest: string, telling: readonly string[], names: Names): readonly Talk[] {
  const whole = names.talksWith(wordsOf(rest));
  return whole.length > 0 ? whole : names.talksWith(telling);
}

/** The one talk that was shown just before. */
function pointedAt({ shown }: Situation): Question {
  const [only, ...others] = shown?.talks ?? [];
  const talk = shown?.picked ?? (others.length === 0 ? only : undefined);
  return talk === undefined
    ? viewed('mine', { kind: 'claims' })
    : viewed('act', { kind: 'speaker', talk });
}
