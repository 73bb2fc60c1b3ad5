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

/** The talks that hold a term, with their scores (BM25+ over all fields) at the same places. */
export interface Postings {
  readonly ordinals: Uint32Array;
  readonly scores: Float32Array;
}

/** An inverted index of terms that are made elsewhere. Nothing of a talk is kept but its terms. */
export interface TextIndex {
  add(talk: IndexedTalk): void;
  /** The talks that hold exactly this term. All talks have to be there before the first is looked up. */
  postings(term: string): Postings;
}

export function createTextIndex(): TextIndex {
  const index = new MiniSearch<IndexedTalk>({
    idField: 'ordinal',
    fields: [...FIELDS],
    tokenize: (text) => (text === '' ? [] : text.split(' ')),
    processTerm: (term) => term,
  });
  const exactly = { boost: BOOST, tokenize: (term: string) => [term] };
  const known = new Map<string, Postings>();
  return {
    add: (talk) => index.add(talk),
    postings(term) {
      const before = known.get(term);
      if (before !== undefined) return before;
      const results = index.search(term, exactly);
      const postings = {
        ordinals: Uint32Array.from(results, ({ id }) => id),
        scores: Float32Array.from(results, ({ score }) => score),
      };
      known.set(term, postings);
      return postings;
    },
  };
}
