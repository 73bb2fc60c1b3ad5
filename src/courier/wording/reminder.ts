import type { Card } from '../../cards/cards.ts';
import type { Frame } from '../../cards/frame.ts';
import type { Talk } from '../../schedule/schedule.ts';
import { reminderCard } from './announcementCard.ts';
import { offers, type Reminded } from './offers.ts';

/** Of talks that are starred or followed still, with what is offered beside. */
export function reminder(talks: readonly Talk[], reminded: Reminded, frame: Frame): Card {
  const card = reminderCard(talks, reminded.start, frame, reminded.reasons);
  return { ...card, blocks: [...card.blocks, ...offers(reminded, frame)] };
}
