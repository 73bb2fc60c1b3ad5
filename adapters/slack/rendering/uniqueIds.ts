import type { KnownBlock } from '@slack/types';
import { pressedId } from './controls.ts';

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
