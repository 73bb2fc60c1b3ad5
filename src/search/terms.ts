import type { Language } from './language.ts';
import { stem } from './stem.ts';
import { STOP_WORDS } from './stopWords.ts';

/** Number of a term (a stem) in one conference, counted from 0. */
export type TermId = number;

/** A folded form of a word, as texts of one language have it. */
export interface Form {
  readonly text: string;
  readonly term: TermId;
  readonly isStopWord: boolean;
}

/** The terms of a conference: what its words are searched by, whatever form they are written in. */
export interface Terms {
  /** The form of a folded word in texts of that language; new terms are numbered. */
  intern(text: string, language: Language): CountedForm;
  /** `undefined` for a word whose term no talk has. */
  find(text: string, language: Language): TermId | undefined;
  count(): number;
  /** How many talks use each form. */
  uses(): ReadonlyMap<string, number>;
}

/** A form with the number of talks that use it and the last of them. */
export interface CountedForm extends Form {
  uses: number;
  lastTalk: number;
}

export function createTerms(): Terms {
  const byStem = new Map<string, TermId>();
  const byLanguage: Readonly<Record<Language, Map<string, CountedForm>>> = {
    en: new Map(),
    de: new Map(),
    fr: new Map(),
    other: new Map(),
  };
  return {
    intern(text, language) {
      const known = byLanguage[language].get(text);
      if (known !== undefined) return known;
      const stemmed = stem(text, language);
      const term = byStem.get(stemmed) ?? byStem.size;
      if (term === byStem.size) byStem.set(stemmed, term);
      const stopWords: ReadonlySet<string> = STOP_WORDS[language];
      const form = { text, term, isStopWord: stopWords.has(text), uses: 0, lastTalk: -1 };
      byLanguage[language].set(text, form);
      return form;
    },
    find: (text, language) =>
      byLanguage[language].get(text)?.term ?? byStem.get(stem(text, language)),
    count: () => byStem.size,
    uses: () => usesOf(Object.values(byLanguage)),
  };
}

function usesOf(languages: readonly ReadonlyMap<string, CountedForm>[]): Map<string, number> {
  const uses = new Map<string, number>();
  for (const forms of languages) {
    for (const [text, form] of forms) uses.set(text, (uses.get(text) ?? 0) + form.uses);
  }
  return uses;
}
