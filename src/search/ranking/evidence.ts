import type { TermId } from '../language/terms.ts';
import type { Concept } from './concepts.ts';
import type { Corpus } from './index/corpus.ts';
import { FIELDS } from './index/fields.ts';
import type { Postings } from './index/textIndex.ts';

/** How well each talk fits one word of a query, by the talk's place in the conference. */
export interface Evidence {
  readonly concept: Concept;
  readonly scores: Float32Array;
  /** Weight of the best variant found in the talk; 0 for none. */
  readonly quality: Float32Array;
  /** How rare the word is: the logarithm of all talks by the talks that have it. */
  readonly rarity: number;
}

/** What is kept of a concept's evidence: the few talks that have it, not a place for each that has not. */
interface Kept extends Postings {
  readonly quality: Float32Array;
  readonly rarity: number;
}

/** A concept belongs to one conference, and with it goes what is found of it there. */
const known = new WeakMap<Concept, Kept>();

export function gatherEvidence(concepts: readonly Concept[], corpus: Corpus): readonly Evidence[] {
  const evidence = concepts.map((concept) => {
    const before = known.get(concept);
    if (before !== undefined) return laidOut(concept, before, corpus.talks.length);
    const found = evidenceOf(concept, corpus);
    known.set(concept, keptOf(found));
    return found;
  });
  const doubtful = concepts.map(({ variants }) =>
    variants
      .filter((variant) => variant.inCompany)
      .map(({ terms, weight }) => ({ weight, postings: talksWith(terms, corpus) })),
  );
  if (doubtful.every((readings) => readings.length === 0)) return evidence;
  const company = evidence.map(({ concept, quality }, at) =>
    concept.isStopWord ? new Set<number>() : talksFound(quality, doubtful[at] ?? []),
  );
  return evidence.map((one, at) => {
    const others = company.filter((_, place) => place !== at);
    return inCompany(one, doubtful[at] ?? [], (ordinal) =>
      others.some((talks) => talks.has(ordinal)),
    );
  });
}

function keptOf({ scores, quality, rarity }: Evidence): Kept {
  let count = 0;
  for (const value of quality) if (value > 0) count += 1;
  const ordinals = new Uint32Array(count);
  const kept = { ordinals, scores: new Float32Array(count), quality: new Float32Array(count) };
  let place = 0;
  for (let ordinal = 0; ordinal < quality.length; ordinal += 1) {
    const value = quality[ordinal] ?? 0;
    if (value === 0) continue;
    ordinals[place] = ordinal;
    kept.scores[place] = scores[ordinal] ?? 0;
    kept.quality[place] = value;
    place += 1;
  }
  return { ...kept, rarity };
}

function laidOut(concept: Concept, kept: Kept, talks: number): Evidence {
  const scores = new Float32Array(talks);
  const quality = new Float32Array(talks);
  for (let at = 0; at < kept.ordinals.length; at += 1) {
    const ordinal = kept.ordinals[at] ?? 0;
    scores[ordinal] = kept.scores[at] ?? 0;
    quality[ordinal] = kept.quality[at] ?? 0;
  }
  return { concept, scores, quality, rarity: kept.rarity };
}

interface Reading {
  readonly weight: number;
  readonly postings: Postings;
}

/** As good as the word itself, near enough. */
export const FOUND = 0.4;

/** The talks that have the word, or what may be read into it. */
function talksFound(quality: Float32Array, doubtful: readonly Reading[]): ReadonlySet<number> {
  const talks = new Set(doubtful.flatMap(({ postings }) => [...postings.ordinals]));
  for (const [ordinal, value] of quality.entries()) if (value >= FOUND) talks.add(ordinal);
  return talks;
}

/** With what may be read into a word where a talk has others of the query. */
function inCompany(
  evidence: Evidence,
  doubtful: readonly Reading[],
  hasOthers: (ordinal: number) => boolean,
): Evidence {
  if (doubtful.length === 0) return evidence;
  const { concept } = evidence;
  const scores = evidence.scores.slice();
  const quality = evidence.quality.slice();
  for (const { weight, postings } of doubtful) {
    const places = [...postings.ordinals.keys()].filter((at) =>
      hasOthers(postings.ordinals[at] ?? -1),
    );
    const kept = {
      ordinals: Uint32Array.from(places, (at) => postings.ordinals[at] ?? 0),
      scores: Float32Array.from(places, (at) => postings.scores[at] ?? 0),
    };
    raise(scores, quality, kept, weight, 1);
  }
  return { concept, scores, quality, rarity: rarityOf(quality) };
}

