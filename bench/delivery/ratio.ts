/** One measured promise: the figure, what it is held against, and whether it holds. */
export interface Verdict {
  readonly promise: string;
  readonly measured: string;
  readonly isKept: boolean;
}

/** The middle one; the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = Number.NaN, high = Number.NaN] = [
    sorted[Math.ceil(middle) - 1],
    sorted[Math.floor(middle)],
  ];
  return (low + high) / 2;
}

export function verdictLine({ promise, measured, isKept }: Verdict): string {
  return `${isKept ? 'kept  ' : 'BROKEN'}  ${promise}: ${measured}`;
}
