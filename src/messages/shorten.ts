/** Foreign text inside a sentence of ours: one line, at most 120 characters. */
export function shorten(text: string): string {
  const line = text
    .slice(0, 500)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replace(/\.$/, '');
  return (line.length > 120 ? `${line.slice(0, 119)}…` : line).toWellFormed();
}
