import type { Talk } from '../schedule/model.ts';
import { FIELDS, type Field, fieldText } from './fields.ts';
import { type Language, languageOf } from './language.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import { createReader } from './reader.ts';
import { createTerms, type Form, type TermId } from './terms.ts';
import { createTextIndex, type IndexedTalk, type Postings } from './textIndex.ts';
import { writtenWords } from './words.ts';

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
    const forms = written.map((words) => read(words, language, ordinal));
    const sequences = FIELDS.map((field, at) => termsIn(field, forms[at] ?? []));
    index.add(indexed(ordinal, sequences));
    const head = forms.slice(0, HEAD_FIELDS).flatMap((inField) => inField.map(({ text }) => text));
    return { sequences, headWords: [...new Set(head)] };
  });
  const spoken = [...languages];
  return {
    talks,
    languages: spoken,
    lexicon: createLexicon(terms.uses()),
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

const NO_TERMS = new Uint32Array(0);

/** Title, subtitle and speakers. */
const HEAD_FIELDS = 3;

/** Titles keep their small words, so that `The Who` can be found. */
function termsIn(field: Field, forms: readonly Form[]): Uint32Array {
  const terms: TermId[] = [];
  for (const { term, isStopWord } of forms) {
    if (field !== 'abstract' || !isStopWord) terms.push(term);
  }
  return new Uint32Array(terms);
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
