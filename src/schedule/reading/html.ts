import type { ElementContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toMdast } from 'hast-util-to-mdast';
import { defaultHandlers, type Options, toMarkdown } from 'mdast-util-to-markdown';
import { COMMONMARK } from './commonmark.ts';

/** A deeper tree could exhaust the stack of those that walk it. */
export const MAX_HTML_DEPTH = 100;

const BLOCK =
  /<\/?(?:p|br|ul|ol|li|dl|dt|dd|h[1-6]|div|pre|blockquote|table|hr|section|article)(?:\s[^<>]*)?\/?>/i;

/** Told by its block tags: a text with only inline tags is Markdown, whose own marks must live on. */
export function looksLikeHtml(text: string): boolean {
  return BLOCK.test(text);
}

/** The deepest nesting that the tags could mean; an upper bound, since many need no closing. */
export function tagDepth(html: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [tag] of html.matchAll(/<\/?[a-z][a-z0-9]*/gi)) {
    if (tag.startsWith('</')) depth = Math.max(0, depth - 1);
    else if (!/^<(?:br|hr|img|li|p)$/i.test(tag)) depth += 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** CommonMark of an HTML fragment. Inline tags inside a word vanish without a trace. */
export function markdownOfTree(html: string): string {
  const content = fromHtml(html, { fragment: true }).children.filter(
    (node) => node.type !== 'doctype',
  );
  const children = joinWords(looseParagraphs(content));
  const tree = toMdast({ type: 'root', children }, { handlers: COMMONMARK });
  return toMarkdown(tree, STYLE).trim();
}

/** The words of an HTML fragment in its paragraphs, for fragments too large to convert. */
export function plainParagraphs(html: string): string {
  return html
    .split(/<\/?(?:p|br|li|div|h[1-6])(?:\s[^<>]*)?\/?>/i)
    .map((piece) =>
      piece
        .replace(/<[^<>]*>/g, '')
        .replace(/[<>\s]+/g, ' ')
        .trim(),
    )
    .filter((piece) => piece !== '')
    .join('\n\n');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&#39;': "'",
  '&quot;': '"',
  '&hellip;': '…',
};
/** What Markdown could take for markup, anywhere and at the start of a paragraph. */
const MARKUP = /[\\`*_[\]|~#<>&\u{a0}]/u;
const BLANK_LINE = /\n[ \t\r]*\n/;
const BLOCK_START = /^(?:[-+=]|\d+[.)])/;

/**
 * The same as {@link markdownOfTree}, ten times faster, for what most abstracts are:
 * paragraphs of plain words. `undefined` when there is anything else in them.
 */
export function simpleParagraphs(html: string): string | undefined {
  const pieces = html.trim().split(/<\/?p>/i);
  const paragraphs = pieces
    .map((piece) => piece.replace(/&[#a-z0-9]+;/gi, (entity) => ENTITIES[entity] ?? entity))
    .map((piece) => piece.replace(/[ \t\n\r\f]+/g, ' ').replace(/^ | $/g, ''))
    .filter((piece) => piece !== '');
  const plain = paragraphs.every((piece) => !MARKUP.test(piece) && !BLOCK_START.test(piece));
  const hasBlankLine = pieces.some((piece) => BLANK_LINE.test(piece.trim()));
  return plain && !hasBlankLine ? paragraphs.join('\n\n') : undefined;
}

const STYLE: Options = {
  bullet: '-',
  emphasis: '*',
  rule: '-',
  listItemIndent: 'one',
  resourceLink: false,
  handlers: {
    // An underscore inside a word is no emphasis in CommonMark and reads better bare.
    text: (node, parent, state, info) =>
      defaultHandlers.text(node, parent, state, info).replace(BARE_UNDERSCORE, '_'),
  },
};
const BARE_UNDERSCORE = /(?<=[\p{L}\p{N}])\\_(?=[\p{L}\p{N}])/gu;

const PHRASING = new Set(
  'a abbr b big br cite code em font i img ins kbd mark q s small span strong sub sup tt u var'.split(
    ' ',
  ),
);

/** A blank line in text that stands in no paragraph of its own means one, whatever HTML says. */
function looseParagraphs(nodes: readonly ElementContent[]): readonly ElementContent[] {
  const blocks: ElementContent[] = [];
  let loose: ElementContent[] = [];
  const finish = () => {
    if (loose.some((node) => node.type !== 'text' || node.value.trim() !== '')) {
      blocks.push({ type: 'element', tagName: 'p', properties: {}, children: loose });
    }
    loose = [];
  };
  for (const node of nodes) {
    if (node.type === 'text') {
      node.value.split(BLANK_LINE).forEach((value, at) => {
        if (at > 0) finish();
        loose.push({ type: 'text', value });
      });
    } else if (node.type === 'element' && !PHRASING.has(node.tagName)) {
      finish();
      blocks.push(node);
    } else {
      loose.push(node);
    }
  }
  finish();
  return blocks;
}

const EMPHASIS = new Set(['b', 'em', 'i', 's', 'strong', 'u']);

/**
 * `SECCOMP<em>RET</em>USER_NOTIF` is one word: emphasis that touches letters is
 * dropped, its text kept. Blanks at its edges move out, where Markdown wants them.
 */
function joinWords(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node, index) => {
    if (node.type === 'comment') return [];
    if (node.type !== 'element') return [node];
    const children = joinWords(node.children);
    if (!EMPHASIS.has(node.tagName)) return [{ ...node, children }];
    const touchesLetters =
      (/[\p{L}\p{N}]$/u.test(textIn(nodes[index - 1])) && !/^\s/.test(textIn(children[0]))) ||
      (/^[\p{L}\p{N}]/u.test(textIn(nodes[index + 1])) && !/\s$/.test(textIn(children.at(-1))));
    if (touchesLetters) return children;
    const before = /^\s/.test(textIn(children[0])) ? [BLANK] : [];
    const after = /\s$/.test(textIn(children.at(-1))) ? [BLANK] : [];
    return [...before, { ...node, children: trimEdges(children) }, ...after];
  });
}

const BLANK: ElementContent = { type: 'text', value: ' ' };

function trimEdges(children: readonly ElementContent[]): ElementContent[] {
  return children.map((child, at) => {
    if (child.type !== 'text') return child;
    const start = at === 0 ? child.value.trimStart() : child.value;
    return { type: 'text', value: at === children.length - 1 ? start.trimEnd() : start };
  });
}

function textIn(node: ElementContent | undefined): string {
  return node?.type === 'text' ? node.value : '';
}
