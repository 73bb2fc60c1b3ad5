import type { Talk } from '../../schedule/model.ts';
import { type Language, languageOf } from '../language/language.ts';
import { createTerms, type TermId, type Terms } from '../language/terms.ts';
import { allFormsOf, runsOf, writtenWords } from '../language/words.ts';
import { FIELDS, type Field, fieldText } from './fields.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import { createReader, type Reader } from './reader.ts';
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
  postings(term: TermId): Postings;
  /** A field's terms in the order of the text; abstracts without stop words. */
  sequence(ordinal: number, field: Field): Uint32Array;
  /** Words of titles, subtitles and speakers' names, as they are typed. */
  headWords(ordinal: number): readonly string[];
}

export function createCorpus(talks: readonly Talk[]): Corpus {
  const terms = createTerms();
  const read = createReader(terms);
  const spoken = new Set<Language>();
  const sequences = talks.map((talk) => analyse(talk, read, spoken));
  const languages = [...spoken];
  const index = createTextIndex(sequences);
  const heads: (readonly string[])[] = [];
  return {
    talks,
    languages,
    lexicon: createLexicon(usesByForm(terms, sequences)),
    termCount: terms.count(),
    termsOf(form) {
      const ids = languages.map((language) => terms.find(form, language));
      return [...new Set(ids)].filter((id) => id !== undefined);
    },
    postings: (term) => index.postings(term),
    sequence(ordinal, field) {
      const sequence = sequences[ordinal];
      return sequence === undefined ? NO_TERMS : termsIn(sequence, field);
    },
    headWords(ordinal) {
      const talk = talks[ordinal];
      const words = heads[ordinal] ?? (talk === undefined ? [] : headWordsOf(talk));
      heads[ordinal] = words;
      return words;
    },
  };
}

const NO_TERMS = new Uint32Array(0);

function analyse(talk: Talk, read: Reader, spoken: Set<Language>): TermSequence {
  const written = FIELDS.map((field) => writtenWords(fieldText(talk, field)));
  const language = languageOf(talk.language, written);
  spoken.add(language);
  return termSequence((field, into) => {
    // Titles keep their small words, so that `The Who` can be found.
    const stopWords = field === 'abstract' ? 'dropped' : 'kept';
    read(written[FIELDS.indexOf(field)] ?? [], language, stopWords, into);
  });
}

function headWordsOf(talk: Talk): readonly string[] {
  const texts = [
    fieldText(talk, 'title'),
    fieldText(talk, 'subtitle'),
    fieldText(talk, 'speakers'),
  ];
  return [
    ...new Set(
      texts.flatMap((text) => [...writtenWords(text).flatMap(allFormsOf), ...runsOf(text)]),
    ),
  ];
}

/** How many talks use each form or another of the same term. */
function usesByForm(terms: Terms, sequences: readonly TermSequence[]): ReadonlyMap<string, number> {
  const uses = new Uint32Array(terms.count());
  const lastTalk = new Int32Array(terms.count()).fill(-1);
  for (const [ordinal, sequence] of sequences.entries()) {
    for (const term of sequence.terms) {
      if (lastTalk[term] !== ordinal) uses[term] = (uses[term] ?? 0) + 1;
      lastTalk[term] = ordinal;
    }
  }
  const byForm = new Map<string, number>();
  for (const [form, term] of terms.forms()) {
    byForm.set(form, Math.max(1, uses[term] ?? 0, byForm.get(form) ?? 0));
  }
  return byForm;
}
