import { toUnit } from './meaningWords.ts';
import type { WordVectors } from './wordVectors.ts';

/** A word of a text, and what it tells of the text. */
export interface WeightedWord {
  readonly word: string;
  readonly weight: number;
}

/** What words mean, and how near in meaning the talks of a conference are to a text. */
export interface Meaning {
  /** Whether somebody would write this word on purpose. */
  knows(word: string): boolean;
  /** Cosine of two words; undefined where one is not known. */
  likeness(a: string, b: string): number | undefined;
  /** For each talk, by how much it is nearer to a text of these words than talks are on average. */
  nearness(text: readonly WeightedWord[]): Float32Array;
}

/** Of the words last asked for; a kilobyte each. */
const MOST_KNOWN = 1_000;

/** `vectors` are those of the talks, one after the other. */
export function createMeaning(words: WordVectors, vectors: Float32Array): Meaning {
  const { dimensions } = words;
  const talkCount = vectors.length / dimensions;
  const known = new Map<string, Float32Array>();
  const vectorOf = (word: string) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const vector = new Float32Array(dimensions);
    words.add(word, 1, vector);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(word, toUnit(vector));
    return vector;
  };
  return {
    knows: (word) => words.knows(word),
    likeness(a, b) {
      if (!words.knows(a) || !words.knows(b)) return undefined;
      return dot(vectorOf(a), vectorOf(b), 0);
    },
    nearness(text) {
      const query = new Float32Array(dimensions);
      for (const { word, weight } of text) words.add(word, weight, query);
      toUnit(query);
      const near = new Float32Array(talkCount);
      let sum = 0;
      for (let at = 0; at < talkCount; at += 1) {
        const cosine = dot(query, vectors, at * dimensions);
        near[at] = cosine;
        sum += cosine;
      }
      const mean = sum / Math.max(1, talkCount);
      for (let at = 0; at < talkCount; at += 1) near[at] = (near[at] ?? 0) - mean;
      return near;
    },
  };
}

/** Four sums at a time, which a processor does side by side; dimensions come in fours. */
function dot(a: Float32Array, all: Float32Array, from: number): number {
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  for (let at = 0; at < a.length; at += 4) {
    first += (a[at] ?? 0) * (all[from + at] ?? 0);
    second += (a[at + 1] ?? 0) * (all[from + at + 1] ?? 0);
    third += (a[at + 2] ?? 0) * (all[from + at + 2] ?? 0);
    fourth += (a[at + 3] ?? 0) * (all[from + at + 3] ?? 0);
  }
  return first + second + third + fourth;
}
