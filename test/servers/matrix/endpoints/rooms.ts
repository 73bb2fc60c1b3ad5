import { ApiError, missing } from '../api-error.ts';
import type { Call, Context, Endpoint } from '../context.ts';
import { numberOf, objectOf, present, textOf } from '../json.ts';
import { invite, join, leave, putOut, requireIn } from '../membership.ts';
import { presentStripped } from '../present.ts';
import { createRoom, upgradeRoom } from '../rooms.ts';
import { membershipOf, membersOf, type Room, roomOf, stateOf } from '../world.ts';

function roomIn({ world }: Context, { parts }: Call): Room {
  return roomOf(world, parts['roomId'] ?? parts['roomIdOrAlias'] ?? '');
}

const DEEDS = (['kick', 'ban'] as const).map(
  (name): Endpoint => ({
    name,
    method: 'POST',
    path: `client/v3/rooms/{roomId}/${name}`,
    handle: (context, call, { user }) => {
      const who = textOf(call.body['user_id']);
      putOut(context.world, roomIn(context, call), { who, by: user }, name);
      return {};
    },
  }),
);

export const ROOMS: readonly Endpoint[] = [
  {
    name: 'createRoom',
    method: 'POST',
    path: 'client/v3/createRoom',
    handle: ({ world, limiter }, { body }, { user }) => {
      limiter.take(user);
      return { room_id: createRoom(world, user, body).id };
    },
  },
  ...['client/v3/join/{roomIdOrAlias}', 'client/v3/rooms/{roomId}/join'].map(
    (path): Endpoint => ({
      name: 'join',
      method: 'POST',
      path,
      handle: (context, call, { user }) => {
        const room = roomIn(context, call);
        join(context.world, room, user);
        return { room_id: room.id };
      },
    }),
  ),
  {
    name: 'leave',
    method: 'POST',
    path: 'client/v3/rooms/{roomId}/leave',
    handle: (context, call, { user }) => {
      leave(context.world, roomIn(context, call), user);
      return {};
    },
  },
  {
    name: 'invite',
    method: 'POST',
    path: 'client/v3/rooms/{roomId}/invite',
    handle: (context, call, { user }) => {
      const who = textOf(call.body['user_id']);
      invite(context.world, roomIn(context, call), { who, by: user });
      return {};
    },
  },
  ...DEEDS,
  {
    name: 'joinedRooms',
    method: 'GET',
    path: 'client/v3/joined_rooms',
    handle: ({ world }, _call, { user }) => ({
      joined_rooms: [...world.rooms.values()]
        .filter((room) => membershipOf(room, user) === 'join')
        .map(({ id }) => id),
    }),
  },
  {
    name: 'joinedMembers',
    method: 'GET',
    path: 'client/v3/rooms/{roomId}/joined_members',
    handle: (context, call, { user }) => {
      const room = roomIn(context, call);
      requireIn(room, user);
      const names = membersOf(room, 'join').map((each) => {
        const name = context.world.accounts.get(each)?.name;
        return [each, present({ display_name: name })] as const;
      });
      return { joined: Object.fromEntries(names) };
    },
  },
  {
    name: 'upgrade',
    method: 'POST',
    path: 'client/v3/rooms/{roomId}/upgrade',
    handle: (context, call, { user }) => {
      const version = textOf(call.body['new_version']);
      const room = upgradeRoom(context.world, roomIn(context, call), user, version);
      return { replacement_room: room.id };
    },
  },
  {
    name: 'alias',
    method: 'GET',
    path: 'client/v3/directory/room/{roomAlias}',
    isOpen: true,
    handle: ({ world }, { parts }) => {
      const id = world.aliases.get(parts['roomAlias'] ?? '');
      if (id === undefined) throw missing(`Room alias ${parts['roomAlias']} not found`);
      return { room_id: id, servers: [world.serverName] };
    },
  },
  {
    name: 'hierarchy',
    method: 'GET',
    path: 'client/v1/rooms/{roomId}/hierarchy',
    handle: (context, call, { user }) => {
      const space = roomIn(context, call);
      requireIn(space, user);
      const held = childrenOf(space).flatMap((id) => context.world.rooms.get(id) ?? []);
      const most = numberOf(Number(call.query['limit'] ?? Number.NaN), 50) || 50;
      return { rooms: [space, ...held].slice(0, most).map((room) => summaryOf(room)) };
    },
  },
  {
    name: 'upload',
    method: 'POST',
    path: 'media/v3/upload',
    handle: ({ world }, { query, bytes, type }) => {
      if (bytes.length === 0) throw new ApiError(400, 'M_UNKNOWN', 'Nothing was uploaded');
      const uri = `mxc://${world.serverName}/${world.mint('m')}`;
      world.uploads.set(uri, { name: query['filename'] ?? '', type, content: bytes });
      return { content_uri: uri };
    },
  },
];

function childrenOf(space: Room): readonly string[] {
  return [...space.state.values()]
    .filter(({ event: { type, content } }) => type === 'm.space.child' && 'via' in content)
    .map(({ event }) => event.stateKey ?? '');
}

function summaryOf(room: Room) {
  const rule = textOf(stateOf(room, 'm.room.join_rules')?.['join_rule']);
  const children = [...room.state.values()].filter(({ event }) => event.type === 'm.space.child');
  return present({
    room_id: room.id,
    room_type: objectOf(room.timeline[0]?.event.content)['type'],
    name: stateOf(room, 'm.room.name')?.['name'],
    canonical_alias: stateOf(room, 'm.room.canonical_alias')?.['alias'],
    num_joined_members: membersOf(room, 'join').length,
    join_rule: rule,
    world_readable: false,
    guest_can_join: false,
    children_state: children.map(({ event }) => ({
      ...presentStripped(event),
      origin_server_ts: event.ts,
    })),
  });
}
