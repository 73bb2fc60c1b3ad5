import { createRequire } from 'node:module';
import type { Root } from 'mdast';

/** Longer than any abstract seen (10,000 characters). */
export const LONGEST_MARKDOWN = 16_000;

/** Many times what the abstract with the most markup seen has: the parser's work grows with its square. */
const MOST_MARKS = 800;
const MARK = /[*_`~[\]!<>&\\#=|+:@\n-]/gu;

/** Lists and quotes in one another; the parser's stack and its work for each line grow with them. */
const DEEPEST = 16;
const LINE_HEAD = /^[ \t]*(?:(?:[>*+-]|\d{1,9}[.)])[ \t]*)+/gmu;
const CONTAINER = /[>*+.)-]/gu;
/** The least by which a list within a list is indented. */
const INDENT = 2;

/** What it loads is there at once: whoever draws a card waits for no promise. */
const load = createRequire(import.meta.url);

/**
 * An untrusted CommonMark text as a tree; undefined where it is so long, so deeply nested or so full
 * of marks that it is better taken for plain text. So the work is linear in the length, whatever
 * somebody wrote.
 */
export function readCommonmark(source: string): Root | undefined {
  const isTame =
    source.length <= LONGEST_MARKDOWN &&
    (source.match(MARK)?.length ?? 0) <= MOST_MARKS &&
    depthAtMost(source) <= DEEPEST;
  if (!isTame) return undefined;
  const { parse }: typeof import('./parser.ts') = load('./parser.ts');
  return parse(source);
}

/** The deepest nesting that the heads of lines could mean; only a line with a mark goes deeper than the one before. */
function depthAtMost(source: string): number {
  let deepest = 0;
  for (const [head] of source.matchAll(LINE_HEAD)) {
    const columns = head.replaceAll('\t', '    ').search(/\S/u);
    const marks = head.match(CONTAINER)?.length ?? 0;
    deepest = Math.max(deepest, Math.floor(columns / INDENT) + marks);
  }
  return deepest;
}
