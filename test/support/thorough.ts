/**
 * The gate looks at a share of what is the same kind of thing a thousand times over;
 * `TEST_WHOLE=1 npm test`, as every night, looks at all of it.
 */
export const isWhole = process.env['TEST_WHOLE'] === '1';

/** How many runs a property gets: as many in the gate, ten times as many every night. */
export function runs(inTheGate: number): number {
  return isWhole ? 10 * inTheGate : inTheGate;
}

/** In the gate at most `most` of them, spread evenly over all. */
export function someOf<T>(items: readonly T[], most: number): readonly T[] {
  if (isWhole || items.length <= most) return items;
  return Array.from(
    { length: most },
    (_, at) => items[Math.floor((at * items.length) / most)],
  ).flatMap((item) => (item === undefined ? [] : [item]));
}
