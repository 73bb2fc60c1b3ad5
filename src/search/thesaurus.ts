import { ALIASES } from './aliases.ts';
import { RELATED_WORDS } from './relatedWords.ts';
import { stem } from './stem.ts';
import { TRANSLATIONS } from './translations.ts';
import { wordsOf } from './words.ts';

/** Other words for some words. */
export interface Synonym {
  readonly words: readonly string[];
  /** 1 for the same thing, less for something near it. */
  readonly weight: number;
}

/** Longest entry of the tables, in words. */
export const LONGEST_ENTRY = 4;

const SAME = 0.95;
const TRANSLATED = 0.8;
const NEAR = 0.4;

const LANGUAGES = ['en', 'de', 'fr'] as const;

const SYNONYMS: ReadonlyMap<string, readonly Synonym[]> = synonymsByKey([
  { groups: ALIASES, weight: SAME },
  { groups: TRANSLATIONS, weight: TRANSLATED },
  { groups: RELATED_WORDS, weight: NEAR },
]);

/** What else these folded words are called, in any of their inflections. */
export function synonymsOf(words: readonly string[]): readonly Synonym[] {
  const found: Synonym[] = [];
  for (const key of keysOf(words)) found.push(...(SYNONYMS.get(key) ?? []));
  return found;
}

/** Whether these words together are another name of something. */
export function isAlias(words: readonly string[]): boolean {
  return synonymsOf(words).some(({ weight }) => weight === SAME);
}

function synonymsByKey(
  tables: readonly { readonly groups: readonly (readonly string[])[]; readonly weight: number }[],
): ReadonlyMap<string, readonly Synonym[]> {
  const byKey = new Map<string, Synonym[]>();
  for (const { groups, weight } of tables) {
    for (const group of groups) {
      const entries = group.map((form) => wordsOf(form).map(({ joined }) => joined));
      for (const entry of entries) {
        const others = entries.filter((other) => other !== entry);
        for (const key of keysOf(entry)) {
          const known = byKey.get(key) ?? [];
          known.push(...others.map((words) => ({ words, weight })));
          byKey.set(key, known);
        }
      }
    }
  }
  return byKey;
}

function keysOf(words: readonly string[]): ReadonlySet<string> {
  return new Set(LANGUAGES.map((language) => words.map((word) => stem(word, language)).join(' ')));
}
