import type { Language } from './language.ts';
import type { CountedForm, Form, Terms } from './terms.ts';
import { allFormsOf } from './words.ts';

/** Turns the words of one talk after the other into forms, and counts the talks that use each. */
export type Reader = (
  written: readonly string[],
  language: Language,
  ordinal: number,
) => readonly Form[];

/** Talks say the same words over and over, so each is taken apart only once a language. */
export function createReader(terms: Terms): Reader {
  const known: Readonly<Record<Language, Map<string, readonly CountedForm[]>>> = {
    en: new Map(),
    de: new Map(),
    fr: new Map(),
    other: new Map(),
  };
  return (written, language, ordinal) => {
    const read: Form[] = [];
    for (const word of written) {
      let forms = known[language].get(word);
      if (forms === undefined) {
        forms = allFormsOf(word).map((text) => terms.intern(text, language));
        known[language].set(word, forms);
      }
      for (const form of forms) {
        if (form.lastTalk !== ordinal) form.uses += 1;
        form.lastTalk = ordinal;
        read.push(form);
      }
    }
    return read;
  };
}
