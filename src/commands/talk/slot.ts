import type { Card } from '../../cards/cards.ts';
import { listCard, PAGE_SIZE, pageOf } from '../../cards/listCard.ts';
import { isStarred } from '../../cards/ownFrame.ts';
import { problemCard } from '../../cards/problem.ts';
import type { View } from '../../cards/view.ts';
import type { Talk } from '../../schedule/schedule.ts';
import type { Context } from '../context.ts';
import { jointly, referred } from '../jointly.ts';

/** What else runs while a talk does. */
export async function drawSlot(
  view: Extract<View, { readonly kind: 'slot' }>,
  asked: Context,
): Promise<Card> {
  const { lists, errors } = asked.messages;
  const placed = referred(view.talk, asked);
  if (placed === undefined) return problemCard(asked.messages, errors.noSuchTalk);
  const { talk } = placed;
  const context = jointly(asked);
  const { items, page, pages } = pageOf(alongside(talk, context), view.page, PAGE_SIZE);
  return listCard(
    {
      title: lists.slot(talk.title),
      ...(items.length === 0 ? { intro: [lists.nothingElse] } : {}),
      rows: items.map((other) => ({ talk: other })),
      view: { ...view, page },
      pages,
      style: { when: 'time', room: true },
    },
    context,
  );
}

/** Other talks of the slot: starred ones first, then those of the same track, then the nearest starts. */
export function alongside(talk: Talk, context: Context): readonly Talk[] {
  const rank = (other: Talk) =>
    (isStarred(other, context) ? 0 : 2) + (other.track === talk.track ? 0 : 1);
  const distance = (other: Talk) => Math.abs(other.start - talk.start);
  return context.programme.timetable
    .overlapping(talk)
    .toSorted((a, b) => rank(a) - rank(b) || distance(a) - distance(b));
}
