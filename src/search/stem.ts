import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import type { Language } from './language.ts';
import { americanSpelling } from './spelling.ts';

/** Every ending that the English stemmer takes off; it is slow to find out that there is none. */
const ENGLISH_ENDING = /(?:s|ed|ing|y|e|[cglt]i|al|ful|er|or|ic|ant|ent|ou|ism|ion|ll)$/;

const STEMMERS: Readonly<Record<Language, (word: string) => string>> = {
  en: (word) => {
    const spelt = americanSpelling(word);
    return ENGLISH_ENDING.test(spelt) ? english(spelt) : spelt;
  },
  de: german,
  fr: french,
  other: (word) => word,
};

/** Names of things (`c++`, `k8s`, `.net`) and short words have no endings to lose. */
const INFLECTED = /^\p{L}{3,}$/u;

/** The stem of a folded word. */
export function stem(word: string, language: Language): string {
  return INFLECTED.test(word) ? STEMMERS[language](word) || word : word;
}
