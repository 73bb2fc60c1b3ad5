import type { KnownBlock } from '@slack/types';
import type { Block, Card } from '../../src/cards/card.ts';
import { type BodyBlock, leftOut, renderBody } from './body.ts';
import { actions, plainText, selectMenu } from './controls.ts';
import { LIMITS } from './limits.ts';
import { uniqueIds } from './uniqueIds.ts';

/** What a message or a view has for a card. */
export interface Room {
  readonly blocks: number;
  /** Characters of JSON, which is more than Slack counts. */
  readonly size: number;
}

export const MESSAGE: Room = { blocks: LIMITS.messageBlocks, size: LIMITS.messageSize };
export const VIEW: Room = { blocks: LIMITS.viewBlocks, size: LIMITS.viewSize };

/**
 * A card in Block Kit. Where room runs out, controls stay, texts are cut with "…", and rows that are
 * left out are counted.
 */
export function renderCard(card: Card, room: Room = MESSAGE): KnownBlock[] {
  const header: KnownBlock = { type: 'header', text: plainText(card.title, LIMITS.header) };
  const controls = controlsWithin(card.blocks, { blocks: room.blocks - 2, size: room.size / 2 });
  const kept = [...controls.values()].flat();
  let left = minus(room, [header, ...kept]);
  const blocks: KnownBlock[] = [header];
  let missing = 0;
  for (const block of card.blocks) {
    if (isControl(block)) {
      if (missing > 0) blocks.push(leftOut(missing));
      missing = 0;
      blocks.push(...(controls.get(block) ?? []));
      continue;
    }
    // One block is kept for the count.
    const body = left.blocks > 1 ? renderBody(block, left.size) : undefined;
    if (body === undefined) missing += block.kind === 'row' ? 1 : 0;
    else blocks.push(body);
    left = body === undefined ? left : minus(left, [body]);
  }
  return uniqueIds(missing > 0 ? [...blocks, leftOut(missing)] : blocks);
}

type ControlBlock = Exclude<Block, BodyBlock>;

function isControl(block: Block): block is ControlBlock {
  return block.kind === 'buttons' || block.kind === 'menu';
}

/** As many as there is room for, the first ones first. */
function controlsWithin(
  blocks: readonly Block[],
  room: Room,
): ReadonlyMap<Block, readonly KnownBlock[]> {
  const kept = new Map<Block, readonly KnownBlock[]>();
  let left = room;
  for (const block of blocks.filter(isControl)) {
    const rendered = block.kind === 'menu' ? selectMenu(block) : actions(block.buttons);
    const rest = minus(left, rendered);
    if (rest.blocks < 0 || rest.size < 0) continue;
    left = rest;
    kept.set(block, rendered);
  }
  return kept;
}

function minus({ blocks, size }: Room, taken: readonly KnownBlock[]): Room {
  return { blocks: blocks - taken.length, size: size - JSON.stringify(taken).length };
}
