import type { Card } from '../cards/cards.ts';
import type { View } from '../cards/view.ts';
import { answered, refused } from '../platform/replies.ts';
import type { Command } from './command.ts';
import type { Context } from './context.ts';
import { jointly } from './jointly.ts';
import { seekRoom } from './places.ts';

export type RoomView = Extract<View, { readonly kind: 'now' | 'next' }>;

/** A command about all rooms, or about the one that is named. */
export function roomCommand(
  kind: RoomView['kind'],
  draw: (view: RoomView, context: Context) => Promise<Card>,
): Command {
  return {
    shows: 'programme',
    spec: {
      name: kind,
      access: 'everyone',
      options: [{ name: 'room', kind: 'room', required: false, rest: true }],
      subcommands: [],
    },
    async run(request, readContext) {
      const context = jointly(await readContext());
      const room = seekRoom(request.args['room'], context);
      if (room.kind === 'refused') return refused(context.messages, room.sentence);
      const place = room.value === undefined ? {} : { room: room.value };
      return answered(await draw({ kind, page: 1, ...place }, context), context);
    },
  };
}
