import stringWidth from 'fast-string-width';

/** Columns; wider tables would be broken by a telephone's screen and mean nothing there. */
const WIDEST = 56;
const GAP = '  ';

/**
 * A table's cells in columns of equal width, the first row underlined, for letters of one width;
 * undefined where that is too wide.
 */
export function alignedTable(rows: readonly (readonly string[])[]): string | undefined {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, at) =>
    Math.max(1, ...rows.map((row) => stringWidth(row[at] ?? ''))),
  );
  const line = (cell: (at: number) => string) =>
    widths
      .map((width, at) => cell(at) + ' '.repeat(Math.max(0, width - stringWidth(cell(at)))))
      .join(GAP)
      .trimEnd();
  const [head, ...body] = rows.map((row) => line((at) => row[at] ?? ''));
  const rule = line((at) => '─'.repeat(widths[at] ?? 0));
  if (head === undefined || stringWidth(rule) > WIDEST) return undefined;
  return [head, rule, ...body].join('\n');
}