function evidenceOf(concept: Concept, corpus: Corpus): Evidence {
  const scores = new Float32Array(corpus.talks.length);
  const quality = new Float32Array(corpus.talks.length);
  const certain = concept.variants.filter((variant) => !variant.inCompany);
  const found = certain.map(({ terms, weight }) => ({
    weight,
    postings: talksWith(terms, corpus),
  }));
  const own = found.filter(({ weight }) => weight === 1).map(({ postings }) => postings);
  const most = Math.max(0, ...own.map(({ ordinals }) => ordinals.length));
  for (const { weight, postings } of found) {
    raise(scores, quality, postings, weight, asCommonAs(most, postings, corpus));
  }
  return { concept, scores, quality, rarity: rarityOf(quality) };
}

function talksWith(terms: readonly TermId[], corpus: Corpus): Postings {
  const [term] = terms;
  return terms.length === 1 && term !== undefined
    ? corpus.postings(term)
    : phrasePostings(terms, corpus);
}

/** A talk counts by the best of a word's variants, not by how many of them it has. */
function raise(
  scores: Float32Array,
  quality: Float32Array,
  postings: Postings,
  weight: number,
  share: number,
): void {
  for (let at = 0; at < postings.ordinals.length; at += 1) {
    const ordinal = postings.ordinals[at] ?? 0;
    const score = (postings.scores[at] ?? 0) * weight * share;
    if (score > (scores[ordinal] ?? 0)) scores[ordinal] = score;
    if (weight > (quality[ordinal] ?? 0)) quality[ordinal] = weight;
  }
}

function rarityOf(quality: Float32Array): number {
  let best = 0;
  for (const value of quality) if (value > best) best = value;
  let holders = 0;
  for (const value of quality) if (value > best / 2) holders += 1;
  return rarity(holders, quality.length);
}

function rarity(holders: number, talks: number): number {
  return Math.log(1 + talks / (1 + holders));
}

/**
 * Rare words score high. Another way of saying a word says no more than the word does, however
 * rare it is itself: `sec` in one talk is worth no more than `security` in a hundred.
 */
function asCommonAs(most: number, { ordinals }: Postings, { talks }: Corpus): number {
  if (ordinals.length >= most) return 1;
  return rarity(most, talks.length) / rarity(ordinals.length, talks.length);
}

/** The talks in which terms follow one another, with the score of the weakest. */
function phrasePostings(terms: readonly TermId[], corpus: Corpus): Postings {
  const [rarest, ...others] = terms
    .map((term) => corpus.postings(term))
    .sort((a, b) => a.ordinals.length - b.ordinals.length);
  if (rarest === undefined) return { ordinals: new Uint32Array(), scores: new Float32Array() };
  let weakest = scoresByTalk(rarest);
  for (const other of others) {
    const scores = scoresByTalk(other);
    weakest = new Map(
      [...weakest].flatMap(([ordinal, score]) => {
        const more = scores.get(ordinal);
        return more === undefined ? [] : [[ordinal, Math.min(score, more)]];
      }),
    );
  }
  const found = [...weakest].filter(([ordinal]) => follow(terms, ordinal, corpus));
  return {
    ordinals: Uint32Array.from(found, ([ordinal]) => ordinal),
    scores: Float32Array.from(found, ([, score]) => score),
  };
}

function scoresByTalk({ ordinals, scores }: Postings): Map<number, number> {
  return new Map(Array.from(ordinals, (ordinal, at) => [ordinal, scores[at] ?? 0]));
}

/** A compound's parts stand behind its whole, so neighbours may be two places apart. */
const REACH = 2;

/** Whether the terms stand one after the other in some field of the talk. */
function follow(terms: readonly TermId[], ordinal: number, corpus: Corpus): boolean {
  const [first = -1, ...others] = terms;
  return FIELDS.some((field) => {
    const sequence = corpus.sequence(ordinal, field);
    for (let at = sequence.indexOf(first); at >= 0; at = sequence.indexOf(first, at + 1)) {
      if (continueFrom(at, others, sequence)) return true;
    }
    return false;
  });
}

function continueFrom(start: number, terms: readonly TermId[], sequence: Uint32Array): boolean {
  let at = start;
  return terms.every((term) => {
    const next = sequence.subarray(at + 1, at + 1 + REACH).indexOf(term);
    at += next + 1;
    return next >= 0;
  });
}
