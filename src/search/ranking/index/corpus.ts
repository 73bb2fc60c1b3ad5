import { inPieces, type Steps } from '../../../clock/steps.ts';
import type { Talk } from '../../../schedule/schedule.ts';
import { type Language, languageOf } from '../../language/language.ts';
import { remembered } from '../../language/remembered.ts';
import { STOP_WORDS } from '../../language/tables.ts';
import { createTerms, type TermId, type Terms } from '../../language/terms.ts';
import { allFormsOf } from '../../language/words.ts';
import type { Meaning } from '../../meaning/meaning.ts';
import { type Field, type WrittenField, writtenFields } from './fields.ts';
import { createHeadWords, type HeadWords, headWordsOf } from './headWords.ts';
import { type Kin, kinAmong } from './kin.ts';
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
  const heads: (readonly string[])[] = [];
  const shortForms = createShortForms();
  for (const talk of talks) {
    const fields = writtenFields(talk);
    for (const { field, text } of fields) if (ABBREVIATING.has(field)) shortForms.read(text);
    heads.push(headWordsOf(fields));
    const words = fields.map((field) => field.words);
    const language = languageOf(talk.language, words);
    spoken.add(language);
    sequences.push(termSequence(fields, (field, into) => read(field, language, into)));
    yield;
  }
  const languages = [...spoken];
  const headWords = yield* createHeadWords(heads);
  const index = yield* createTextIndex(sequences);
  const lexicon = yield* createLexicon(yield* usesByForm(terms, sequences));
  const kinOf = remembered(kinAmong(terms, lexicon));
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
    nameOf: (form) => terms.asWritten(form, 'other'),
    kinOf,
    postings: (term) => index.postings(term),
    sequence(ordinal, field) {
      const sequence = sequences[ordinal];
      return sequence === undefined ? NO_TERMS : termsIn(sequence, field);
    },
    headWords,
  };
}

const ABBREVIATING: ReadonlySet<Field> = new Set(['title', 'subtitle', 'track', 'abstract']);
const NO_TERMS = new Uint32Array(0);

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

/** Appends the terms of a field. */
type Reader = (field: WrittenField, language: Language, into: TermId[]) => void;

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
  return ({ field, words }, spoken, into) => {
    // Names have no endings to lose.
    const language = field === 'speakers' ? 'other' : spoken;
    // Titles keep their small words, so that `The Who` can be found.
    const keepsStopWords = field !== 'abstract';
    const readings = known[language];
    for (const word of words) {
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
        if (keepsStopWords || !isStopWord) into.push(term);
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
