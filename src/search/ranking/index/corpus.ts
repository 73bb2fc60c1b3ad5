import { inPieces, type Steps } from '../../../clock/steps.ts';
import type { Talk } from '../../../schedule/schedule.ts';
import { type Language, languageOf } from '../../language/language.ts';
import { remembered } from '../../language/remembered.ts';
import { STOP_WORDS } from '../../language/tables.ts';
import { createTerms, type Kin, type TermId, type Terms } from '../../language/terms.ts';
import { allFormsOf, writtenWords } from '../../language/words.ts';
import type { Meaning } from '../../meaning/meaning.ts';
import { FIELDS, type Field, fieldText } from './fields.ts';
import { createHeadWords, type HeadWords } from './headWords.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import { createShortForms, type ShortForms } from './shortForms.ts';
import { type TermSequence, termSequence, termsIn } from './termSequence.ts';
import { createTextIndex, type Postings } from './textIndex.ts';

/** The words of all talks, made ready to be searched. Talks go by their place in the conference. */
export interface Corpus {
  readonly talks: readonly Talk[];
  /** Those that talks are held in. */
  readonly languages: readonly Language[];
  readonly lexicon: Lexicon;
  readonly termCount: number;
  /** The terms of a folded word, as each language of the conference has it. */
  termsOf(form: string): readonly TermId[];
  /** The term of somebody's name, as it stands. */
  nameOf(form: string): TermId | undefined;
  /** Those of the same stem. */
  kinOf(form: string): readonly Kin[];
  readonly shortForms: ShortForms;
  /** Once it is there. */
  readonly meaning?: Meaning | undefined;
  postings(term: TermId): Postings;
  /** A field's terms in the order of the text; abstracts without stop words. */
  sequence(ordinal: number, field: Field): Uint32Array;
  readonly headWords: HeadWords;
}

export function* createCorpus(talks: readonly Talk[]): Steps<Corpus> {
  const terms = createTerms();
  const read = createReader(terms);
  const spoken = new Set<Language>();
  const sequences: TermSequence[] = [];
  const shortForms = createShortForms();
  for (const talk of talks) {
    for (const field of ABBREVIATING) shortForms.read(fieldText(talk, field));
    sequences.push(analyse(talk, read, spoken));
    yield;
  }
  const languages = [...spoken];
  const headWords = yield* createHeadWords(talks);
  const index = yield* createTextIndex(sequences);
  const lexicon = yield* createLexicon(yield* usesByForm(terms, sequences));
  return {
    talks,
    languages,
    shortForms,
    lexicon,
    termCount: terms.count(),
    termsOf: remembered((form) => {
      const ids = languages.map((language) => terms.find(form, language));
      return [...new Set(ids)].filter((id) => id !== undefined);
    }),
    nameOf: (form) => terms.asWritten(form),
    kinOf: remembered((form) => languages.flatMap((language) => terms.kin(form, language))),
    postings: (term) => index.postings(term),
    sequence(ordinal, field) {
      const sequence = sequences[ordinal];
      return sequence === undefined ? NO_TERMS : termsIn(sequence, field);
    },
    headWords,
  };
}

const ABBREVIATING = ['title', 'subtitle', 'track', 'abstract'] as const;
const NO_TERMS = new Uint32Array(0);

function analyse(talk: Talk, read: Reader, spoken: Set<Language>): TermSequence {
  const written = FIELDS.map((field) => writtenWords(fieldText(talk, field)));
  const language = languageOf(talk.language, written);
  spoken.add(language);
  return termSequence((field, into) => {
    // Titles keep their small words, so that `The Who` can be found; names have no endings to lose.
    const stopWords = field === 'abstract' ? 'dropped' : 'kept';
    const spoken = field === 'speakers' ? 'other' : language;
    read(written[FIELDS.indexOf(field)] ?? [], spoken, stopWords, into);
  });
}

/** How many talks use each form or another of the same term. */
function* usesByForm(
  terms: Terms,
  sequences: readonly TermSequence[],
): Steps<ReadonlyMap<string, number>> {
  const uses = new Uint32Array(terms.count());
  const lastTalk = new Int32Array(terms.count()).fill(-1);
  for (const [ordinal, sequence] of sequences.entries()) {
    for (const term of sequence.terms) {
      if (lastTalk[term] !== ordinal) uses[term] = (uses[term] ?? 0) + 1;
      lastTalk[term] = ordinal;
    }
    yield;
  }
  const byForm = new Map<string, number>();
  yield* inPieces(terms.forms(), ([form, term]) =>
    byForm.set(form, Math.max(1, uses[term] ?? 0, byForm.get(form) ?? 0)),
  );
  return byForm;
}

/** Appends the terms of written words, with or without the stop words among them. */
type Reader = (
  written: readonly string[],
  language: Language,
  stopWords: 'kept' | 'dropped',
  into: TermId[],
) => void;

/** A plain telling word is its term and nothing else, which is most of a text. */
type Reading = TermId | readonly { readonly term: TermId; readonly isStopWord: boolean }[];

/** Talks say the same words over and over, so each is taken apart only once a language. */
function createReader(terms: Terms): Reader {
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
