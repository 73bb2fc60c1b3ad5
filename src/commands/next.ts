import type { Card } from '../cards/cards.ts';
import { listCard, PAGE_SIZE, pageOf } from '../cards/listCard.ts';
import { localName } from '../cards/wording/localName.ts';
import type { Talk } from '../schedule/schedule.ts';
import type { Context } from './context.ts';
import { jointly } from './jointly.ts';
import { placeNames } from './places.ts';
import { type RoomView, roomCommand } from './roomCommand.ts';

const FOLLOWING_SHOWN = 3;

/** The next talk in each room; with a room, that room's next talk and what follows it that day. */
export const nextCommand = roomCommand('next', drawNext);

export async function drawNext(view: RoomView, asked: Context): Promise<Card> {
  const context = jointly(asked);
  const { lists } = context.messages;
  const { programme, now } = context;
  const { rooms } = programme.conference;
  const room = placeNames(view, context).room ?? (rooms.length === 1 ? rooms[0]?.name : undefined);
  const next = programme.timetable.nextByRoom(now, room);
  const { items, page, pages } = pageOf(next, view.page, PAGE_SIZE);
  const following = room === undefined ? [] : after(items[0], room, context);
  return listCard(
    {
      title: room === undefined ? lists.next : lists.nextInRoom(localName(room, context)),
      ...(items.length === 0 ? { intro: [lists.nothingNext] } : {}),
      rows: [
        ...items.map((talk) => ({ talk })),
        ...following.map((talk, index) =>
          index === 0 ? { talk, heading: lists.afterThat } : { talk },
        ),
      ],
      view: { ...view, page },
      pages,
      style: { when: 'dateTime', room: room === undefined },
    },
    context,
  );
}

/** What follows in that room on the same day. */
function after(talk: Talk | undefined, room: string, { programme }: Context): readonly Talk[] {
  const { timetable } = programme;
  const day = talk === undefined ? undefined : timetable.dayOf(talk);
  if (talk === undefined || day === undefined) return [];
  return timetable
    .talksOfDay(day, { room })
    .filter(({ start }) => start > talk.start)
    .slice(0, FOLLOWING_SHOWN);
}
