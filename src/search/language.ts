import { STOP_WORDS } from './stopWords.ts';

/** Languages whose endings and small words are known; texts in `other` ones are searched as they stand. */
export type Language = 'en' | 'de' | 'fr' | 'other';

const KNOWN = ['en', 'de', 'fr'] as const;

/** The language of a text that says it is in `declared` (BCP 47); told by its small words where it does not say. */
export function languageOf(declared: string | undefined, words: Iterable<string>): Language {
  const primary = declared?.toLowerCase().split('-')[0] ?? '';
  if (primary === '') return detectLanguage(words);
  return KNOWN.find((language) => language === primary) ?? 'other';
}

/** The language with the most small words among folded words; English when there are none. */
export function detectLanguage(words: Iterable<string>): Language {
  const counts = { en: 0, de: 0, fr: 0 };
  for (const word of words) {
    for (const language of KNOWN) if (STOP_WORDS[language].has(word)) counts[language] += 1;
  }
  return KNOWN.reduce((best, language) => (counts[language] > counts[best] ? language : best));
}
