import type { ContextBlock, KnownBlock, SectionBlock } from '@slack/types';
import type { Block, Reader, TalkRow } from '../../../src/cards/cards.ts';
import { type Marks, markdownWriter } from '../../../src/cards/markup/markdown.ts';
import { webAddress } from '../../../src/platform/text.ts';
import { actions, moreMenu, rowButton } from './controls.ts';
import { escapeCode, escapeMarkup } from './escape.ts';
import { cutMarkup, LIMITS } from './limits.ts';
import { link, renderText, wrap } from './text.ts';

/** What is read, as opposed to pressed. */
export type BodyBlock = Exclude<Block, { readonly kind: 'buttons' | 'menu' }>;

/** JSON around a text and its button. */
const FRAME_SIZE = 700;
const LEAST = 100;

/** Empty where there is nothing to read, or nothing readable fits into `size` characters of JSON. */
export function renderBody(
  block: BodyBlock,
  size: number,
  reader: Reader | undefined,
): readonly KnownBlock[] {
  const limit = size - FRAME_SIZE;
  if (limit < LEAST) return [];
  switch (block.kind) {
    case 'divider':
      return [{ type: 'divider' }];
    case 'heading':
      return section(wrap('*', block.text), limit);
    case 'text':
      return block.tone === 'quiet'
        ? context(renderText(block.text, reader), limit)
        : section(renderText(block.text, reader), limit);
    case 'facts': {
      const lines = block.facts.map(
        (fact) => `${wrap('*', fact.label)}  ${renderText(fact.value, reader)}`,
      );
      return section(lines.join('\n'), limit);
    }
    case 'markdown':
      return section(renderAbstract(block.source), limit);
    case 'row':
      return row(block, limit, reader);
    default:
      return block satisfies never;
  }
}

/** A section has one place for a control: the star stands beside the title, the rest beside what is below it. */
function row(
  { title, struck, details, button: star, more = [] }: TalkRow,
  limit: number,
  reader: Reader | undefined,
): readonly KnownBlock[] {
  const bold = wrap('*', title) || '–';
  const head = struck ? `~${bold}~` : bold;
  const lines = details.map((each) => renderText(each, reader)).filter((line) => line !== '');
  const isUsable = star?.kind === 'action' || (star && webAddress(star.url, LIMITS.url));
  const first = star && isUsable ? rowButton(star) : undefined;
  const [menu] = moreMenu(more);
  if (first === undefined || menu === undefined) {
    return section([head, ...lines].join('\n'), limit, first ?? menu);
  }
  const below = lines.join('\n');
  return [
    ...section(head, limit / 2, first),
    ...(below === '' ? actions({ buttons: [], more }) : section(below, limit / 2, menu)),
  ];
}

function section(
  text: string,
  limit: number,
  accessory?: SectionBlock['accessory'],
): readonly SectionBlock[] {
  if (text.trim() === '') return [];
  const block = {
    type: 'section',
    text: { type: 'mrkdwn', text: cutJson(text, limit), verbatim: true },
  } as const;
  return [accessory === undefined ? block : { ...block, accessory }];
}

export function context(text: string, limit: number = LIMITS.sectionText): readonly ContextBlock[] {
  return text.trim() === ''
    ? []
    : [
        {
          type: 'context',
          elements: [{ type: 'mrkdwn', text: cutJson(text, limit), verbatim: true }],
        },
      ];
}

/** Cut so that it is within the limit also as JSON, where quotes and line breaks take two characters. */
function cutJson(text: string, limit: number): string {
  const short = cutMarkup(text, Math.min(limit, LIMITS.sectionText));
  const excess = JSON.stringify(short).length - 2 - limit;
  return excess > 0 ? cutMarkup(short, short.length - excess) : short;
}

const MARKS: Marks = {
  text: escapeMarkup,
  strong: (rendered) => eachLine('*', rendered),
  emphasis: (rendered) => eachLine('_', rendered),
  struck: (rendered) => eachLine('~', rendered),
  quote: (rendered) => rendered.replace(/^/gmu, '> '),
  item: (rendered, marker) =>
    `${marker === '-' ? '•' : marker} ${rendered.replaceAll('\n', '\n    ')}`,
  address: (url) => link(url, url),
  code: (source) => `\`${escapeCode(source)}\``,
  codeBlock: (source) => `\`\`\`\n${escapeCode(source)}\n\`\`\``,
};

/** A mark that is opened in one line is not closed in another. */
function eachLine(mark: '*' | '_' | '~', rendered: string): string {
  return rendered.replace(/^[^\S\n]*(\S.*?)[^\S\n]*$/gmu, `${mark}$1${mark}`);
}

/** An untrusted abstract in Slack's mrkdwn: emphasis and lists stay, addresses are seen as what they are, mentions are words. */
export const renderAbstract = markdownWriter(MARKS);
