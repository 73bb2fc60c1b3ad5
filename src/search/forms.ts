import { LANGUAGES, type Language } from './language.ts';
import { stem } from './stem.ts';

/** Number of a term (a stem) in one conference, counted from 0. */
export type TermId = number;

/** All forms that words are written in at a conference, and the terms they are searched by. */
export interface Forms {
  /** The term of a form in a text of that language; new ones are numbered. */
  intern(form: string, language: Language): TermId;
  /** The term of a form; `undefined` where no talk has it. */
  termOf(form: string, language: Language): TermId | undefined;
  /** Every term, by its number. */
  readonly terms: readonly string[];
}

export function createForms(): Forms {
  const terms: string[] = [];
  const idByTerm = new Map<string, TermId>();
  const idByForm = new Map(LANGUAGES.map((language) => [language, new Map<string, TermId>()]));
  const known = (form: string, language: Language) => idByForm.get(language)?.get(form);
  return {
    terms,
    intern(form, language) {
      const before = known(form, language);
      if (before !== undefined) return before;
      const term = stem(form, language);
      const id = idByTerm.get(term) ?? terms.length;
      if (id === terms.length) {
        terms.push(term);
        idByTerm.set(term, id);
      }
      idByForm.get(language)?.set(form, id);
      return id;
    },
    termOf: (form, language) => known(form, language) ?? idByTerm.get(stem(form, language)),
  };
}
