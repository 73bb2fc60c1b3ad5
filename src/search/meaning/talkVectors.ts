import type { Steps } from '../../clock/steps.ts';
import { meaningWords, toUnit, weightOf } from './meaningWords.ts';
import type { WordVectors } from './wordVectors.ts';

/** What of a talk its vector is made from. */
export interface TalkText {
  readonly title: string;
  readonly text: string;
}

/**
 * The vectors of talks, one after the other: of the title and, weighing as much, of the text, whose
 * parts of some sentences count alike however long they are. The same talks have the same vectors.
 */
export function* talkVectors(talks: Iterable<TalkText>, words: WordVectors): Steps<Float32Array> {
  const { number, all, holders } = numbering();
  const read: (readonly (readonly number[])[])[] = [];
  for (const { title, text } of talks) {
    const at = read.length;
    const wordsOf = (part: string) => meaningWords(part).map((word) => number(word, at));
    read.push([title, ...chunksOf(text)].map((part) => [...new Set(wordsOf(part))]));
    yield;
  }
  const { dimensions } = words;
  const weights = holders.map((count) => weightOf(count, read.length));
  const encode = (part: readonly number[]) => {
    const sum = new Float32Array(dimensions);
    for (const word of part) words.add(all[word] ?? '', weights[word] ?? 0, sum);
    return toUnit(sum);
  };
  const vectors = new Float32Array(dimensions * read.length);
  for (const [at, [title = [], ...chunks]] of read.entries()) {
    const sum = new Float32Array(dimensions);
    for (const chunk of chunks) addTo(sum, encode(chunk));
    addTo(toUnit(sum), encode(title));
    vectors.set(toUnit(sum), at * dimensions);
    yield;
  }
  return vectors;
}

/** Numbers words as they come, and counts the talks that have each. */
function numbering() {
  const numbers = new Map<string, number>();
  const all: string[] = [];
  const holders: number[] = [];
  const lastTalk: number[] = [];
  const number = (word: string, talk: number) => {
    let known = numbers.get(word);
    if (known === undefined) {
      known = all.push(word) - 1;
      numbers.set(word, known);
    }
    if (lastTalk[known] !== talk) holders[known] = (holders[known] ?? 0) + 1;
    lastTalk[known] = talk;
    return known;
  };
  return { number, all, holders };
}

function addTo(sum: Float32Array, vector: Float32Array): void {
  const { length } = sum;
  for (let at = 0; at < length; at += 1) sum[at] = (sum[at] ?? 0) + (vector[at] ?? 0);
}

const SENTENCE_END = /(?<=[.!?])\s+|\n+/;
const CHUNK_WORDS = 45;
const LONGEST_SENTENCE = 80;
const CUT_SENTENCE = 60;

/** Sentences up to about 45 words together. */
function chunksOf(text: string): readonly string[] {
  const chunks: string[] = [];
  let current: readonly string[] = [];
  for (const sentence of text.split(SENTENCE_END)) {
    let rest = sentence.split(/\s+/).filter((word) => word !== '');
    if (rest.length < 2) continue;
    for (; rest.length > LONGEST_SENTENCE; rest = rest.slice(CUT_SENTENCE)) {
      chunks.push(rest.slice(0, CUT_SENTENCE).join(' '));
    }
    if (current.length > 0 && current.length + rest.length > CHUNK_WORDS) {
      chunks.push(current.join(' '));
      current = [];
    }
    current = [...current, ...rest];
  }
  return current.length > 0 ? [...chunks, current.join(' ')] : chunks;
}
