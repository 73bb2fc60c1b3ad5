import { inPieces, type Steps } from '../../../clock/steps.ts';
import { distanceWithin } from '../../language/editDistance.ts';

/** Every word of a conference as it is written (folded), with the number of talks that use it. */
export interface Lexicon {
  /** 0 for a word nobody wrote. */
  count(word: string): number;
  /** Words that begin so, in alphabetical order. */
  beginningWith(beginning: string): readonly string[];
  /** Longer words that begin so, the most used first. */
  startingWith(beginning: string, most: number): readonly string[];
  /** Longer words that end so, in three letters or more, the most used first. */
  endingWith(ending: string, most: number): readonly string[];
  /** Words within `edits` edits, nearest and then most used first; never the word itself. */
  near(word: string, edits: number, most: number): readonly NearWord[];
}

export interface NearWord {
  readonly word: string;
  readonly edits: number;
}

export function* createLexicon(counts: ReadonlyMap<string, number>): Steps<Lexicon> {
  const words = yield* sorted(counts.keys());
  const uses = new Uint16Array(words.length);
  const letters = new Int32Array(words.length);
  const byEnding = new Map<string, number[]>();
  const wordAt = (at: number) => words[at] ?? '';
  yield* inPieces(words.keys(), (at) => {
    const word = wordAt(at);
    uses[at] = counts.get(word) ?? 0;
    letters[at] = letterSet(word);
    push(byEnding, word.slice(-SHORTEST_ENDING), at);
  });
  const mostUsed = (found: number[], most: number) =>
    found.sort((a, b) => (uses[b] ?? 0) - (uses[a] ?? 0)).slice(0, most);

  return {
    count(word) {
      const at = lowerBound(words, word);
      return words[at] === word ? (uses[at] ?? 0) : 0;
    },
    beginningWith(beginning) {
      const from = lowerBound(words, beginning);
      let end = from;
      while (end < words.length && wordAt(end).startsWith(beginning)) end += 1;
      return words.slice(from, end);
    },
    startingWith(beginning, most) {
      const found: number[] = [];
      for (let at = lowerBound(words, beginning); wordAt(at).startsWith(beginning); at += 1) {
        if (wordAt(at) !== beginning) found.push(at);
        if (at >= words.length) break;
      }
      return mostUsed(found, most).map(wordAt);
    },
    endingWith(ending, most) {
      const found = (byEnding.get(ending.slice(-SHORTEST_ENDING)) ?? []).filter((at) => {
        const word = wordAt(at);
        return word.length > ending.length && word.endsWith(ending);
      });
      return mostUsed(found, most).map(wordAt);
    },
    near(word, edits, most) {
      const found: (NearWord & { readonly uses: number })[] = [];
      const own = letterSet(word);
      for (let at = 0; at < words.length; at += 1) {
        // An edit changes at most two letters of the set, which spares most of the comparisons.
        if (bitCount(own ^ (letters[at] ?? 0)) > 2 * edits) continue;
        const candidate = wordAt(at);
        const distance = distanceWithin(candidate, word, edits);
        if (distance) found.push({ word: candidate, edits: distance, uses: uses[at] ?? 0 });
      }
      return found.sort((a, b) => a.edits - b.edits || b.uses - a.uses).slice(0, most);
    },
  };
}

const SHORTEST_ENDING = 3;

/** Sorted letter by letter, so that there are places to pause. */
export function* sorted(words: Iterable<string>): Steps<readonly string[]> {
  const byLetter = new Map<number, string[]>();
  yield* inPieces(words, (word) => push(byLetter, word.charCodeAt(0), word));
  const groups: string[][] = [];
  for (const [, group] of [...byLetter].sort(([a], [b]) => a - b)) {
    groups.push(group.sort());
    yield;
  }
  return groups.flat();
}

function push<K, V>(groups: Map<K, V[]>, key: K, value: V): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [value]);
  else group.push(value);
}

/** Where the word is in the sorted list or would be. */
export function lowerBound(words: readonly string[], word: string): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((words[middle] ?? '') < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Which letters a word has, one bit each; other characters share bits. */
function letterSet(word: string): number {
  let set = 0;
  for (let at = 0; at < word.length; at += 1) set |= 1 << (word.charCodeAt(at) & 31);
  return set;
}

export function bitCount(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
