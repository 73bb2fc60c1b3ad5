import type { Language } from './language.ts';
import { stem } from './stem.ts';

/** Number of a term (a stem) in one conference, counted from 0. */
export type TermId = number;

/** The terms of a conference: what its words are searched by, whatever form they are written in. */
export interface Terms {
  /** The term of a folded word in a text of that language; new ones are numbered. */
  intern(form: string, language: Language): TermId;
  /** `undefined` for a word whose term no talk has. */
  find(form: string, language: Language): TermId | undefined;
  count(): number;
  /** Every form with its term; once for each language it was met in. */
  forms(): readonly (readonly [form: string, term: TermId])[];
}

export function createTerms(): Terms {
  const byStem = new Map<string, TermId>();
  const byForm: Readonly<Record<Language, Map<string, TermId>>> = {
    en: new Map(),
    de: new Map(),
    fr: new Map(),
    other: new Map(),
  };
  return {
    intern(form, language) {
      const known = byForm[language].get(form);
      if (known !== undefined) return known;
      const stemmed = stem(form, language);
      const id = byStem.get(stemmed) ?? byStem.size;
      if (id === byStem.size) byStem.set(stemmed, id);
      byForm[language].set(form, id);
      return id;
    },
    find: (form, language) => byForm[language].get(form) ?? byStem.get(stem(form, language)),
    count: () => byStem.size,
    forms: () => Object.values(byForm).flatMap((terms) => [...terms]),
  };
}
