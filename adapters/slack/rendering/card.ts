import type { KnownBlock } from '@slack/types';
import { type Block, type Card, isControl } from '../../../src/cards/cards.ts';
import { context, renderBody } from './body.ts';
import { actions, plainText, pressedId, selectMenu } from './controls.ts';
import { LIMITS } from './limits.ts';
import { manyClocks } from './text.ts';

/** What a message or a view has for a card. */
export interface Room {
  readonly blocks: number;
  /** Characters of JSON, which is more than Slack counts. */
  readonly size: number;
}

export const MESSAGE: Room = { blocks: LIMITS.messageBlocks, size: LIMITS.messageSize };
export const VIEW: Room = { blocks: LIMITS.viewBlocks, size: LIMITS.viewSize };

/**
 * A card in Block Kit. Where room runs out, the menus of rows go first; then controls stay, texts
 * are cut with "…", and rows that are left out are counted.
 */
export function renderCard(card: Card, room: Room = MESSAGE): KnownBlock[] {
  const full = layOut(withoutRepetition(card), room);
  return uniqueIds(full.isWhole ? full.blocks : layOut(withoutMore(card), room).blocks);
}

/** What a row's own menu opens needs no second menu. */
function withoutRepetition(card: Card): Card {
  const inRows = new Set(
    card.blocks.flatMap((block) => (block.kind === 'row' ? (block.more ?? []) : [])).map(idOf),
  );
  const blocks = card.blocks.map((block) =>
    block.kind === 'menu'
      ? { ...block, options: block.options.filter(({ id }) => !inRows.has(id)) }
      : block,
  );
  return { ...card, blocks };
}

function idOf({ id }: { readonly id: string }): string {
  return id;
}

function withoutMore(card: Card): Card {
  const blocks = card.blocks.map((block) =>
    block.kind === 'row' ? { ...block, more: [] } : block,
  );
  return { ...card, blocks };
}

interface LaidOut {
  readonly blocks: readonly KnownBlock[];
  /** Every row is there. */
  readonly isWhole: boolean;
}

function layOut(card: Card, room: Room): LaidOut {
  const header: KnownBlock = { type: 'header', text: plainText(card.title, LIMITS.header) };
  const footer = context(manyClocks(card) ?? '');
  const controls = controlsWithin(card.blocks, { blocks: room.blocks - 3, size: room.size / 2 });
  const kept = [...controls.values()].flat();
  let left = minus(room, [header, ...kept, ...footer]);
  const blocks: KnownBlock[] = [header];
  let missing = 0;
  let isWhole = true;
  for (const block of card.blocks) {
    if (isControl(block)) {
      blocks.push(...leftOut(missing), ...(controls.get(block) ?? []));
      missing = 0;
      continue;
    }
    const body = renderBody(block, left.size, card.reader);
    // One block is kept for the count.
    const fits = body.length > 0 && body.length < left.blocks;
    if (fits) {
      blocks.push(...body);
      left = minus(left, body);
    } else if (block.kind === 'row') {
      missing += 1;
      isWhole = false;
    }
  }
  return { blocks: [...blocks, ...leftOut(missing), ...footer], isWhole };
}

/** How many rows found no room. */
function leftOut(count: number): readonly KnownBlock[] {
  return count === 0 ? [] : context(`… +${count}`);
}

/** As many as there is room for, the first ones first. */
function controlsWithin(
  blocks: readonly Block[],
  room: Room,
): ReadonlyMap<Block, readonly KnownBlock[]> {
  const kept = new Map<Block, readonly KnownBlock[]>();
  let left = room;
  for (const block of blocks.filter(isControl)) {
    const rendered = block.kind === 'menu' ? selectMenu(block) : actions(block);
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

/** Slack tells elements apart by their `action_id`: where two have the same, the second gets `#2` behind it. */
export function uniqueIds(blocks: readonly KnownBlock[]): KnownBlock[] {
  const counts = new Map<string, number>();
  const unique = <E extends object>(element: E): E => {
    if (!('action_id' in element) || typeof element.action_id !== 'string') return element;
    const id = pressedId(element.action_id);
    const count = (counts.get(id) ?? 0) + 1;
    counts.set(id, count);
    return { ...element, action_id: count === 1 ? id : `${id}#${count}` };
  };
  return blocks.map((block): KnownBlock => {
    if (block.type === 'actions') return { ...block, elements: block.elements.map(unique) };
    if (block.type === 'section' && block.accessory !== undefined) {
      return { ...block, accessory: unique(block.accessory) };
    }
    return block;
  });
}
