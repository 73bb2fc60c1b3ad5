import type { Steps } from '../../../clock/steps.ts';
import { allFormsOf, runsOf } from '../../language/words.ts';
import type { Field, WrittenField } from './fields.ts';
import { lowerBound, sorted } from './lexicon.ts';

/** Words of titles, subtitles and speakers' names, as they are typed. */
export interface HeadWords {
  /** The talks of which each of these begins such a word, by their place, ascending. */
  talksBeginningWith(beginnings: readonly string[]): readonly number[];
}

/** Of all talks, those of each as {@link headWordsOf} has them. */
export function* createHeadWords(byTalk: readonly (readonly string[])[]): Steps<HeadWords> {
  const holders = new Map<string, number[]>();
  for (const [ordinal, words] of byTalk.entries()) {
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

export function headWordsOf(fields: readonly WrittenField[]): readonly string[] {
  const heads = fields.filter(({ field }) => HEADS.has(field));
  const words = heads.flatMap(({ text, words }) => {
    const forms = words.flatMap(allFormsOf);
    return ONLY_PLAIN_WORDS.test(text) ? forms : [...forms, ...runsOf(text)];
  });
  return [...new Set(words)];
}

const HEADS: ReadonlySet<Field> = new Set(['title', 'subtitle', 'speakers']);
/** Most texts; runs of letters are words then, and need not be looked for. */
const ONLY_PLAIN_WORDS = /^[A-Za-z ,:;!?]*$/;
