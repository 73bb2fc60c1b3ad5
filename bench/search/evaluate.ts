import type { JudgedQuery } from './queries.ts';

/** Grades by talk id: 2 for what was wanted, 1 for what is also relevant. */
export type Grades = Readonly<Record<string, number>>;

/** Normalised discounted cumulative gain of the first five: gain 2^grade − 1, discount log2(rank + 1). */
export function ndcgAt5(ids: readonly string[], grades: Grades): number {
  const gained = ids.slice(0, 5).map((id) => grades[id] ?? 0);
  const ideal = Object.values(grades)
    .sort((a, b) => b - a)
    .slice(0, 5);
  return discounted(gained) / discounted(ideal);
}

/** 1 for the first place, 1/2 for the second…; 0 when nothing of grade 2 was found. */
export function reciprocalRank(ids: readonly string[], grades: Grades): number {
  const at = ids.findIndex((id) => grades[id] === 2);
  return at < 0 ? 0 : 1 / (at + 1);
}

function discounted(grades: readonly number[]): number {
  return grades.reduce((sum, grade, at) => sum + (2 ** grade - 1) / Math.log2(at + 2), 0);
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

export interface Answer {
  /** Best first, at least ten where there are so many. */
  readonly ids: readonly string[];
  readonly confident?: boolean;
}

export interface Scores {
  readonly ndcg: number;
  readonly reciprocalRank: number;
}

export interface Evaluation extends Scores {
  /** In the order in which kinds first occur. */
  readonly byKind: ReadonlyMap<string, Scores & { readonly count: number }>;
  /** Queries of kind `none`, and how many of them were answered without confidence. */
  readonly none: { readonly count: number; readonly notConfident: number };
  /** Whether the engine says at all how sure it is. */
  readonly saysConfidence: boolean;
  /** Queries answered with confidence by a talk that is not relevant, those of kind `none` among them. */
  readonly confidentlyWrong: readonly string[];
}

export function evaluate(
  queries: readonly JudgedQuery[],
  ask: (text: string) => Answer,
): Evaluation {
  const answered = queries.map((query) => ({ ...query, answer: ask(query.q) }));
  const none = answered.filter(({ kind }) => kind === 'none');
  const judged = answered
    .filter(({ kind }) => kind !== 'none')
    .map(({ kind, rel, answer: { ids } }) => ({
      kind,
      ndcg: ndcgAt5(ids, rel),
      reciprocalRank: reciprocalRank(ids, rel),
    }));
  const kinds = Map.groupBy(judged, ({ kind }) => kind);
  return {
    ...average(judged),
    byKind: new Map(
      [...kinds].map(([kind, scores]) => [kind, { ...average(scores), count: scores.length }]),
    ),
    none: {
      count: none.length,
      notConfident: none.filter(({ answer }) => answer.confident === false).length,
    },
    saysConfidence: answered.some(({ answer }) => answer.confident !== undefined),
    confidentlyWrong: answered.flatMap(({ q, rel, answer: { ids, confident } }) =>
      confident === true && rel[ids[0] ?? ''] === undefined ? [q] : [],
    ),
  };
}

function average(scores: readonly Scores[]): Scores {
  return {
    ndcg: mean(scores.map(({ ndcg }) => ndcg)),
    reciprocalRank: mean(scores.map((score) => score.reciprocalRank)),
  };
}
