import { fold } from '../../schedule/naming/slug.ts';
import { STOP_WORDS } from './tables.ts';

/** Languages whose endings and small words are known; texts in `other` ones are searched as they stand. */
export type Language = 'en' | 'de' | 'fr' | 'other';

const KNOWN = ['en', 'de', 'fr'] as const;

/** The language of a talk that says it is in `declared` (BCP 47); told by the small words of its fields where it does not. */
export function languageOf(
  declared: string | undefined,
  fields: readonly (readonly string[])[],
): Language {
  const primary = declared?.toLowerCase().split('-')[0] ?? '';
  if (primary !== '') return KNOWN.find((language) => language === primary) ?? 'other';
  return detectLanguage(fields.flatMap((words) => words.slice(0, SAMPLE)));
}

/** Enough of a field to know its language by. */
const SAMPLE = 20;

/** The language with the most small words among these; English when there are none. */
export function detectLanguage(words: readonly string[]): Language {
  const counts = { en: 0, de: 0, fr: 0 };
  for (const word of words) {
    for (const language of SMALL_IN.get(fold(word)) ?? []) counts[language] += 1;
  }
  return KNOWN.reduce((best, language) => (counts[language] > counts[best] ? language : best));
}

/** The languages of each small word: most words of a text are in none, and one look tells. */
const SMALL_IN = new Map(
  KNOWN.flatMap((language) => [...STOP_WORDS[language]]).map((word) => [
    word,
    KNOWN.filter((language) => STOP_WORDS[language].has(word)),
  ]),
);
