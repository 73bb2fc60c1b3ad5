import type { Card } from '../../cards/cards.ts';
import { listCard, PAGE_SIZE, pageOf } from '../../cards/listCard.ts';
import { problemCard } from '../../cards/problem.ts';
import type { View } from '../../cards/view.ts';
import type { Talk } from '../../schedule/schedule.ts';
import type { Context } from '../context.ts';

/** What else runs while a talk does. */
export async function drawSlot(
  view: Extract<View, { readonly kind: 'slot' }>,
  context: Context,
): Promise<Card> {
  const { lists, errors } = context.messages;
  const talk = context.programme.talkByRef(view.talk);
  if (talk === undefined) return problemCard(context.messages, errors.noSuchTalk);
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
export function alongside(talk: Talk, { programme, starred }: Context): readonly Talk[] {
  const rank = (other: Talk) =>
    (starred.has(other.id) ? 0 : 2) + (other.track === talk.track ? 0 : 1);
  const distance = (other: Talk) => Math.abs(other.start - talk.start);
  return programme.timetable
    .overlapping(talk)
    .toSorted((a, b) => rank(a) - rank(b) || distance(a) - distance(b));
}
