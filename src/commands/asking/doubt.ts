import { isTopic } from './names/namePhrases.ts';
import type { Doubt } from './question.ts';
import type { Reading } from './reading.ts';
import { type Lexeme, type Sentence, signOf } from './words/lexemes.ts';
import type { Sign } from './words/lexicon.ts';
import { isWholeSentence, speaksOfPersons } from './words/sentences.ts';

/** Whoever says one of these asks for talks. */
const OF_TALKS: readonly Sign[] = ['talk', 'track', 'programme'];

/**
 * What a whole sentence leaves open that names no talk: a person may be asked who won, or told of a lost
 * wallet, and a talk that has one of the words answers neither. Undefined for words that are looked up
 * and for whoever says that talks are meant.
 */
export function doubtOf({ sentence, words, others, names, signs }: Reading): Doubt | undefined {
  const { lexemes } = sentence;
  if (words === '' || lexemes.some((lexeme) => has(lexeme, OF_TALKS))) return undefined;
  if (!isWholeSentence(sentence)) return undefined;
  const told = others.filter((lexeme) => isTopic(lexeme));
  // `this hall` is no room by name, and nobody asks where anything is.
  const isOfHouse = names.length === 0 && !signs.has('where') && signs.has('room');
  const isOfPlace = isOfHouse || told.some((lexeme) => has(lexeme, ['venue']));
  return {
    isElsewhere: isOfPlace || (isOfOthers(sentence) && !lexemes.some(isAbout)),
    telling: asWritten(told, sentence),
  };
}

/** Of people who talk to each other, or of a number of what are no talks: `how many people …`. */
function isOfOthers(sentence: Sentence): boolean {
  return speaksOfPersons(sentence) || sentence.lexemes.some((lexeme) => has(lexeme, ['count']));
}

/** `risc-v` is one word, though its parts are read one by one. */
function asWritten(lexemes: readonly Lexeme[], { text, tokens }: Sentence): readonly string[] {
  const ends = (lexeme: Lexeme) => tokens[lexeme.to - 1]?.end ?? 0;
  const begins = (lexeme: Lexeme) => tokens[lexeme.from]?.start ?? 0;
  return lexemes
    .map((lexeme, at) => {
      const before = lexemes[at - 1];
      const between = before === undefined ? ' ' : text.slice(ends(before), begins(lexeme));
      return (/\s/u.test(between) ? ' ' : between) + text.slice(begins(lexeme), ends(lexeme));
    })
    .join('')
    .trim()
    .split(/\s+/u);
}

function isAbout(lexeme: Lexeme): boolean {
  return has(lexeme, ['about']);
}

function has(lexeme: Lexeme, signs: readonly Sign[]): boolean {
  return signs.some((sign) => signOf(lexeme, sign) !== undefined);
}
