import type { Language } from './language.ts';
import { plainForm, stem } from './stem.ts';

/** Number of a term (a word without its plural) in one conference, counted from 0. */
export type TermId = number;

/** The terms of a conference: what its words are searched by, in the singular and in the plural. */
export interface Terms {
  /** The term of a folded word in a text of that language; new ones are numbered. */
  intern(form: string, language: Language): TermId;
  /** `undefined` for a word whose term no talk has. */
  find(form: string, language: Language): TermId | undefined;
  /** The term of a word that is written just so in an `other` language, as names are. */
  asWritten(form: string): TermId | undefined;
  /** The other terms with the same stem, each as it was first written. */
  kin(form: string, language: Language): readonly Kin[];
  count(): number;
  /** Every form with its term; once for each language it was met in. */
  forms(): Iterable<readonly [form: string, term: TermId]>;
}

/** A word of the same family: `testing` to `test`, but `import` to `important` too. */
export interface Kin {
  readonly term: TermId;
  readonly form: string;
}

export function createTerms(): Terms {
  const byPlainForm = new Map<string, TermId>();
  const byForm: Readonly<Record<Language, Map<string, TermId>>> = {
    en: new Map(),
    de: new Map(),
    fr: new Map(),
    other: new Map(),
  };
  /** The terms that a language's texts have. */
  const written: Readonly<Record<Language, Set<TermId>>> = {
    en: new Set(),
    de: new Set(),
    fr: new Set(),
    other: new Set(),
  };
  /** Only English stems hold several terms together. */
  const families = new Map<string, Kin[]>();
  /** Those of words that talks have, whose stems need not be looked for again. */
  const familyOf = new Map<string, readonly Kin[]>();
  const join = (kin: Kin) => {
    const stemmed = stem(kin.form, 'en');
    const family = families.get(stemmed) ?? [];
    if (family.length === 0) families.set(stemmed, family);
    if (!family.some(({ term }) => term === kin.term)) family.push(kin);
    familyOf.set(kin.form, family);
  };
  return {
    intern(form, language) {
      const known = byForm[language].get(form);
      if (known !== undefined) return known;
      const plain = plainForm(form, language);
      const id = byPlainForm.get(plain) ?? byPlainForm.size;
      if (id === byPlainForm.size) byPlainForm.set(plain, id);
      byForm[language].set(form, id);
      written[language].add(id);
      if (language === 'en') join({ term: id, form });
      return id;
    },
    find(form, language) {
      const known = byForm[language].get(form);
      if (known !== undefined) return known;
      const plain = plainForm(form, language);
      const id = byPlainForm.get(plain);
      if (id === undefined || plain === form) return id;
      // What an ending leaves may be a word of another language: `welle` without its `e` is no `well`.
      return written[language].has(id) ? id : undefined;
    },
    asWritten: (form) => byForm.other.get(form),
    kin(form, language) {
      if (language !== 'en') return [];
      const own = byForm.en.get(form) ?? byPlainForm.get(plainForm(form, language));
      const family = familyOf.get(form) ?? families.get(stem(form, language)) ?? [];
      return family.filter(({ term }) => term !== own);
    },
    count: () => byPlainForm.size,
    *forms() {
      for (const terms of Object.values(byForm)) yield* terms;
    },
  };
}
