import { stem } from './stem.ts';
import { ALIASES, TRANSLATIONS, WORDBOOK, type WordGroups } from './tables.ts';
import { formsOf, writtenWords } from './words.ts';

/** Other words for some words. */
export interface Synonym {
  readonly words: readonly string[];
  /** 1 for the same thing, less for something near it. */
  readonly weight: number;
}

/** Longest entry of the tables, in words. */
export const LONGEST_ENTRY = 4;

const SAME = 0.95;
/** Weight of what other languages call it. */
export const TRANSLATED = 0.8;
/** The same of everyday words, which mean more than one thing more often. */
export const EVERYDAY = 0.75;

const LANGUAGES = ['en', 'de', 'fr'] as const;

/** Made for the first who asks: so many words have to be stemmed that it would delay the start. */
let synonyms: ReadonlyMap<string, readonly Synonym[]> | undefined;

/** A folded word's stems, by language. */
export type Stems = readonly string[];

export function stemsOf(word: string): Stems {
  return LANGUAGES.map((language) => stem(word, language));
}

/** What else these words are called, in any of their inflections. */
export function synonymsOf(words: readonly Stems[]): readonly Synonym[] {
  synonyms ??= synonymsByKey([
    { groups: ALIASES, weight: SAME },
    { groups: TRANSLATIONS, weight: TRANSLATED },
    { groups: WORDBOOK, weight: EVERYDAY },
  ]);
  const found: Synonym[] = [];
  for (const key of keysOf(words)) found.push(...(synonyms.get(key) ?? []));
  return found;
}

/** Whether these words together are another name of something. */
export function isAlias(words: readonly string[]): boolean {
  return synonymsOf(words.map(stemsOf)).some(({ weight }) => weight === SAME);
}

function synonymsByKey(
  tables: readonly { readonly groups: WordGroups; readonly weight: number }[],
): ReadonlyMap<string, readonly Synonym[]> {
  const byKey = new Map<string, Synonym[]>();
  for (const { groups, weight } of tables) {
    for (const group of groups) {
      const entries = group.map((form) => writtenWords(form).map((word) => formsOf(word).joined));
      for (const entry of entries) {
        const others = entries.filter((other) => other !== entry);
        for (const key of keysOf(entry.map(stemsOf))) {
          const known = byKey.get(key) ?? [];
          known.push(...others.map((words) => ({ words, weight })));
          byKey.set(key, known);
        }
      }
    }
  }
  return byKey;
}

function keysOf(words: readonly Stems[]): ReadonlySet<string> {
  return new Set(LANGUAGES.map((_, at) => words.map((stems) => stems[at]).join(' ')));
}
