import { encodeAction } from '../../src/cards/actions/action.ts';
import { shortRef } from '../../src/cards/actions/reference.ts';
import type { Card } from '../../src/cards/cards.ts';
import type { View } from '../../src/cards/view.ts';
import type { Instant } from '../../src/clock.ts';
import { silentLog } from '../../src/log.ts';
import type { Hallway } from '../../src/platform/requests.ts';
import type { Programme } from '../../src/programme/programme.ts';
import type { Talk } from '../../src/schedule/schedule.ts';
import { corridor, passer } from '../commands/support/corridor.ts';
import { someOf } from './thorough.ts';

const MOST_PAGES = 500;
const MOST_TALKS = 250;
const STARRED = 5;

export interface Drawn {
  /** What was asked for. */
  readonly view: View;
  readonly card: Card;
}

/** Where anybody may ask about a programme; its first talks are starred. */
export function hallwayAt(programme: Programme, now: Instant): Hallway {
  const starred = programme.conference.talks.slice(0, STARRED).map(({ id }) => id);
  return corridor(programme, now, { starred, log: silentLog });
}

/** Opens what buttons open. */
export function askingAt(programme: Programme, now: Instant): (view: View) => Promise<Card> {
  const hallway = hallwayAt(programme, now);
  return async (view) => {
    const id = encodeAction({ conference: programme.key, deed: { kind: 'open', view } });
    const reply = await hallway.press({ kind: 'press', id, caller: passer });
    if (reply.kind === 'form') throw new Error('A form came.');
    return reply.card;
  };
}

/** As its first talk begins: each talk in full, what else runs in each slot, and every page of its lists. */
export async function everyCard(programme: Programme): Promise<readonly Drawn[]> {
  const ask = askingAt(programme, programme.conference.talks[0]?.start ?? 0);
  const talks = someOf(programme.conference.talks, MOST_TALKS);
  const views: readonly View[] = [
    ...talks.map(({ id }) => ({ kind: 'talk', talk: shortRef(id), whole: true }) as const),
    ...firstOfEachSlot(talks).map(
      ({ id }) => ({ kind: 'slot', talk: shortRef(id), page: 1 }) as const,
    ),
  ];
  const drawn: Drawn[] = [];
  for (const view of views) drawn.push({ view, card: await ask(view) });
  for (const kind of ['schedule', 'now', 'next'] as const) {
    for (let page = 1; page <= MOST_PAGES; page += 1) {
      const view = { kind, page };
      const card = await ask(view);
      drawn.push({ view, card });
      if (!hasNextPage(card)) break;
    }
  }
  return drawn;
}

/** What else runs is the same for all that start and end together. */
function firstOfEachSlot(talks: readonly Talk[]): readonly Talk[] {
  const slots = Map.groupBy(talks, ({ start, end }) => `${start} ${end}`);
  return [...slots.values()].flatMap(([first]) => first ?? []);
}

function hasNextPage({ blocks }: Card): boolean {
  return blocks.some(
    (block) => block.kind === 'buttons' && block.buttons.some(({ label }) => label === 'More'),
  );
}
