import type { Nodes, Parents } from 'mdast';
import { readCommonmark } from './commonmark.ts';

/** How a platform writes the few things of an abstract that it may show. */
export interface Marks {
  /** Untrusted words, to be escaped. */
  text(words: string): string;
  /** The wrappers are given text that is already rendered and never nests inside itself. */
  strong(rendered: string): string;
  emphasis(rendered: string): string;
  quote(rendered: string): string;
  item(rendered: string): string;
  /** Raw, not escaped. */
  code(source: string): string;
  codeBlock(source: string): string;
}

/**
 * Untrusted CommonMark in a platform's own writing. Links and images lose their
 * addresses and keep their words; raw HTML loses its tags. Paragraphs are parted
 * by one empty line. What {@link readCommonmark} does not read is shown as it is written.
 */
export function renderMarkdown(source: string, marks: Marks): string {
  const tree = readCommonmark(source);
  const rendered =
    tree === undefined
      ? source.split(EMPTY_LINE).map(marks.text).join('\n\n')
      : rendererFor(marks)(tree, NOWHERE);
  return rendered.replace(/\n{3,}/gu, '\n\n').trim();
}

const EMPTY_LINE = /\n[ \t]*\n/u;

/** What already surrounds a node, since platforms do not nest a mark in itself. */
interface Nesting {
  readonly strong: boolean;
  readonly emphasis: boolean;
}

const NOWHERE: Nesting = { strong: false, emphasis: false };

function rendererFor(marks: Marks) {
  return render;

  function render(node: Nodes, around: Nesting): string {
    switch (node.type) {
      case 'root':
        return children(node, '\n\n', around);
      case 'list':
        return children(node, '\n', around);
      case 'heading':
      case 'strong': {
        const inner = children(node, '', { ...around, strong: true });
        return around.strong || inner.trim() === '' ? inner : marks.strong(inner.trim());
      }
      case 'emphasis': {
        const inner = children(node, '', { ...around, emphasis: true });
        return around.emphasis || inner.trim() === '' ? inner : marks.emphasis(inner.trim());
      }
      case 'blockquote':
        return marks.quote(children(node, '\n', around));
      case 'listItem':
        return marks.item(children(node, '\n', around));
      case 'inlineCode':
        return marks.code(node.value);
      case 'code':
        return marks.codeBlock(node.value);
      case 'image':
        return marks.text(node.alt ?? '');
      case 'break':
        return '\n';
      default:
        return leaf(node, around);
    }
  }

  function leaf(node: Nodes, around: Nesting): string {
    if ('children' in node) return children(node, '', around);
    if (node.type === 'text') return marks.text(node.value);
    return node.type === 'html' ? marks.text(node.value.replace(/<[^<>]*>/gu, '')) : '';
  }

  function children(node: Parents, separator: string, around: Nesting): string {
    return node.children.map((child) => render(child, around)).join(separator);
  }
}
