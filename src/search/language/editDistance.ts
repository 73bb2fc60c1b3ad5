/**
 * Edits that turn one word into another: letters added, dropped, replaced, and neighbours
 * swapped (optimal string alignment); `undefined` when there are more than `most`.
 */
export function distanceWithin(a: string, b: string, most: number): number | undefined {
  if (Math.abs(a.length - b.length) > most) return undefined;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  const rest = Math.min(a.length, b.length) - start;
  while (end < rest && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  return alignment(a.slice(start, a.length - end), b.slice(start, b.length - end), most);
}

function alignment(a: string, b: string, most: number): number | undefined {
  if (a.length === 0 || b.length === 0) return a.length + b.length;
  let before: readonly number[] = [];
  let above: readonly number[] = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = nextRow(a, b, row, before, above);
    if (Math.min(...current) > most) return undefined;
    before = above;
    above = current;
  }
  const distance = at(above, b.length);
  return distance <= most ? distance : undefined;
}

function nextRow(
  a: string,
  b: string,
  row: number,
  before: readonly number[],
  above: readonly number[],
): readonly number[] {
  const current = [row];
  for (let column = 1; column <= b.length; column += 1) {
    const replaced = at(above, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1);
    const isSwap =
      row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
    const swapped = isSwap ? at(before, column - 2) + 1 : Number.POSITIVE_INFINITY;
    current.push(Math.min(at(above, column) + 1, at(current, column - 1) + 1, replaced, swapped));
  }
  return current;
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
