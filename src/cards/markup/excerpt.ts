import type { Nodes } from 'mdast';
import { LONGEST_MARKDOWN, readCommonmark } from './commonmark.ts';

export interface Excerpt {
  readonly source: string;
  readonly isCut: boolean;
}

/** A block's end is worth less text than the last full stop or word would allow, down to this share. */
const WORTHWHILE_SHARE = 0.6;

/**
 * The head of a CommonMark text of at most `limit` characters. Cut between blocks, sentences or
 * words, and only where no emphasis, link or code is open, so that the head reads like the whole.
 */
export function excerpt(source: string, limit: number): Excerpt {
  const whole = source.trim();
  if (whole.length <= limit) return { source: whole, isCut: false };
  const ends = safeEnds(upTo(whole, limit)).filter((end) => end.offset <= limit);
  const last = (rank: EndRank) => ends.findLast((end) => end.rank === rank)?.offset ?? 0;
  const candidates = [last('block'), last('sentence'), last('word')];
  const offset =
    candidates.find((end) => end >= limit * WORTHWHILE_SHARE) ?? Math.max(...candidates);
  const head = offset > 0 ? whole.slice(0, offset) : whole.slice(0, limit).toWellFormed();
  return { source: head.trimEnd(), isCut: true };
}

/** To the end of the block in which the limit falls: what follows has no say in where to cut, and is not read. */
function upTo(whole: string, limit: number): string {
  const rest = whole.slice(limit).search(EMPTY_LINE);
  return whole.slice(0, rest < 0 ? LONGEST_MARKDOWN : Math.min(limit + rest, LONGEST_MARKDOWN));
}

const EMPTY_LINE = /\n[ \t]*\n/u;

type EndRank = 'block' | 'sentence' | 'word';

interface SafeEnd {
  readonly offset: number;
  readonly rank: EndRank;
}

function safeEnds(source: string): readonly SafeEnd[] {
  const root = readCommonmark(source);
  if (root === undefined) return blanksIn(source, 0);
  return root.children.flatMap((block) => [
    ...wordEnds(block, source),
    ...endOf(block).map((offset): SafeEnd => ({ offset, rank: 'block' })),
  ]);
}

function wordEnds(node: Nodes, source: string): readonly SafeEnd[] {
  if (node.type === 'paragraph') {
    return node.children.filter((child) => child.type === 'text').flatMap(endsInText(source));
  }
  const isContainer =
    node.type === 'list' || node.type === 'listItem' || node.type === 'blockquote';
  return isContainer ? node.children.flatMap((child) => wordEnds(child, source)) : [];
}

function endsInText(source: string): (node: Nodes) => readonly SafeEnd[] {
  return (node) => {
    const start = node.position?.start.offset ?? 0;
    return blanksIn(source.slice(start, endOf(node)[0] ?? start), start);
  };
}

function blanksIn(text: string, start: number): readonly SafeEnd[] {
  return [...text.matchAll(/(?<=\S)\s/g)].map(({ index }) => ({
    offset: start + index,
    rank: '.!?…'.includes(text.charAt(index - 1)) ? 'sentence' : 'word',
  }));
}

function endOf(node: Nodes): readonly number[] {
  const offset = node.position?.end.offset;
  return offset === undefined ? [] : [offset];
}
