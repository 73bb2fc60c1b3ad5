import { createWaiting, type Waiting } from '../waiting.ts';
import { missing } from './api-error.ts';
import { type Json, textOf } from './json.ts';

/** An event as it is kept; readers get it by `present.ts`. */
export interface StoredEvent {
  readonly id: string;
  readonly room: string;
  readonly type: string;
  /** Absent: it is no state. */
  readonly stateKey: string | undefined;
  readonly sender: string;
  readonly ts: number;
  /** Which device sent it, under which transaction. */
  readonly sentBy: { readonly device: string; readonly txnId: string } | undefined;
  /** Of a redaction. */
  readonly redacts: string | undefined;
  /** What state it replaced. */
  readonly before: Json | undefined;
  content: Json;
  redactedBy: StoredEvent | undefined;
}

/** An event may stand in it more than once: homeservers do tell some twice. */
export interface TimelineEntry {
  /** Place in the order of everything that happened on the server. */
  readonly at: number;
  readonly event: StoredEvent;
}

export interface Room {
  readonly id: string;
  readonly version: string;
  readonly timeline: TimelineEntry[];
  /** By type and key, the newest. */
  readonly state: Map<string, TimelineEntry>;
}

export interface Account {
  readonly id: string;
  readonly name: string;
  readonly password: string;
  readonly data: Map<string, { readonly at: number; readonly content: Json }>;
}

export interface Upload {
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
}

export interface World {
  readonly serverName: string;
  readonly accounts: Map<string, Account>;
  readonly rooms: Map<string, Room>;
  readonly aliases: Map<string, string>;
  readonly uploads: Map<string, Upload>;
  /** Of the newest thing that happened. */
  readonly position: () => number;
  readonly next: () => number;
  readonly mint: (prefix: string) => string;
  /** Woken by everything that happens. */
  readonly waiting: Waiting;
}

export type Membership = 'join' | 'invite' | 'leave' | 'ban';

export function createWorld(serverName: string): World {
  let position = 0;
  let ids = 0;
  return {
    serverName,
    accounts: new Map(),
    rooms: new Map(),
    aliases: new Map(),
    uploads: new Map(),
    waiting: createWaiting(),
    position: () => position,
    next: () => {
      position += 1;
      return position;
    },
    mint: (prefix) => {
      ids += 7;
      return `${prefix}${ids.toString(36).padStart(12, 'abcdefghijkl')}`;
    },
  };
}

/** By full id, or by name. */
export function accountOf(world: World, who: string): Account {
  const id = who.startsWith('@') ? who : `@${who}:${world.serverName}`;
  const account = world.accounts.get(id);
  if (account === undefined) throw new Error(`There is no account ${id}.`);
  return account;
}

/** By id, alias, or the name of the alias. */
export function roomOf(world: World, which: string): Room {
  const alias = which.startsWith('#') ? which : `#${which}:${world.serverName}`;
  const room = world.rooms.get(which) ?? world.rooms.get(world.aliases.get(alias) ?? '');
  if (room === undefined) throw missing(`Unknown room ${which}`);
  return room;
}

export function stateOf(room: Room, type: string, key = ''): Json | undefined {
  return room.state.get(`${type} ${key}`)?.event.content;
}

export function membershipOf(room: Room, user: string): Membership | undefined {
  const said = textOf(stateOf(room, 'm.room.member', user)?.['membership']);
  return said === '' ? undefined : (said as Membership);
}

export function membersOf(room: Room, membership: Membership): readonly string[] {
  return [...room.state.values()]
    .filter(({ event }) => event.type === 'm.room.member')
    .filter(({ event }) => event.content['membership'] === membership)
    .map(({ event }) => event.stateKey ?? '');
}

export function eventOf(room: Room, id: string): StoredEvent | undefined {
  return room.timeline.find(({ event }) => event.id === id)?.event;
}

/** Everything that happens goes through here: it gets its place, and changes the room's state. */
export function append(
  world: World,
  room: Room,
  said: Pick<StoredEvent, 'type' | 'sender' | 'content'> &
    Partial<Pick<StoredEvent, 'stateKey' | 'sentBy' | 'redacts'>>,
): StoredEvent {
  const key = said.stateKey === undefined ? undefined : `${said.type} ${said.stateKey}`;
  const event: StoredEvent = {
    stateKey: undefined,
    sentBy: undefined,
    redacts: undefined,
    ...said,
    id: room.timeline.length === 0 ? createEventId(world, room) : world.mint('$'),
    room: room.id,
    ts: Date.now(),
    before: key === undefined ? undefined : room.state.get(key)?.event.content,
    redactedBy: undefined,
  };
  const entry = { at: world.next(), event };
  room.timeline.push(entry);
  if (key !== undefined) room.state.set(key, entry);
  world.waiting.wake();
  return event;
}

/** Since version 12 a room is called by its first event. */
function createEventId(world: World, { id }: Room): string {
  return id.includes(':') ? world.mint('$') : id.replace(/^!/, '$');
}
