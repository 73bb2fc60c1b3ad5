import { forbidden } from './api-error.ts';
import { textOf } from './json.ts';
import { levelOf, requireDeed } from './powers.ts';
import { append, type Membership, membershipOf, type Room, stateOf, type World } from './world.ts';

export function join(world: World, room: Room, user: string): void {
  const now = membershipOf(room, user);
  if (now === 'join') return;
  if (now === 'ban') throw forbidden(`${user} is banned from this room`);
  const rule = textOf(stateOf(room, 'm.room.join_rules')?.['join_rule']);
  if (now !== 'invite' && rule !== 'public') throw forbidden('You are not invited to this room.');
  become(world, room, { who: user, by: user }, 'join');
}

export function leave(world: World, room: Room, user: string): void {
  const now = membershipOf(room, user);
  if (now !== 'join' && now !== 'invite') throw forbidden(`User ${user} not in room ${room.id}`);
  become(world, room, { who: user, by: user }, 'leave');
}

export function invite(world: World, room: Room, { who, by }: Deed, isDirect = false): void {
  requireIn(room, by);
  requireDeed(room, by, 'invite');
  const now = membershipOf(room, who);
  if (now === 'join') throw forbidden(`${who} is already in the room.`);
  if (now === 'ban') throw forbidden(`${who} is banned from the room`);
  become(world, room, { who, by }, 'invite', isDirect);
}

export function putOut(world: World, room: Room, deed: Deed, how: 'kick' | 'ban'): void {
  requireIn(room, deed.by);
  requireDeed(room, deed.by, how);
  if (levelOf(room, deed.by) <= levelOf(room, deed.who)) throw forbidden(`You cannot ${how} them`);
  become(world, room, deed, how === 'ban' ? 'ban' : 'leave');
}

export function requireIn(room: Room, user: string): void {
  if (membershipOf(room, user) !== 'join') throw forbidden(`User ${user} not in room ${room.id}`);
}

interface Deed {
  readonly who: string;
  readonly by: string;
}

function become(
  world: World,
  room: Room,
  { who, by }: Deed,
  membership: Membership,
  isDirect = false,
): void {
  const displayname = world.accounts.get(who)?.name ?? who;
  const content = { membership, displayname, ...(isDirect ? { is_direct: true } : {}) };
  append(world, room, { type: 'm.room.member', stateKey: who, sender: by, content });
}
