import type { Reasons } from '../../agenda/following/followWords.ts';
import type { Card } from '../../cards/cards.ts';
import type { Frame } from '../../cards/frame.ts';
import type { Talk } from '../../schedule/schedule.ts';
import { reminderCard } from './announcementCard.ts';
import { offers, type Reminded } from './offers.ts';

/** Of talks that are starred or followed still; what is offered beside is about the list. */
export function reminder(
  talks: readonly Talk[],
  reasons: Reasons,
  reminded: Reminded,
  frame: Frame,
): Card | undefined {
  const followed = new Set(reasons.talks.map(({ talk }) => talk));
  const wanted = talks.filter(({ id }) => frame.starred.has(id) || followed.has(id));
  if (wanted.length === 0) return undefined;
  const card = reminderCard(wanted, reminded.start, frame, reasons);
  const isListed = wanted.some(({ id }) => frame.starred.has(id));
  return isListed ? { ...card, blocks: [...card.blocks, ...offers(reminded, frame)] } : card;
}
