import type { KnownBlock, SectionBlock } from '@slack/types';
import type { Block, Card, TalkRow } from '../../src/cards/card.ts';
import { renderAbstract } from './abstract.ts';
import { actions, button, plainText, selectMenu } from './controls.ts';
import { cut, LIMITS } from './limits.ts';
import { renderText, wrap } from './text.ts';

/** What is left of a surface's limits while a card is laid out. */
interface Room {
  readonly blocks: number;
  readonly text: number;
}

/**
 * A card in Block Kit within {@link LIMITS}. Controls are kept whole; where room runs out, texts are
 * cut with "…" and the rows that follow are left out.
 */
export function renderCard(card: Card, surface: 'message' | 'view' = 'message'): KnownBlock[] {
  const controls = card.blocks.filter(isControl).map(renderControl);
  const total = surface === 'message' ? LIMITS.messageBlocks : LIMITS.viewBlocks;
  const blocks: KnownBlock[] = [{ type: 'header', text: plainText(card.title, LIMITS.header) }];
  let room: Room = {
    blocks: total - 1 - controls.flat().length,
    text: LIMITS.messageText - LIMITS.header - JSON.stringify(controls).length,
  };
  for (const block of card.blocks) {
    if (isControl(block)) {
      blocks.push(...renderControl(block));
      continue;
    }
    const rendered = renderBody(block, Math.min(room.text, LIMITS.sectionText));
    if (rendered === undefined || room.blocks < 1) continue;
    blocks.push(rendered);
    room = { blocks: room.blocks - 1, text: room.text - JSON.stringify(rendered).length };
  }
  return blocks;
}

type ControlBlock = Extract<Block, { kind: 'buttons' | 'menu' }>;
type BodyBlock = Exclude<Block, ControlBlock>;

function isControl(block: Block): block is ControlBlock {
  return block.kind === 'buttons' || block.kind === 'menu';
}

function renderControl(block: ControlBlock): KnownBlock[] {
  return block.kind === 'menu' ? selectMenu(block) : actions(block.buttons);
}

/** `undefined` where nothing readable fits into `limit` characters. */
function renderBody(block: BodyBlock, limit: number): KnownBlock | undefined {
  if (limit < 200) return undefined;
  switch (block.kind) {
    case 'divider':
      return { type: 'divider' };
    case 'heading':
      return section(wrap('*', block.text), limit);
    case 'text': {
      const text = renderText(block.text);
      return block.tone === 'quiet' && text !== '' ? context(text, limit) : section(text, limit);
    }
    case 'facts': {
      const lines = block.facts.map(
        (fact) => `${wrap('*', fact.label)}  ${renderText(fact.value)}`,
      );
      return section(lines.join('\n'), limit);
    }
    case 'markdown':
      return section(renderAbstract(block.source), limit);
    case 'row':
      return row(block, limit - 200);
    default:
      return block satisfies never;
  }
}

function row(block: TalkRow, limit: number): SectionBlock | undefined {
  const bold = wrap('*', block.title);
  const details = block.details.map(renderText).filter((line) => line !== '');
  const rendered = section([block.struck ? `~${bold}~` : bold, ...details].join('\n'), limit);
  if (rendered === undefined || block.button === undefined) return rendered;
  return { ...rendered, accessory: button(block.button) };
}

function section(text: string, limit: number): SectionBlock | undefined {
  return text.trim() === ''
    ? undefined
    : { type: 'section', text: { type: 'mrkdwn', text: cut(text, limit), verbatim: true } };
}

function context(text: string, limit: number): KnownBlock {
  return {
    type: 'context',
    elements: [{ type: 'mrkdwn', text: cut(text, limit), verbatim: true }],
  };
}
