/** More than any title or name has; a bound on what every list, index and card must carry. */
const MAX_LINE = 1_000;

/**
 * One line of at most `most` characters without blanks around it, which every database and chat
 * can hold; `undefined` when nothing is left.
 */
export function lineOf(text: string | undefined, most = MAX_LINE): string | undefined {
  const line =
    text
      ?.trim()
      .slice(0, 4 * most)
      .replace(/[\s\p{Cc}]+/gu, oneLine)
      .trim() || undefined;
  const short = line !== undefined && line.length > most ? `${line.slice(0, most - 1)}…` : line;
  return short?.toWellFormed();
}

function oneLine(gap: string): string {
  return /[\p{Cc}\u{2028}\u{2029}]/u.test(gap) ? ' ' : gap;
}
