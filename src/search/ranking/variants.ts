import { STOP_WORDS } from '../language/tables.ts';
import type { TermId } from '../language/terms.ts';
import type { Corpus } from './index/corpus.ts';

/** Terms that stand for a query's word: one, or several that have to follow one another. */
export interface Variant {
  readonly terms: readonly TermId[];
  /** 1 for the word itself, less the further away. */
  readonly weight: number;
  /** It counts only in talks that have another word of the query. */
  readonly inCompany?: boolean;
  /** What was typed is taken for a slip, and this word for what was meant. */
  readonly meant?: string;
}

/** A word as each language of the conference has it, and its family; none that no talk has. */
export function wordVariants(word: string, weight: number, corpus: Corpus): readonly Variant[] {
  const kin = corpus.kinOf(word).flatMap(({ term, form }) => {
    const licence = weight * licenceOf(word, form, corpus);
    return licence < LEAST ? [] : [{ terms: [term], weight: licence }];
  });
  const name = corpus.nameOf(word);
  const terms = corpus.termsOf(word);
  if (name === undefined) return [...terms.map((term) => ({ terms: [term], weight })), ...kin];
  const others = terms.filter((term) => term !== name);
  return [
    { terms: [name], weight },
    ...others.map((term) => ({ terms: [term], weight: NEARLY * weight })),
    ...kin,
  ];
}

/** Below it, a word of the same stem is another word. */
const LEAST = 0.2;
/** Of somebody called so, one who is called nearly so, or a thing. */
const NEARLY = 0.75;
const SAME_WORD = 0.95;
/** Words as like as this are two forms of one. */
const ALIKE = 0.5;
const UNLIKE = 0.15;

/** A stem alone does not say that one word stands for the other: `community` is no `communication`. */
function licenceOf(word: string, kin: string, { meaning }: Corpus): number {
  const likeness = meaning?.likeness(word, kin);
  if (likeness === undefined) return isInflection(word, kin) ? SAME_WORD : sharedOf(word, kin);
  return SAME_WORD * Math.min(1, Math.max(0, (likeness - UNLIKE) / (ALIKE - UNLIKE)));
}

const INFLECTION = /^(?:e?s|e?d|ing|er|ers|ly)?$/;

function isInflection(a: string, b: string): boolean {
  const shared = beginningShared(a, b);
  const longer = a.length > b.length ? a : b;
  const rest = Math.min(a.length, b.length) - shared;
  return rest <= 1 && INFLECTION.test(longer.slice(shared));
}

function sharedOf(a: string, b: string): number {
  return beginningShared(a, b) / Math.max(a.length, b.length);
}

function beginningShared(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at;
}

/** Words one after another, or written together. */
export function phraseVariants(
  words: readonly string[],
  weight: number,
  corpus: Corpus,
): readonly Variant[] {
  const [word] = words;
  if (words.length === 1 && word !== undefined) return wordVariants(word, weight, corpus);
  const joined = wordVariants(words.join(''), weight, corpus);
  // Abstracts are kept without stop words.
  const telling = words.filter((candidate) => !STOP_WORDS.en.has(candidate));
  const [first = [], ...others] = telling.map((candidate) => corpus.termsOf(candidate));
  if (others.length === 0 || others.some((terms) => terms.length === 0)) return joined;
  const apart = first.map((term, at) => ({
    // Each language's stems are in the same order, so they pair up.
    terms: [term, ...others.flatMap((terms) => terms[at] ?? terms[0] ?? [])],
    weight,
  }));
  return [...apart, ...joined];
}
