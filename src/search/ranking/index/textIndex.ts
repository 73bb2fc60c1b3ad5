import type { Steps } from '../../../clock/steps.ts';
import type { TermId } from '../../language/terms.ts';
import { FIELDS, type Field } from './fields.ts';
import type { TermSequence } from './termSequence.ts';

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

/** BM25: how soon one more of the same word says no more, and how much a long text's words are worth less. */
const SATURATION = 1.2;
const BY_LENGTH = 0.7;

/** A word in a title is worth more than one in an abstract, but not more than a second word of the query. */
const DAMPING = 0.6;

/** The talks that hold a term, in programme order, with their scores (BM25 over all fields, damped) at the same places. */
export interface Postings {
  readonly ordinals: Uint32Array;
  readonly scores: Float32Array;
}

/** An inverted index of terms: which talks have each. How often and where is counted when somebody asks. */
export interface TextIndex {
  /** The talks that hold exactly this term. */
  postings(term: TermId): Postings;
  /** How many they are. */
  count(term: TermId): number;
}

/** Talks go by their place in the list. */
export function* createTextIndex(
  talks: readonly TermSequence[],
  termCount: number,
): Steps<TextIndex> {
  const { starts, lengths } = yield* measure(talks, termCount);
  const holders = yield* holdersOf(talks, starts);
  const averages = FIELDS.map((_, field) => averageOf(lengths, field));
  const holding = (term: TermId) => holders.subarray(starts[term], starts[term + 1]);
  const known = new Map<TermId, Postings>();
  return {
    count: (term) => holding(term).length,
    postings(term) {
      const before = known.get(term);
      if (before !== undefined) return before;
      const ordinals = holding(term);
      const counts = countIn(talks, ordinals, term);
      const postings = { ordinals, scores: scoresOf(counts, ordinals, lengths, averages) };
      known.set(term, postings);
      return postings;
    },
  };
}

const WIDTH = FIELDS.length;

interface Measured {
  /** Where the talks of each term begin among those of all terms; one more for the end. */
  readonly starts: Uint32Array;
  /** Different terms of each talk's fields, talk by talk. */
  readonly lengths: Uint32Array;
}

function* measure(talks: readonly TermSequence[], termCount: number): Steps<Measured> {
  const starts = new Uint32Array(termCount + 1);
  const lengths = new Uint32Array(talks.length * WIDTH);
  const lastTalk = new Int32Array(termCount).fill(-1);
  const lastField = new Int32Array(termCount).fill(-1);
  for (const [ordinal, { terms, ends }] of talks.entries()) {
    let at = 0;
    for (let field = 0; field < WIDTH; field += 1) {
      const place = ordinal * WIDTH + field;
      let length = 0;
      for (const end = ends[field] ?? 0; at < end; at += 1) {
        const term = terms[at] ?? 0;
        if (lastField[term] === place) continue;
        lastField[term] = place;
        length += 1;
        if (lastTalk[term] !== ordinal) starts[term + 1] = (starts[term + 1] ?? 0) + 1;
        lastTalk[term] = ordinal;
      }
      lengths[place] = length;
    }
    yield;
  }
  for (let term = 0; term < termCount; term += 1)
    starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
  return { starts, lengths };
}

/** The talks of every term, one term's after the other's. */
function* holdersOf(talks: readonly TermSequence[], starts: Uint32Array): Steps<Uint32Array> {
  const holders = new Uint32Array(starts.at(-1) ?? 0);
  const next = starts.slice();
  for (const [ordinal, { terms }] of talks.entries()) {
    for (let at = 0; at < terms.length; at += 1) {
      const term = terms[at] ?? 0;
      const place = next[term] ?? 0;
      if (place > (starts[term] ?? 0) && holders[place - 1] === ordinal) continue;
      holders[place] = ordinal;
      next[term] = place + 1;
    }
    yield;
  }
  return holders;
}

function averageOf(lengths: Uint32Array, field: number): number {
  let sum = 0;
  for (let at = field; at < lengths.length; at += WIDTH) sum += lengths[at] ?? 0;
  return (sum * WIDTH) / Math.max(1, lengths.length);
}

/** How often each field of these talks has the term, talk by talk. */
function countIn(talks: readonly TermSequence[], ordinals: Uint32Array, term: TermId): Uint32Array {
  const counts = new Uint32Array(ordinals.length * WIDTH);
  for (const [place, ordinal] of ordinals.entries()) {
    const { terms, ends } = talks[ordinal] ?? NOTHING;
    for (let at = terms.indexOf(term), field = 0; at >= 0; at = terms.indexOf(term, at + 1)) {
      while (at >= (ends[field] ?? Number.POSITIVE_INFINITY)) field += 1;
      const cell = place * WIDTH + field;
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
  }
  return counts;
}

const NOTHING: TermSequence = { terms: new Uint32Array(0), ends: [] };

function scoresOf(
  counts: Uint32Array,
  ordinals: Uint32Array,
  lengths: Uint32Array,
  averages: readonly number[],
): Float32Array {
  const talks = lengths.length / WIDTH;
  const sums = new Float64Array(ordinals.length);
  for (const [field, name] of FIELDS.entries()) {
    let holders = 0;
    for (let cell = field; cell < counts.length; cell += WIDTH) if (counts[cell]) holders += 1;
    const worth = BOOST[name] * Math.log(1 + (talks - holders + 0.5) / (holders + 0.5));
    const average = averages[field] ?? 1;
    for (let place = 0; place < ordinals.length; place += 1) {
      const count = counts[place * WIDTH + field] ?? 0;
      if (count === 0) continue;
      const length = lengths[(ordinals[place] ?? 0) * WIDTH + field] ?? 0;
      const slowed = SATURATION * (1 - BY_LENGTH + (BY_LENGTH * length) / average);
      sums[place] = (sums[place] ?? 0) + (worth * count * (SATURATION + 1)) / (count + slowed);
    }
  }
  return Float32Array.from(sums, (sum) => sum ** DAMPING);
}
