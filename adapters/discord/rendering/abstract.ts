import { type Marks, renderMarkdown } from '../../../src/cards/markdown.ts';
import { escapeMarkup } from './escape.ts';

const MARKS: Marks = {
  text: escapeMarkup,
  strong: (rendered) => `**${rendered}**`,
  emphasis: (rendered) => `*${rendered}*`,
  quote: (rendered) => rendered.replace(/^/gmu, '> '),
  item: (rendered) => `- ${rendered.replaceAll('\n', '\n  ')}`,
  code: (source) => `\`${source.replaceAll('`', 'ˋ')}\``,
  codeBlock: (source) => `\`\`\`\n${source.replaceAll('```', 'ˋˋˋ')}\n\`\`\``,
};

/** An untrusted abstract in Discord's markdown: emphasis and lists stay, links and mentions do not. */
export function renderAbstract(source: string): string {
  return renderMarkdown(source, MARKS);
}
