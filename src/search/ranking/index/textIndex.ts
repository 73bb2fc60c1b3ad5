import MiniSearch from 'minisearch';
import type { Steps } from '../../../clock/steps.ts';
import type { TermId } from '../../language/terms.ts';
import { FIELDS, type Field } from './fields.ts';
import { type TermSequence, termsIn } from './termSequence.ts';

/** How much a word is worth by where it stands. */
const BOOST: Readonly<Record<Field, number>> = {
  title: 4,
  subtitle: 2.5,
  speakers: 3,
  track: 1.2,
  room: 0.6,
  type: 0.6,
  abstract: 1,
};

/** MiniSearch's own, but without what BM25+ gives each field that holds a word, however long it is. */
const BM25 = { k: 1.2, b: 0.7, d: 0 };

/** A word in a title is worth more than one in an abstract, but not more than a second word of the query. */
const DAMPING = 0.6;

/** The talks that hold a term, with their scores (BM25 over all fields, damped) at the same places. */
export interface Postings {
  readonly ordinals: Uint32Array;
  readonly scores: Float32Array;
}

/** An inverted index of terms that are made elsewhere. Nothing of a talk is kept but its terms. */
export interface TextIndex {
  /** The talks that hold exactly this term. */
  postings(term: TermId): Postings;
}

interface IndexedTalk {
  readonly ordinal: number;
  readonly sequence: TermSequence;
}

/** Talks go by their place in the list. */
export function* createTextIndex(talks: readonly TermSequence[]): Steps<TextIndex> {
  const keyOf = keys();
  // MiniSearch asks for a field's text and at once for the terms in it; the text is not needed.
  let asked: string[] = [];
  const index = new MiniSearch<IndexedTalk>({
    idField: 'ordinal',
    fields: [...FIELDS],
    extractField: ({ ordinal, sequence }, name) => {
      const field = FIELDS.find((candidate) => candidate === name);
      return field === undefined ? ordinal : termsIn(sequence, field);
    },
    stringifyField: (terms: Uint32Array) => {
      asked = [];
      for (const term of terms) asked.push(keyOf(term));
      return '';
    },
    tokenize: () => asked,
    processTerm: (term) => term,
  });
  for (const [ordinal, sequence] of talks.entries()) {
    index.add({ ordinal, sequence });
    yield;
  }
  const known = new Map<TermId, Postings>();
  return {
    postings(term) {
      const before = known.get(term);
      if (before !== undefined) return before;
      const results = index.search('', { boost: BOOST, bm25: BM25, tokenize: () => [keyOf(term)] });
      const postings = {
        ordinals: Uint32Array.from(results, ({ id }) => id),
        scores: Float32Array.from(results, ({ score }) => score ** DAMPING),
      };
      known.set(term, postings);
      return postings;
    },
  };
}

/**
 * MiniSearch keeps terms in a radix tree and tries the branches of a node one by one. Numbers
 * in a small base have few branches, so that building takes half the time it takes with words. No key
 * looks like a number: as a property's name, it would have V8 make room for all numbers below it, in
 * each of the results.
 */
function keys(): (term: TermId) => string {
  const made: string[] = [];
  return (term) => {
    const key = made[term] ?? keyFor(term);
    made[term] = key;
    return key;
  };
}

function keyFor(term: TermId): string {
  const digits = term.toString(6);
  return 'abcdef'.charAt(Number(digits[0])) + digits.slice(1);
}
