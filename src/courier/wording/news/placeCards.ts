import { type Card, paragraph } from '../../../cards/cards.ts';
import type { Frame } from '../../../cards/frame.ts';
import { localName } from '../../../cards/wording/localName.ts';
import type { Rename } from '../../../schedule/comparing/renames.ts';

/** What rooms and tracks are called now: one line for each. */
export function renamedCard(renames: readonly Rename[], frame: Frame): Card {
  const { renamed, severalRenamed } = frame.messages.announcements;
  const lines = renames.map(({ before, after }) => renamed(before, localName(after, frame)));
  const [only = ''] = lines;
  const title = lines.length === 1 ? only : severalRenamed(lines.length);
  return {
    kind: 'notice',
    title,
    summary: title,
    blocks: lines.length === 1 ? [] : lines.map((line) => paragraph(line)),
  };
}

/** What a channel waits for in vain from now on: for whoever chose it. */
export function placesGoneCard(names: readonly string[], { messages }: Frame): Card {
  const { placesGone, chooseOthers } = messages.announcements;
  const title = placesGone(names.join(', '));
  return { kind: 'notice', title, summary: title, blocks: [paragraph(chooseOthers)] };
}
