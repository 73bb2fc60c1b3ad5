import table from '../../../../data/asking/sentences.json' with { type: 'json' };
import type { Sentence } from './lexemes.ts';
import { wordsOf } from './tokens.ts';

type Part = keyof typeof table;

/** By part, phrases of all languages with a blank before and behind: a question may be in any of them. */
const known = new Map<Part, ReadonlySet<string>>();

function phrasesOf(part: Part): ReadonlySet<string> {
  const phrases =
    known.get(part) ??
    new Set(
      Object.values(table[part])
        .flatMap((list) => list.split(','))
        .map((phrase) => wordsOf(phrase).join(' ')),
    );
  known.set(part, phrases);
  return phrases;
}

/** Longer ones are in no table. */
const LONGEST = 3;

/** `who won …`, `is there …`, `ich habe …`: as opposed to words that are looked up. */
export function isWholeSentence({ tokens }: Sentence): boolean {
  const words = tokens.map(({ word }) => word);
  if (words.length < 2) return false;
  const beginning = (part: Part) =>
    Array.from({ length: LONGEST }, (_, at) => words.slice(0, at + 1).join(' ')).some((phrase) =>
      phrasesOf(part).has(phrase),
    );
  return beginning('asks') || beginning('persons') || beginning('needs');
}

/** `how old are you`, `i lost …`, `tell me …`: of people who talk to each other, outside of phrases that ask for talks. */
export function speaksOfPersons({ tokens, lexemes }: Sentence): boolean {
  const persons = phrasesOf('persons');
  const isPerson = lexemes.some(({ from, to, words }) => to - from <= 1 && persons.has(words));
  const beginning = tokens.slice(0, LONGEST).map(({ word }) => word);
  const needs = phrasesOf('needs');
  return isPerson || beginning.some((_, at) => needs.has(beginning.slice(0, at + 1).join(' ')));
}

/** `anything about …`, `talks on …`: whoever asks so means no one talk. */
export function asksForSeveral({ tokens }: Sentence): boolean {
  const words = tokens.map(({ word }) => word);
  const several = phrasesOf('several');
  return words.some((word, at) => several.has(word) || several.has(`${word} ${words[at + 1]}`));
}
