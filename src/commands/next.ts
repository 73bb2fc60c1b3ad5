import type { Card } from '../cards/card.ts';
import { listCard, PAGE_SIZE, pageOf } from '../cards/listCard.ts';
import type { Talk } from '../schedule/model.ts';
import type { Command } from './command.ts';
import { placeNames, seekRoom } from './places.ts';
import { privately, refused } from './reply.ts';
import { type Scene, setScene } from './scene.ts';
import type { View } from './view.ts';

const FOLLOWING_SHOWN = 3;

export type NextView = Extract<View, { readonly kind: 'next' }>;

/** The next talk in each room; with a room, that room's next talk and what follows it that day. */
export const nextCommand: Command = {
  spec: {
    name: 'next',
    access: 'everyone',
    options: [{ name: 'room', kind: 'room', required: false, rest: true }],
    subcommands: [],
  },
  async run(request, asked) {
    const scene = await setScene(asked, request.caller);
    const { room: text } = request.args;
    const room = seekRoom(text, scene);
    if (room.kind === 'refused') return refused(asked.messages, room.sentence);
    const place = room.value === undefined ? {} : { room: room.value };
    return privately(await drawNext({ kind: 'next', page: 1, ...place }, scene));
  },
};

export async function drawNext(view: NextView, scene: Scene): Promise<Card> {
  const { lists } = scene.messages;
  const { programme, now } = scene;
  const { rooms } = programme.conference;
  const room = placeNames(view, scene).room ?? (rooms.length === 1 ? rooms[0]?.name : undefined);
  const next = programme.timetable.nextByRoom(now, room);
  const { items, page, pages } = pageOf(next, view.page, PAGE_SIZE);
  const following = room === undefined ? [] : after(items[0], room, scene);
  return listCard(
    {
      title: room === undefined ? lists.next : lists.nextInRoom(room),
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
    scene,
  );
}

/** What follows in that room on the same day. */
function after(talk: Talk | undefined, room: string, { programme }: Scene): readonly Talk[] {
  const { timetable } = programme;
  const day = talk === undefined ? undefined : timetable.dayOf(talk);
  if (talk === undefined || day === undefined) return [];
  return timetable
    .talksOfDay(day, { room })
    .filter(({ start }) => start > talk.start)
    .slice(0, FOLLOWING_SHOWN);
}
