import aliases from '../../../data/words/aliases.json' with { type: 'json' };
import stopWords from '../../../data/words/stop-words.json' with { type: 'json' };
import translations from '../../../data/words/translations.json' with { type: 'json' };
import wordbook from '../../../data/words/wordbook.json' with { type: 'json' };

/** The word tables; what each holds, and what never, is said in `data/words/README.md`. */
export type WordGroups = readonly (readonly string[])[];

export const ALIASES: WordGroups = aliases;
export const TRANSLATIONS: WordGroups = translations;
/** German and English, of everyday life. */
export const WORDBOOK: WordGroups = wordbook;

/** By language. */
export const STOP_WORDS = {
  en: new Set(stopWords.en),
  de: new Set(stopWords.de),
  fr: new Set(stopWords.fr),
  other: new Set<string>(),
} as const satisfies Readonly<Record<string, ReadonlySet<string>>>;
