import { agendaCard } from '../../agenda/listCard.ts';
import { type MyTalksParts, readMyTalks } from '../../agenda/myTalks.ts';
import type { Card } from '../../cards/card.ts';
import type { View } from '../../cards/view.ts';
import type { Scene } from '../scene.ts';

/** The caller's list; in a shared message nobody's. */
export async function drawMyTalks(
  parts: MyTalksParts,
  { page }: Extract<View, { readonly kind: 'mytalks' }>,
  scene: Scene,
): Promise<Card> {
  const mine = await readMyTalks(parts, scene.member, scene.programme);
  const starred = new Set(mine.talks.map(({ id }) => id));
  return agendaCard(mine, page, 'answer', { ...scene, starred });
}
