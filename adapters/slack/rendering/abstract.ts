import { type Marks, renderMarkdown } from '../../../src/cards/markdown.ts';
import { escapeMarkup } from './escape.ts';

const MARKS: Marks = {
  text: escapeMarkup,
  strong: (rendered) => `*${rendered.replaceAll('\n', ' ')}*`,
  emphasis: (rendered) => `_${rendered.replaceAll('\n', ' ')}_`,
  quote: (rendered) => rendered.replace(/^/gmu, '> '),
  item: (rendered) => `• ${rendered.replaceAll('\n', '\n   ')}`,
  code: (source) => `\`${escapeMarkup(source)}\``,
  codeBlock: (source) => `\`\`\`\n${escapeMarkup(source)}\n\`\`\``,
};

/** An untrusted abstract in Slack's mrkdwn: emphasis and lists stay, links and mentions do not. */
export function renderAbstract(source: string): string {
  return renderMarkdown(source, MARKS);
}
