import type { Block, Button } from '../../cards/cards.ts';

const MOST_IN_A_ROW = 5;

/** Beside the card's last buttons where there is room for one more. */
export function withButtons(
  blocks: readonly Block[],
  buttons: readonly Button[],
): readonly Block[] {
  if (buttons.length === 0) return blocks;
  const last = blocks.findLastIndex(({ kind }) => kind === 'buttons');
  const row = blocks[last];
  if (row?.kind !== 'buttons' || row.buttons.length + buttons.length > MOST_IN_A_ROW) {
    return [...blocks, { kind: 'buttons', buttons }];
  }
  return blocks.with(last, { ...row, buttons: [...row.buttons, ...buttons] });
}
