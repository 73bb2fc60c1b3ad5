const SHORTEST = 8;
/** Longer ones are rare, and databases take so many values and no more. */
const LONGEST = 1_024;

/**
 * Several values with the last of them repeated to a length of 8, 16, 32 and so on, for an `in` or
 * `not in`: every length is another statement, which is compiled, prepared and kept by itself.
 */
export function padded<T>(values: readonly T[]): readonly T[] {
  const last = values.at(-1);
  if (last === undefined || values.length === 1 || values.length > LONGEST) return values;
  const length = Math.max(SHORTEST, 2 ** Math.ceil(Math.log2(values.length)));
  return [...values, ...Array.from({ length: length - values.length }, () => last)];
}
