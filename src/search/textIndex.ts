import MiniSearch from 'minisearch';
import { FIELDS, type Field } from './fields.ts';

/** How much a word is worth by where it stands. */
const BOOST: Readonly<Record<Field, number>> = {
  title: 4,
  subtitle: 2.5,
  speakers: 3,
  track: 1.2,
  room: 0.6,
  abstract: 1,
};

/** The terms of a talk, in each field joined by blanks. */
export type IndexedTalk = { readonly ordinal: number } & Readonly<Record<Field, string>>;

export interface Posting {
  readonly ordinal: number;
  /** BM25+ over all fields. */
  readonly score: number;
}

/** An inverted index of terms that are made elsewhere. Nothing of a talk is kept but its terms. */
export interface TextIndex {
  add(talk: IndexedTalk): void;
  /** The talks that hold exactly this term. */
  postings(term: string): readonly Posting[];
}

export function createTextIndex(): TextIndex {
  const index = new MiniSearch<IndexedTalk>({
    idField: 'ordinal',
    fields: [...FIELDS],
    tokenize: (text) => (text === '' ? [] : text.split(' ')),
    processTerm: (term) => term,
  });
  const exactly = {
    boost: BOOST,
    prefix: false,
    fuzzy: false,
    tokenize: (term: string) => [term],
  };
  return {
    add: (talk) => index.add(talk),
    postings: (term) =>
      index.search(term, exactly).map(({ id, score }) => ({ ordinal: id, score })),
  };
}
