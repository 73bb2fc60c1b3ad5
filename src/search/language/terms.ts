import type { Language } from './language.ts';
import { plainForm } from './stem.ts';

/** Number of a term (a word without its plural) in one conference, counted from 0. */
export type TermId = number;

/** The terms of a conference: what its words are searched by, in the singular and in the plural. */
export interface Terms {
  /** The term of a folded word in a text of that language; new ones are numbered. */
  intern(form: string, language: Language): TermId;
  /** `undefined` for a word whose term no talk has. */
  find(form: string, language: Language): TermId | undefined;
  /** The term of a word that a text of that language has just so; names are of an `other` language. */
  asWritten(form: string, language: Language): TermId | undefined;
  count(): number;
  /** Every form with its term; once for each language it was met in. */
  forms(): Iterable<readonly [form: string, term: TermId]>;
}

export function createTerms(): Terms {
  const byPlainForm = new Map<string, TermId>();
  const byForm: Readonly<Record<Language, Map<string, TermId>>> = {
    en: new Map(),
    de: new Map(),
    fr: new Map(),
    other: new Map(),
  };
  /** Of each term the languages whose texts have it, one bit each. */
  const spoken: number[] = [];
  return {
    intern(form, language) {
      const known = byForm[language].get(form);
      if (known !== undefined) return known;
      const plain = plainForm(form, language);
      const id = byPlainForm.get(plain) ?? byPlainForm.size;
      if (id === byPlainForm.size) byPlainForm.set(plain, id);
      byForm[language].set(form, id);
      spoken[id] = (spoken[id] ?? 0) | BIT[language];
      return id;
    },
    find(form, language) {
      const known = byForm[language].get(form);
      if (known !== undefined) return known;
      const plain = plainForm(form, language);
      const id = byPlainForm.get(plain);
      if (id === undefined || plain === form) return id;
      // What an ending leaves may be a word of another language: `welle` without its `e` is no `well`.
      return (spoken[id] ?? 0) & BIT[language] ? id : undefined;
    },
    asWritten: (form, language) => byForm[language].get(form),
    count: () => byPlainForm.size,
    *forms() {
      for (const terms of Object.values(byForm)) yield* terms;
    },
  };
}

const BIT = { en: 1, de: 2, fr: 4, other: 8 } as const satisfies Record<Language, number>;
