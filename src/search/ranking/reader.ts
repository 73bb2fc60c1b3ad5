import type { Language } from '../language/language.ts';
import { STOP_WORDS } from '../language/tables.ts';
import type { TermId, Terms } from '../language/terms.ts';
import { allFormsOf } from '../language/words.ts';

/** Appends the terms of written words, with or without the stop words among them. */
export type Reader = (
  written: readonly string[],
  language: Language,
  stopWords: 'kept' | 'dropped',
  into: TermId[],
) => void;

/** A plain telling word is its term and nothing else, which is most of a text. */
type Reading = TermId | readonly { readonly term: TermId; readonly isStopWord: boolean }[];

/** Talks say the same words over and over, so each is taken apart only once a language. */
export function createReader(terms: Terms): Reader {
  const known: Readonly<Record<Language, Map<string, Reading>>> = {
    en: new Map(),
    de: new Map(),
    fr: new Map(),
    other: new Map(),
  };
  return (written, language, stopWords, into) => {
    const readings = known[language];
    for (const word of written) {
      let reading = readings.get(word);
      if (reading === undefined) {
        reading = readingOf(word, language, terms);
        readings.set(word, reading);
      }
      if (typeof reading === 'number') {
        into.push(reading);
        continue;
      }
      for (const { term, isStopWord } of reading) {
        if (stopWords === 'kept' || !isStopWord) into.push(term);
      }
    }
  };
}

function readingOf(written: string, language: Language, terms: Terms): Reading {
  const stopWords = STOP_WORDS[language];
  const forms = allFormsOf(written).map((form) => ({
    term: terms.intern(form, language),
    isStopWord: stopWords.has(form),
  }));
  const [only] = forms;
  return forms.length === 1 && only?.isStopWord === false ? only.term : forms;
}
