import type { Talk } from '../schedule/model.ts';
import { FIELDS, type Field, fieldText } from './fields.ts';
import { type Language, languageOf } from './language.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import { createReader } from './reader.ts';
import { createTerms, type TermId, type Terms } from './terms.ts';
import { createTextIndex, type IndexedTalk, type Postings } from './textIndex.ts';
import { allFormsOf, writtenWords } from './words.ts';

/** The words of all talks, made ready to be searched. Talks go by their place in the conference. */
export interface Corpus {
  readonly talks: readonly Talk[];
  /** Those that talks are held in. */
  readonly languages: readonly Language[];
  readonly lexicon: Lexicon;
  readonly termCount: number;
  /** The terms of a folded word, as each language of the conference has it. */
  termsOf(form: string): readonly TermId[];
  postings(term: TermId): Postings;
  /** A field's terms in the order of the text; abstracts without stop words. */
  sequence(ordinal: number, field: Field): Uint32Array;
  /** Words of titles, subtitles and speakers' names, as they are typed. */
  headWords(ordinal: number): readonly string[];
}

export function createCorpus(talks: readonly Talk[]): Corpus {
  const terms = createTerms();
  const read = createReader(terms);
  const index = createTextIndex();
  const languages = new Set<Language>();
  const analysed = talks.map((talk, ordinal) => {
    const written = FIELDS.map((field) => writtenWords(fieldText(talk, field)));
    const language = languageOf(talk.language, written);
    languages.add(language);
    const sequences = FIELDS.map((field, at) =>
      // Titles keep their small words, so that `The Who` can be found.
      read(written[at] ?? [], language, field === 'abstract' ? 'dropped' : 'kept'),
    );
    index.add(indexed(ordinal, sequences));
    return { sequences, headWords: headWords(written) };
  });
  const spoken = [...languages];
  return {
    talks,
    languages: spoken,
    lexicon: createLexicon(usesByForm(terms, analysed)),
    termCount: terms.count(),
    termsOf(form) {
      const ids = spoken.map((language) => terms.find(form, language));
      return [...new Set(ids)].filter((id) => id !== undefined);
    },
    postings: (term) => index.postings(term),
    sequence: (ordinal, field) => analysed[ordinal]?.sequences[FIELDS.indexOf(field)] ?? NO_TERMS,
    headWords: (ordinal) => analysed[ordinal]?.headWords ?? [],
  };
}

interface AnalysedTalk {
  readonly sequences: readonly Uint32Array[];
  readonly headWords: readonly string[];
}

const NO_TERMS = new Uint32Array(0);

/** Title, subtitle and speakers. */
const HEAD_FIELDS = 3;

function headWords(written: readonly (readonly string[])[]): readonly string[] {
  return [...new Set(written.slice(0, HEAD_FIELDS).flatMap((words) => words.flatMap(allFormsOf)))];
}

/** How many talks use each form or another of the same term. */
function usesByForm(terms: Terms, analysed: readonly AnalysedTalk[]): ReadonlyMap<string, number> {
  const uses = new Uint32Array(terms.count());
  const lastTalk = new Int32Array(terms.count()).fill(-1);
  for (const [ordinal, { sequences }] of analysed.entries()) {
    for (const sequence of sequences) {
      for (const term of sequence) {
        if (lastTalk[term] !== ordinal) uses[term] = (uses[term] ?? 0) + 1;
        lastTalk[term] = ordinal;
      }
    }
  }
  const byForm = new Map<string, number>();
  for (const [form, term] of terms.forms()) {
    byForm.set(form, Math.max(1, uses[term] ?? 0, byForm.get(form) ?? 0));
  }
  return byForm;
}

function indexed(ordinal: number, sequences: readonly Uint32Array[]): IndexedTalk {
  const inField = (field: Field) => sequences[FIELDS.indexOf(field)] ?? NO_TERMS;
  return {
    ordinal,
    title: inField('title'),
    subtitle: inField('subtitle'),
    speakers: inField('speakers'),
    track: inField('track'),
    room: inField('room'),
    abstract: inField('abstract'),
  };
}
