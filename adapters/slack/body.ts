import type { KnownBlock, SectionBlock } from '@slack/types';
import type { Block, TalkRow } from '../../src/cards/card.ts';
import { renderAbstract } from './abstract.ts';
import { button } from './controls.ts';
import { webAddress } from './escape.ts';
import { cut, LIMITS } from './limits.ts';
import { renderText, wrap } from './text.ts';

/** What is read, as opposed to pressed. */
export type BodyBlock = Exclude<Block, { readonly kind: 'buttons' | 'menu' }>;

/** JSON around a text and its button. */
const FRAME_SIZE = 700;
const LEAST = 100;

/** `undefined` where there is nothing to read, or nothing readable fits into `size` characters of JSON. */
export function renderBody(block: BodyBlock, size: number): KnownBlock | undefined {
  const limit = Math.min(size - FRAME_SIZE, LIMITS.sectionText);
  if (limit < LEAST) return undefined;
  switch (block.kind) {
    case 'divider':
      return { type: 'divider' };
    case 'heading':
      return section(wrap('*', block.text), limit);
    case 'text':
      return block.tone === 'quiet'
        ? context(renderText(block.text), limit)
        : section(renderText(block.text), limit);
    case 'facts': {
      const lines = block.facts.map(
        (fact) => `${wrap('*', fact.label)}  ${renderText(fact.value)}`,
      );
      return section(lines.join('\n'), limit);
    }
    case 'markdown':
      return section(renderAbstract(block.source), limit);
    case 'row':
      return row(block, limit);
    default:
      return block satisfies never;
  }
}

/** How many rows found no room. */
export function leftOut(count: number): KnownBlock {
  return { type: 'context', elements: [{ type: 'mrkdwn', text: `… +${count}` }] };
}

function row({ title, struck, details, button: star }: TalkRow, limit: number) {
  const bold = wrap('*', title) || '–';
  const lines = details.map(renderText).filter((line) => line !== '');
  const rendered = section([struck ? `~${bold}~` : bold, ...lines].join('\n'), limit);
  const isUsable = star?.kind === 'action' || (star && webAddress(star.url));
  return rendered && star && isUsable ? { ...rendered, accessory: button(star) } : rendered;
}

function section(text: string, limit: number): SectionBlock | undefined {
  return text.trim() === ''
    ? undefined
    : { type: 'section', text: { type: 'mrkdwn', text: cutJson(text, limit), verbatim: true } };
}

function context(text: string, limit: number): KnownBlock | undefined {
  return text.trim() === ''
    ? undefined
    : {
        type: 'context',
        elements: [{ type: 'mrkdwn', text: cutJson(text, limit), verbatim: true }],
      };
}

/** Cut so that it is within the limit also as JSON, where quotes and line breaks take two characters. */
function cutJson(text: string, limit: number): string {
  const escapes = JSON.stringify(text).length - 2 - text.length;
  return cut(text, escapes > 0 && text.length + escapes > limit ? Math.floor(limit / 2) : limit);
}
