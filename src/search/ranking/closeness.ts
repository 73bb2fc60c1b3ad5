import type { Concept } from './concepts.ts';
import type { Corpus } from './index/corpus.ts';
import { bitCount } from './index/lexicon.ts';

/** For each term, the set of the query's words it may stand for, one bit each. */
export type Marks = Int32Array;

/** Terms further from what was typed than this say little about where it stands. */
const NEAR = 0.4;

/** More words than this are not looked at for their order. */
const MOST_BITS = 31;

/** One for all queries, as large as the largest conference needs, and what the last query left in it. */
let marks = new Int32Array(0);
let marked: number[] = [];

/** Good until it is called again: nothing waits between a query's marks and its order. */
export function markTerms(concepts: readonly Concept[], termCount: number): Marks {
  if (marks.length < termCount) marks = new Int32Array(termCount);
  else for (const term of marked) marks[term] = 0;
  marked = [];
  concepts.slice(0, MOST_BITS).forEach(({ variants }, at) => {
    for (const { terms, weight } of variants) {
      if (weight < NEAR) continue;
      for (const term of terms) {
        marks[term] = (marks[term] ?? 0) | (1 << at);
        marked.push(term);
      }
    }
  });
  return marks;
}

/** Shares from 0 to 1. */
export interface Closeness {
  /** Of the query's weight, what stands in title, subtitle or speakers. */
  readonly inHead: number;
  /** Of the query's neighbours, those that are neighbours in the talk too. */
  readonly order: number;
  /** Of the title's words, those of the query. */
  readonly ofTitle: number;
}

export function closeness(
  ordinal: number,
  marks: Marks,
  weights: readonly number[],
  corpus: Corpus,
): Closeness {
  const title = read(corpus.sequence(ordinal, 'title'), marks);
  const subtitle = read(corpus.sequence(ordinal, 'subtitle'), marks);
  const speakers = read(corpus.sequence(ordinal, 'speakers'), marks);
  // Of an abstract only neighbours count, and one word has none.
  const abstract = weights.length > 1 ? read(corpus.sequence(ordinal, 'abstract'), marks).pairs : 0;
  const head = title.words | subtitle.words | speakers.words;
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const held = weights.reduce((sum, weight, at) => sum + (head & (1 << at) ? weight : 0), 0);
  const pairs = Math.max(title.pairs, 0.5 * subtitle.pairs, 0.5 * abstract);
  return {
    inHead: held / all,
    order: pairs / Math.max(1, weights.length - 1),
    ofTitle: bitCount(title.words) / Math.max(1, corpus.sequence(ordinal, 'title').length),
  };
}

const NOTHING = { words: 0, pairs: 0 } as const;

/** How far apart neighbours may stand: a compound's parts follow its whole, and a small word may come between. */
const REACH = 3;

/** Where each word of the query was seen last; one for all fields of all talks, which are read one by one. */
const lastSeen = new Int32Array(MOST_BITS + 1);

function read(sequence: Uint32Array, marks: Marks): { words: number; pairs: number } {
  if (sequence.length === 0) return NOTHING;
  lastSeen.fill(-REACH - 1);
  let words = 0;
  let pairs = 0;
  for (let place = 0; place < sequence.length; place += 1) {
    const mark = marks[sequence[place] ?? 0] ?? 0;
    if (mark === 0) continue;
    words |= mark;
    for (let rest = mark; rest !== 0; rest &= rest - 1) {
      const at = 31 - Math.clz32(rest & -rest);
      if (at > 0 && place - (lastSeen[at - 1] ?? 0) <= REACH) pairs |= 1 << at;
      lastSeen[at] = place;
    }
  }
  return { words, pairs: bitCount(pairs) };
}
