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

/** Measures those that are chosen, all where none is, and prints each verdict as it falls. */
export async function judge(
  benches: Readonly<Record<string, () => Promise<readonly Verdict[]>>>,
  chosen: readonly string[],
): Promise<void> {
  for (const [name, bench] of Object.entries(benches)) {
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    for (const verdict of await bench()) {
      console.log(verdictLine(verdict));
      if (!verdict.isKept) process.exitCode = 1;
    }
  }
}

function verdictLine({ promise, measured, isKept }: Verdict): string {
  return `${isKept ? 'kept  ' : 'BROKEN'}  ${promise}: ${measured}`;
}
