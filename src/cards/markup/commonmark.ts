import type { Root } from 'mdast';
import { fromMarkdown, type Options } from 'mdast-util-from-markdown';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';

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

/** What schedules' sites read beside CommonMark: tables, bare addresses and lines through words. */
const READING: Options = {
  extensions: [gfmTable(), gfmAutolinkLiteral(), gfmStrikethrough({ singleTilde: false })],
  mdastExtensions: [
    gfmTableFromMarkdown(),
    gfmAutolinkLiteralFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
  ],
};

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
  return isTame ? fromMarkdown(source, READING) : undefined;
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
