import type { Talk } from '../schedule/model.ts';
import { FIELDS, type Field, fieldText } from './fields.ts';
import { type Language, languageOf } from './language.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import { stem } from './stem.ts';
import { STOP_WORDS } from './stopWords.ts';
import { createTextIndex, type Posting } from './textIndex.ts';
import { type Word, wordsOf } from './words.ts';

/** The words of all talks, made ready to be searched. Talks go by their place in the conference. */
export interface Corpus {
  readonly talks: readonly Talk[];
  readonly languages: readonly Language[];
  readonly lexicon: Lexicon;
  /** `undefined` for a term that no talk has. */
  termId(term: string): number | undefined;
  postings(term: string): readonly Posting[];
  /** The ids of a field's terms in the order of the text; abstracts without stop words. */
  sequence(ordinal: number, field: Field): Uint32Array;
  /** Words of titles, subtitles and speakers' names, as they are typed. */
  headWords(ordinal: number): readonly string[];
}

/** A word of more pieces than this is an address; only its pieces are kept. */
const MOST_JOINED = 5;

export function createCorpus(talks: readonly Talk[]): Corpus {
  const index = createTextIndex();
  const counts = new Map<string, number>();
  const languages = new Set<Language>();
  const ids = new Map<string, number>();
  const stems: Record<Language, Map<string, string>> = {
    en: new Map(),
    de: new Map(),
    fr: new Map(),
    other: new Map(),
  };
  const sequences: Uint32Array[][] = [];
  const headWords: string[][] = [];

  const termOf = (form: string, language: Language) => {
    const known = stems[language].get(form);
    if (known !== undefined) return known;
    const term = stem(form, language);
    stems[language].set(form, term);
    return term;
  };
  const idOf = (term: string) => {
    const known = ids.get(term);
    if (known !== undefined) return known;
    ids.set(term, ids.size);
    return ids.size - 1;
  };

  talks.forEach((talk, ordinal) => {
    const words = FIELDS.map((field) => wordsOf(fieldText(talk, field)));
    const language = languageOf(
      talk.language,
      words.flat().map(({ joined }) => joined),
    );
    languages.add(language);
    const forms = words.map((inField) => inField.flatMap(formsOf));
    for (const form of new Set(forms.flat())) counts.set(form, (counts.get(form) ?? 0) + 1);
    const stopWords: ReadonlySet<string> = STOP_WORDS[language];
    const terms = forms.map((inField, at) => {
      const kept =
        FIELDS[at] === 'abstract' ? inField.filter((form) => !stopWords.has(form)) : inField;
      return kept.map((form) => termOf(form, language));
    });
    index.add({ ordinal, ...textByField(terms) });
    sequences.push(terms.map((inField) => Uint32Array.from(inField, idOf)));
    headWords.push([...new Set(forms.slice(0, 3).flat())]);
  });

  return {
    talks,
    languages: [...languages],
    lexicon: createLexicon(counts),
    termId: (term) => ids.get(term),
    postings: (term) => (ids.has(term) ? index.postings(term) : []),
    sequence: (ordinal, field) => sequences[ordinal]?.[FIELDS.indexOf(field)] ?? NO_TERMS,
    headWords: (ordinal) => headWords[ordinal] ?? [],
  };
}

const NO_TERMS = new Uint32Array(0);

/** What a word can be found by: itself and, if it has several, its parts. */
export function formsOf({ joined, parts }: Word): readonly string[] {
  if (parts.length === 0) return [joined];
  return parts.length > MOST_JOINED ? parts : [joined, ...parts];
}

function textByField(terms: readonly (readonly string[])[]): Record<Field, string> {
  const text = (field: Field) => terms[FIELDS.indexOf(field)]?.join(' ') ?? '';
  return {
    title: text('title'),
    subtitle: text('subtitle'),
    speakers: text('speakers'),
    track: text('track'),
    room: text('room'),
    abstract: text('abstract'),
  };
}
