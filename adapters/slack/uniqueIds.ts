import type { KnownBlock } from '@slack/types';

/** Slack tells elements apart by their `action_id`: where two have the same, the second gets `#2` behind it. */
export function uniqueIds(blocks: readonly KnownBlock[]): KnownBlock[] {
  const counts = new Map<string, number>();
  const unique = <E extends object>(element: E): E => {
    if (!('action_id' in element) || typeof element.action_id !== 'string') return element;
    const count = (counts.get(element.action_id) ?? 0) + 1;
    counts.set(element.action_id, count);
    return count === 1 ? element : { ...element, action_id: `${element.action_id}#${count}` };
  };
  return blocks.map((block): KnownBlock => {
    if (block.type === 'actions') return { ...block, elements: block.elements.map(unique) };
    if (block.type === 'section' && block.accessory !== undefined) {
      return { ...block, accessory: unique(block.accessory) };
    }
    return block;
  });
}
