import { LRUCache } from 'lru-cache';
import type { List, Nodes, Parents, Root, Table } from 'mdast';
import { readCommonmark } from './commonmark.ts';
import { alignedTable } from './table.ts';

/** How a platform writes the few things of an abstract that it may show. */
export interface Marks {
  /** Untrusted words, to be escaped; line breaks in them stay. */
  text(words: string): string;
  /** The wrappers are given text that is already rendered and never nests inside itself. */
  strong(rendered: string): string;
  emphasis(rendered: string): string;
  struck(rendered: string): string;
  quote(rendered: string): string;
  /** `marker` is `-`, or the number of an ordered list's item: `3.`. */
  item(rendered: string, marker: string): string;
  /** An address of the web, untrusted, to be shown for what it is; without words where they say the same. */
  address(url: string): string;
  /** Raw, not escaped. */
  code(source: string): string;
  codeBlock(source: string): string;
}

/**
 * Untrusted CommonMark in a platform's own writing, as the schedule's own site shows it: single line
 * breaks stay, ordered lists keep their numbers, tables their columns. Links and images are
 * followed by their addresses; raw HTML loses its tags. Paragraphs are parted by one empty line.
 * What {@link readCommonmark} does not read is shown as it is written.
 */
export function renderMarkdown(source: string, marks: Marks): string {
  const tree = readCommonmark(source);
  const rendered =
    tree === undefined
      ? source.split(EMPTY_LINES).map(marks.text).join('\n\n')
      : render(tree, penOf(marks, tree));
  return rendered.replace(/^\n+|\s+$/gu, '');
}

/** Some hundred kilobytes. */
const MOST_WRITTEN = 200;

/** The same in one writing, with what was written last at hand: many ask for the same talks. */
export function markdownWriter(marks: Marks): (source: string) => string {
  const written = new LRUCache<string, string>({ max: MOST_WRITTEN });
  return (source) => {
    const known = written.get(source) ?? renderMarkdown(source, marks);
    written.set(source, known);
    return known;
  };
}

const EMPTY_LINES = /\n(?:[ \t]*\n)+/u;

/** What surrounds a node, since platforms do not nest a mark in itself. */
interface Nesting {
  readonly strong: boolean;
  readonly emphasis: boolean;
  readonly struck: boolean;
}

/** What is written with, at one place of a text. */
interface Pen {
  readonly marks: Marks;
  readonly around: Nesting;
  /** Addresses that are written apart from their links (`[slides][1]`), by what they are called there. */
  readonly addresses: ReadonlyMap<string, string>;
}

function penOf(marks: Marks, { children }: Root): Pen {
  const definitions = children.filter((node) => node.type === 'definition');
  return {
    marks,
    around: { strong: false, emphasis: false, struck: false },
    addresses: new Map(definitions.map(({ identifier, url }) => [identifier, url])),
  };
}

function render(node: Nodes, pen: Pen): string {
  const { marks } = pen;
  switch (node.type) {
    case 'root':
      return blocks(node, '\n\n', pen);
    case 'list':
      return node.children
        .map((item, at) => marks.item(blocks(item, '\n', pen), markerOf(node, at)))
        .join('\n');
    case 'heading':
    case 'strong':
      return wrapped('strong', node, pen);
    case 'emphasis':
      return wrapped('emphasis', node, pen);
    case 'delete':
      return wrapped('struck', node, pen);
    case 'blockquote':
      return marks.quote(blocks(node, '\n', pen));
    case 'table':
      return table(node, pen);
    case 'inlineCode':
      return marks.code(node.value);
    case 'code':
      return marks.codeBlock(node.value);
    case 'break':
      return '\n';
    default:
      return leaf(node, pen);
  }
}

function leaf(node: Nodes, pen: Pen): string {
  const { marks, addresses } = pen;
  switch (node.type) {
    case 'text':
      return marks.text(node.value);
    case 'html':
      return marks.text(node.value.replace(/<[^<>]*>/gu, '').replace(/\n\s*\n/gu, '\n'));
    case 'image':
      return linked(marks.text(node.alt ?? ''), node.alt ?? '', node.url, marks);
    case 'imageReference': {
      const words = node.alt ?? '';
      return linked(marks.text(words), words, addresses.get(node.identifier), marks);
    }
    case 'link':
      return linked(inline(node, pen), raw(node, pen), node.url, marks);
    case 'linkReference':
      return linked(inline(node, pen), raw(node, pen), addresses.get(node.identifier), marks);
    default:
      return 'children' in node ? inline(node, pen) : '';
  }
}

function markerOf({ ordered, start }: List, at: number): string {
  return ordered === true ? `${(start ?? 1) + at}.` : '-';
}

/** Words with the address behind them, or the address alone where they say no more than that. */
function linked(rendered: string, words: string, url: string | undefined, marks: Marks): string {
  const [, scheme, rest = ''] = /^(https?:\/\/|mailto:)(\S+)$/iu.exec(url ?? '') ?? [];
  if (url === undefined || scheme === undefined) return rendered;
  const isMail = scheme.toLowerCase() === 'mailto:';
  const address = isMail ? marks.text(rest) : marks.address(url);
  return [url, rest, ''].includes(words.trim()) ? address : `${rendered} (${address})`;
}

function wrapped(mark: keyof Nesting, node: Parents, pen: Pen): string {
  const inner = inline(node, { ...pen, around: { ...pen.around, [mark]: true } });
  return pen.around[mark] || inner.trim() === '' ? inner : pen.marks[mark](inner.trim());
}

function table({ children: rows }: Table, pen: Pen): string {
  const { marks } = pen;
  const aligned = alignedTable(rows.map((row) => row.children.map((cell) => raw(cell, pen))));
  if (aligned !== undefined) return marks.codeBlock(aligned);
  const bar = ` ${marks.text('|')} `;
  return rows.map((row) => row.children.map((cell) => inline(cell, pen)).join(bar)).join('\n');
}

const RAW: Marks = {
  text: (words) => words.replaceAll('\n', ' '),
  strong: (rendered) => rendered,
  emphasis: (rendered) => rendered,
  struck: (rendered) => rendered,
  quote: (rendered) => rendered,
  item: (rendered) => rendered,
  address: (url) => url,
  code: (source) => source,
  codeBlock: (source) => source,
};

function raw(node: Parents, pen: Pen): string {
  return inline(node, { ...pen, marks: RAW });
}

function inline(node: Parents, pen: Pen): string {
  return node.children.map((child) => render(child, pen)).join('');
}

function blocks(node: Parents, separator: string, pen: Pen): string {
  return node.children
    .map((child) => render(child, pen))
    .filter((block) => block.trim() !== '')
    .join(separator);
}
