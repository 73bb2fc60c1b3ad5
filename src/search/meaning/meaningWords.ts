const WORD = /[a-z0-9]+(?:[+#]+(?![a-z0-9]))?/g;

/** The words of a text as the table of vectors has them: lower case, without accents, `ß` as `ss`. */
export function meaningWords(text: string): readonly string[] {
  const folded = text.toLowerCase().replaceAll('ß', 'ss').normalize('NFKD').replace(/\p{M}/gu, '');
  return folded.match(WORD) ?? [];
}

/** What a word tells of a text: little where many of so many texts have it. */
export function weightOf(holders: number, texts: number): number {
  return Math.sqrt(Math.log(1 + texts / (1 + holders)));
}

/** To length 1, in place; zeros stay. */
export function toUnit(vector: Float32Array): Float32Array {
  let square = 0;
  for (const value of vector) square += value * value;
  if (square === 0) return vector;
  const by = 1 / Math.sqrt(square);
  for (let at = 0; at < vector.length; at += 1) vector[at] = (vector[at] ?? 0) * by;
  return vector;
}
