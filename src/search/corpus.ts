import type { Talk } from '../schedule/model.ts';
import { FIELDS, type Field, fieldText } from './fields.ts';
import { createForms, type TermId } from './forms.ts';
import { type Language, languageOf } from './language.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import { STOP_WORDS } from './stopWords.ts';
import { createTextIndex, type IndexedTalk, type Postings } from './textIndex.ts';
import { formsOf, wordsOf } from './words.ts';

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
  const forms = createForms();
  const index = createTextIndex();
  const uses = new Map<string, number>();
  const languages = new Set<Language>();
  const analysed = talks.map((talk, ordinal) => {
    const words = wordsByField(talk);
    const language = languageOf(talk.language, words.flat());
    languages.add(language);
    for (const form of new Set(words.flat())) uses.set(form, (uses.get(form) ?? 0) + 1);
    const sequences = words.map((written, at) =>
      Uint32Array.from(keptIn(FIELDS[at], written, language), (form) =>
        forms.intern(form, language),
      ),
    );
    index.add(indexed(ordinal, sequences, forms.terms));
    return { sequences, headWords: [...new Set(words.slice(0, HEAD_FIELDS).flat())] };
  });
  const spoken = [...languages];
  return {
    talks,
    languages: spoken,
    lexicon: createLexicon(uses),
    termCount: forms.terms.length,
    termsOf(form) {
      const ids = spoken.map((language) => forms.termOf(form, language));
      return [...new Set(ids)].filter((id) => id !== undefined);
    },
    postings: (term) => index.postings(forms.terms[term] ?? ''),
    sequence: (ordinal, field) => analysed[ordinal]?.sequences[FIELDS.indexOf(field)] ?? NO_TERMS,
    headWords: (ordinal) => analysed[ordinal]?.headWords ?? [],
  };
}

const NO_TERMS = new Uint32Array(0);

/** Title, subtitle and speakers. */
const HEAD_FIELDS = 3;

function wordsByField(talk: Talk): readonly (readonly string[])[] {
  return FIELDS.map((field) => {
    const forms: string[] = [];
    for (const word of wordsOf(fieldText(talk, field))) {
      if (word.parts.length === 0) forms.push(word.joined);
      else forms.push(...formsOf(word));
    }
    return forms;
  });
}

/** Titles keep their small words, so that `The Who` can be found. */
function keptIn(
  field: Field | undefined,
  words: readonly string[],
  language: Language,
): readonly string[] {
  if (field !== 'abstract') return words;
  const stopWords: ReadonlySet<string> = STOP_WORDS[language];
  return words.filter((word) => !stopWords.has(word));
}

function indexed(
  ordinal: number,
  sequences: readonly Uint32Array[],
  terms: readonly string[],
): IndexedTalk {
  const text = (field: Field) =>
    Array.from(sequences[FIELDS.indexOf(field)] ?? [], (id) => terms[id]).join(' ');
  return {
    ordinal,
    title: text('title'),
    subtitle: text('subtitle'),
    speakers: text('speakers'),
    track: text('track'),
    room: text('room'),
    abstract: text('abstract'),
  };
}
