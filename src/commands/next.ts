import type { Card } from '../cards/card.ts';
import { listCard, PAGE_SIZE, pageOf } from '../cards/listCard.ts';
import type { Talk } from '../schedule/model.ts';
import type { Command } from './command.ts';
import { placeNames, seekRoom } from './places.ts';
import { privately, refused } from './reply.ts';
import { type Scene, setScene } from './scene.ts';
import type { View } from './view.ts';

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
  const { messages } = scene;
  const { room } = placeNames(view, scene);
  const { items, page, pages } = pageOf(upcoming(room, scene), view.page, PAGE_SIZE);
  return listCard(
    {
      title: room === undefined ? messages.lists.next : messages.lists.nextInRoom(room),
      ...(items.length === 0 ? { intro: [messages.lists.nothingNext] } : {}),
      rows: items.map((talk) => ({ talk })),
      view: { ...view, page },
      pages,
      style: { when: 'dateTime', room: room === undefined },
    },
    scene,
  );
}

function upcoming(room: string | undefined, { programme, now }: Scene): readonly Talk[] {
  const { timetable } = programme;
  const next = timetable.nextByRoom(now, room);
  const [first] = next;
  const day = first === undefined ? undefined : timetable.dayOf(first);
  if (room === undefined || first === undefined || day === undefined) return next;
  return timetable.talksOfDay(day, { room }).filter(({ start }) => start >= first.start);
}
