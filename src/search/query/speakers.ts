import type { Conference } from '../../schedule/schedule.ts';
import { fold } from '../../schedule/slug.ts';
import { distanceWithin } from '../language/editDistance.ts';

/**
 * The names of the speakers meant by words in any order, whole or half typed, without
 * accents. When nobody is called that, misspelt names are looked for.
 */
export function findSpeakers({ talks }: Conference, words: string): readonly string[] {
  const wanted = nameWords(words);
  if (wanted.length === 0) return [];
  const names = [...new Set(talks.flatMap(({ speakers }) => speakers.map(({ name }) => name)))];
  const fitting = (fits: (word: string, wish: string) => boolean) =>
    names.filter((name) => {
      const own = nameWords(name);
      return wanted.every((wish) => own.some((word) => fits(word, wish)));
    });
  const exact = fitting((word, wish) => word.startsWith(wish));
  return exact.length > 0 ? exact : fitting(isMisspelt);
}

function isMisspelt(word: string, wish: string): boolean {
  return word.startsWith(wish) || (wish.length > 3 && distanceWithin(word, wish, 1) !== undefined);
}

function nameWords(text: string): readonly string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
