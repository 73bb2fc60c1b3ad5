import type { Steps } from '../../../clock/steps.ts';
import type { Talk } from '../../../schedule/schedule.ts';
import { allFormsOf, runsOf, writtenWords } from '../../language/words.ts';
import { fieldText } from './fields.ts';
import { lowerBound, sorted } from './lexicon.ts';

/** Words of titles, subtitles and speakers' names, as they are typed. */
export interface HeadWords {
  /** The talks of which each of these begins such a word, by their place, ascending. */
  talksBeginningWith(beginnings: readonly string[]): readonly number[];
}

export function* createHeadWords(talks: readonly Talk[]): Steps<HeadWords> {
  const byTalk: (readonly string[])[] = [];
  const holders = new Map<string, number[]>();
  for (const [ordinal, talk] of talks.entries()) {
    const words = headWordsOf(talk);
    byTalk.push(words);
    for (const word of words) {
      const known = holders.get(word);
      if (known === undefined) holders.set(word, [ordinal]);
      else known.push(ordinal);
    }
    yield;
  }
  const words = yield* sorted(holders.keys());
  const holding = (beginning: string) => {
    const found = new Set<number>();
    for (let at = lowerBound(words, beginning); words[at]?.startsWith(beginning); at += 1) {
      for (const ordinal of holders.get(words[at] ?? '') ?? []) found.add(ordinal);
    }
    return found;
  };
  return {
    talksBeginningWith(beginnings) {
      // The longest has the fewest talks, mostly.
      const [telling, ...others] = beginnings.toSorted((a, b) => b.length - a.length);
      if (telling === undefined) return [];
      const found = [...holding(telling)].filter((ordinal) =>
        others.every((other) => byTalk[ordinal]?.some((word) => word.startsWith(other))),
      );
      return found.sort((a, b) => a - b);
    },
  };
}

function headWordsOf(talk: Talk): readonly string[] {
  const words = HEADS.flatMap((field) => {
    const text = fieldText(talk, field);
    const forms = writtenWords(text).flatMap(allFormsOf);
    return ONLY_PLAIN_WORDS.test(text) ? forms : [...forms, ...runsOf(text)];
  });
  return [...new Set(words)];
}

const HEADS = ['title', 'subtitle', 'speakers'] as const;
/** Most texts; runs of letters are words then, and need not be looked for. */
const ONLY_PLAIN_WORDS = /^[A-Za-z ,:;!?]*$/;
