import type { KnownBlock } from '@slack/types';
import { escapeHtml } from './html.ts';
import { html } from './slackMarkup.ts';

/** Block Kit as HTML: the blocks that Hallway sends. */
export function drawBlocks(blocks: readonly KnownBlock[], timeZone: string): string {
  return blocks.map((block) => draw(block, timeZone)).join('');
}

function draw(block: KnownBlock, timeZone: string): string {
  switch (block.type) {
    case 'header':
      return `<div class="header">${escapeHtml(block.text.text)}</div>`;
    case 'section': {
      const text = block.text === undefined ? '' : words(block.text, timeZone);
      const accessory = block.accessory === undefined ? '' : control(block.accessory);
      return `<div class="section"><div class="text">${text}</div>${accessory}</div>`;
    }
    case 'context': {
      const texts = block.elements.map((each) => ('text' in each ? words(each, timeZone) : ''));
      return `<div class="context">${texts.join('')}</div>`;
    }
    case 'actions':
      return `<div class="row">${block.elements.map(control).join('')}</div>`;
    case 'divider':
      return '<hr>';
    default:
      throw new Error(`Nothing draws a block of the type ${block.type}`);
  }
}

interface Words {
  readonly type: string;
  readonly text: string;
}

function words({ type, text }: Words, timeZone: string): string {
  return type === 'mrkdwn' ? html(text, timeZone) : escapeHtml(text);
}

interface Control {
  readonly type: string;
  readonly style?: string;
  readonly text?: Words;
  readonly placeholder?: Words;
}

function control({ type, style = '', text, placeholder }: Control): string {
  if (type === 'overflow') return '<span class="button more">⋯</span>';
  if (placeholder !== undefined) {
    return `<span class="menu"><span class="words">${escapeHtml(placeholder.text)}</span><span>⌄</span></span>`;
  }
  return `<span class="button ${style}">${escapeHtml(text?.text ?? '')}</span>`;
}
