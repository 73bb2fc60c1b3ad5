import { bySlugRef, shortRef } from '../../cards/actions/reference.ts';
import { DELAY_MINUTES, type RoomDeed } from '../../cards/actions/roomDeed.ts';
import type { CommandSpec } from '../../platform/commandSpec.ts';
import { answered, inPlace, privately, refused } from '../../platform/replies.ts';
import type { CardReply, CommandRequest } from '../../platform/requests.ts';
import { mayUse } from '../../platform/roles.ts';
import { communityOf } from '../../platform/target.ts';
import type { Programmes } from '../../programme/programme.ts';
import { ROOM_STATES } from '../../programme/rooms/roomStates.ts';
import type { Room } from '../../schedule/schedule.ts';
import type { Command } from '../command.ts';
import type { OrganiserPorts } from '../conference/ports.ts';
import type { Context } from '../context.ts';
import { seekEverywhere, seekNamedRoom } from '../places.ts';
import { drawRoom } from './roomCard.ts';

export const roomSpec: CommandSpec = {
  name: 'room',
  access: 'everyone',
  options: [
    { name: 'room', kind: 'room', required: true },
    { name: 'state', kind: 'choice', required: false, choices: [...ROOM_STATES, 'late'] },
    { name: 'minutes', kind: 'integer', required: false, range: DELAY_MINUTES },
  ],
  subcommands: [],
};

export interface RoomPorts extends Pick<OrganiserPorts, 'communities' | 'delays' | 'roomStates'> {
  readonly programmes: Pick<Programmes, 'get'>;
}

/** How a room stands, for everybody; helpers say it (issue 18 §2). */
export function createRoomCommand(ports: RoomPorts): Command {
  return {
    spec: roomSpec,
    shows: 'programme',
    async run({ args }, readContext) {
      const asked = await readContext();
      const { messages } = asked;
      const sought = seekEverywhere(asked, (one) => seekNamedRoom(args['room'] ?? '', one));
      if (sought.kind === 'refused') return refused(messages, sought.sentence);
      const { context } = sought;
      const room = shortRef(sought.value.slug);
      if (args['state'] === undefined) {
        return answered(await drawRoom(ports, { kind: 'room', room }, context), context);
      }
      const deed = deedOf(room, args);
      if (deed === undefined) return refused(messages, messages.room.lateHowMuch);
      return sayOfRoom(ports, deed, context, privately);
    },
  };
}

/** A button of a room's card. */
export function performRoomDeed(
  ports: RoomPorts,
  deed: RoomDeed,
  context: Context,
): Promise<CardReply> {
  return sayOfRoom(ports, deed, context, inPlace);
}

function deedOf(room: RoomDeed['room'], args: CommandRequest['args']): RoomDeed | undefined {
  const typed = args['state']?.toLowerCase();
  const state = ROOM_STATES.find((one) => one === typed);
  if (state !== undefined) return { kind: 'roomState', room, state };
  return args['minutes'] === undefined
    ? undefined
    : { kind: 'late', room, minutes: Number(args['minutes']) };
}

async function sayOfRoom(
  ports: RoomPorts,
  deed: RoomDeed,
  context: Context,
  placed: (card: CardReply['card']) => CardReply,
): Promise<CardReply> {
  const { caller, messages, programme } = context;
  const community = communityOf(caller);
  if (community === undefined) return refused(messages, messages.organiser.onlyInCommunity);
  if (!mayUse('helper', caller)) return refused(messages, messages.room.helpersOnly);
  const room = bySlugRef(programme.conference.rooms, deed.room);
  if (room === undefined) return refused(messages, messages.errors.oldButton);
  if ((await carryOut(ports, community, deed, room, context)) === 'over') {
    return refused(messages, messages.room.over(room.name));
  }
  const seen = await ports.programmes.get(programme.key, community);
  const after = { ...context, programme: seen ?? programme };
  return placed(await drawRoom(ports, { kind: 'room', room: deed.room }, after));
}

async function carryOut(
  { delays, roomStates }: RoomPorts,
  community: NonNullable<ReturnType<typeof communityOf>>,
  deed: RoomDeed,
  { slug: room }: Room,
  { caller: { member }, programme }: Context,
): Promise<'told' | 'over'> {
  if (deed.kind === 'roomState') {
    return roomStates.tell(community, programme, { room, state: deed.state, by: member });
  }
  await delays.set(community, programme, { room, minutes: deed.minutes }, member);
  return 'told';
}
