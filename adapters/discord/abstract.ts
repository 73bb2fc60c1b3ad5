import type { Nodes, Parents } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { escapeMarkup } from './escape.ts';

/** An untrusted abstract in Discord's markdown: its emphasis and lists stay, its links and mentions do not. */
export function renderAbstract(source: string): string {
  return renderNode(fromMarkdown(source))
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}

function renderNode(node: Nodes): string {
  switch (node.type) {
    case 'root':
      return children(node, '\n\n');
    case 'paragraph':
    case 'link':
    case 'linkReference':
      return children(node, '');
    case 'heading':
      return `**${children(node, '').replaceAll('**', '')}**`;
    case 'strong':
      return `**${children(node, '').replaceAll('**', '')}**`;
    case 'emphasis':
      return `*${children(node, '').replace(/(?<!\*)\*(?!\*)/gu, '')}*`;
    case 'blockquote':
      return children(node, '\n').replace(/^/gmu, '> ');
    case 'list':
      return children(node, '\n');
    case 'listItem':
      return `- ${children(node, '\n').replaceAll('\n', '\n  ')}`;
    case 'text':
      return escapeMarkup(node.value);
    case 'inlineCode':
      return `\`${node.value.replaceAll('`', 'ˋ')}\``;
    case 'code':
      return `\`\`\`\n${node.value.replaceAll('```', 'ˋˋˋ')}\n\`\`\``;
    case 'image':
      return escapeMarkup(node.alt ?? '');
    case 'break':
      return '\n';
    default:
      return 'value' in node && node.type !== 'yaml' ? escapeMarkup(stripTags(node.value)) : '';
  }
}

function children(node: Parents, separator: string): string {
  return node.children.map(renderNode).join(separator);
}

/** Raw HTML inside Markdown: the words stay, the tags go. */
function stripTags(html: string): string {
  return html.replace(/<[^>]*>/gu, '');
}
