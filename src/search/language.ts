import { STOP_WORDS } from './stopWords.ts';

/** Languages whose endings and small words are known; texts in `other` ones are searched as they stand. */
export type Language = 'en' | 'de' | 'fr' | 'other';

export const LANGUAGES = ['en', 'de', 'fr', 'other'] as const satisfies readonly Language[];

const KNOWN = ['en', 'de', 'fr'] as const;

/** Enough of a text to know its language by. */
const SAMPLE = 120;

/** The language of a text that says it is in `declared` (BCP 47); told by its small words where it does not say. */
export function languageOf(declared: string | undefined, words: readonly string[]): Language {
  const primary = declared?.toLowerCase().split('-')[0] ?? '';
  if (primary === '') return detectLanguage(words);
  return KNOWN.find((language) => language === primary) ?? 'other';
}

/** The language with the most small words among the first of these folded words; English when there are none. */
export function detectLanguage(words: readonly string[]): Language {
  const counts = { en: 0, de: 0, fr: 0 };
  for (const word of words.slice(0, SAMPLE)) {
    for (const language of KNOWN) if (STOP_WORDS[language].has(word)) counts[language] += 1;
  }
  return KNOWN.reduce((best, language) => (counts[language] > counts[best] ? language : best));
}
