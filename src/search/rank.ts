import type { Concept } from './concepts.ts';
import type { Corpus } from './corpus.ts';
import { type Evidence, gatherEvidence } from './evidence.ts';
import type { Field } from './fields.ts';

export interface Ranked {
  readonly ordinal: number;
  readonly score: number;
  /** Share of the query's words that the talk has, rare and well matched ones weighing more: 0 to 1. */
  readonly coverage: number;
}

/** Only the best by words alone are looked at closely. */
const SHORTLIST = 60;

/** Talks that have anything of the query, best first; equals in programme order. */
export function rank(concepts: readonly Concept[], corpus: Corpus): readonly Ranked[] {
  const telling = concepts.filter(({ isStopWord }) => !isStopWord);
  const evidence = gatherEvidence(concepts, corpus);
  const counting =
    telling.length > 0 ? evidence.filter(({ concept }) => !concept.isStopWord) : evidence;
  const total = counting.reduce((sum, { rarity }) => sum + rarity, 0);
  const candidates: Ranked[] = [];
  corpus.talks.forEach((_, ordinal) => {
    const covered = counting.reduce((sum, e) => sum + e.rarity * (e.quality[ordinal] ?? 0), 0);
    if (covered === 0) return;
    const coverage = covered / total;
    const words = evidence.reduce((sum, e) => sum + weightOf(e) * (e.scores[ordinal] ?? 0), 0);
    candidates.push({ ordinal, coverage, score: words * (0.3 + 0.7 * coverage * coverage) });
  });
  candidates.sort(byScore);
  const close = closely(evidence, corpus);
  const shortlist = candidates.slice(0, SHORTLIST).map(close).sort(byScore);
  return [...shortlist, ...candidates.slice(SHORTLIST)];
}

function weightOf({ concept }: Evidence): number {
  return concept.isStopWord ? 0.15 : 1;
}

function byScore(a: Ranked, b: Ranked): number {
  return b.score - a.score || a.ordinal - b.ordinal;
}

/** Looks at where the words stand: together, in order, and how much of the title they are. */
function closely(evidence: readonly Evidence[], corpus: Corpus): (ranked: Ranked) => Ranked {
  const termSets = evidence.map(({ concept }) => termIds(concept, corpus));
  const weights = evidence.map((e) => e.rarity * weightOf(e));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return (ranked) => {
    const places = (field: Field) => placesIn(corpus.sequence(ranked.ordinal, field), termSets);
    const title = places('title');
    const heads = [title, places('subtitle'), places('speakers')];
    const inHead = share(weights, (at) => heads.some((found) => (found[at]?.length ?? 0) > 0));
    const order =
      evidence.length < 2
        ? 0
        : Math.max(
            neighbours(title),
            0.5 * neighbours(places('subtitle')),
            0.5 * neighbours(places('abstract')),
          );
    const ofTitle =
      title.filter((found) => found.length > 0).length /
      Math.max(1, corpus.sequence(ranked.ordinal, 'title').length);
    const factor = (1 + 0.5 * inHead) * (1 + 0.6 * order) * (1 + 0.3 * Math.min(1, ofTitle));
    return { ...ranked, score: ranked.score * factor };
  };

  function share(values: readonly number[], holds: (at: number) => boolean): number {
    return values.reduce((sum, value, at) => sum + (holds(at) ? value : 0), 0) / total;
  }
}

function termIds({ variants }: Concept, corpus: Corpus): ReadonlySet<number> {
  return new Set(
    variants.flatMap(({ terms, weight }) =>
      weight < 0.4 ? [] : terms.flatMap((term) => corpus.termId(term) ?? []),
    ),
  );
}

/** Where each of the sets has a member in the sequence. */
function placesIn(
  sequence: Uint32Array,
  sets: readonly ReadonlySet<number>[],
): readonly (readonly number[])[] {
  return sets.map((set) => {
    const found: number[] = [];
    sequence.forEach((id, at) => {
      if (set.has(id)) found.push(at);
    });
    return found;
  });
}

/** Share of the query's neighbouring words that are neighbours here too, in the same order. */
function neighbours(places: readonly (readonly number[])[]): number {
  let pairs = 0;
  for (let at = 1; at < places.length; at += 1) {
    const [left, right] = [places[at - 1] ?? [], places[at] ?? []];
    if (left.some((from) => right.some((to) => to >= from && to - from <= 3))) pairs += 1;
  }
  return pairs / Math.max(1, places.length - 1);
}
