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
