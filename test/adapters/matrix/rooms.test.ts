import { afterEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../adapters/storage/database/database.ts';
import { messagesFor } from '../../../src/messages/messages.ts';
import type { ChannelCheck, Platform } from '../../../src/platform/platform.ts';
import type { RoomDescription } from '../../servers/matrix/description.ts';
import { type Matrix, startMatrix } from '../../servers/matrix/server.ts';
import { adapterOn, echoing, newDatabase, saidIn } from './hallwayOn.ts';

let matrix: Matrix;
let database: Database;
let platform: Platform;
const told: string[] = [];

afterEach(async () => {
  await platform.stop();
  await matrix.stop();
  await database.close();
  told.length = 0;
});

async function stage(rooms: readonly RoomDescription[], into: readonly string[]): Promise<void> {
  matrix = await startMatrix({ rooms });
  for (const room of into) {
    const { creator = 'grace' } = rooms.find(({ name }) => name === room) ?? {};
    matrix.user(creator).invites(room, 'hallway');
    matrix.user('hallway').joins(room);
  }
  database = await newDatabase();
  await start();
}

const nameOf = (id: string) =>
  ['fosdem', 'building', 'floor', 'one', 'two', 'three', 'lobby', 'trap'].find((name) => {
    try {
      return matrix.roomId(name) === id;
    } catch {
      return false;
    }
  }) ?? id;

async function start(): Promise<void> {
  platform = adapterOn(matrix, database, {
    forget: async (community) => void told.push(`forgot ${nameOf(community)}`),
    doors: {
      closed: async (room) => void told.push(`closed ${nameOf(room)}`),
      opened: async (room) => void told.push(`opened ${nameOf(room)}`),
    },
  });
  await platform.start(echoing);
}

function inspect(room: string, community: string): Promise<ChannelCheck> {
  const target = { kind: 'channel', platform: 'matrix' } as const;
  const ids = { channel: matrix.roomId(room), community: matrix.roomId(community) };
  return platform.channels.inspect({ ...target, ...ids }, messagesFor('en'));
}

async function channelsIn(space: string): Promise<readonly string[]> {
  const check = await inspect(space, 'fosdem');
  return check.kind === 'group' ? check.channels.map(({ channel }) => nameOf(channel)) : [];
}

const FOSDEM: readonly RoomDescription[] = [
  { name: 'one' },
  { name: 'two' },
  { name: 'three' },
  { name: 'lobby' },
  { name: 'floor', isSpace: true, children: ['three'] },
  { name: 'building', isSpace: true, children: ['two', 'floor'] },
  { name: 'fosdem', isSpace: true, children: ['one', 'building'] },
];

describe('a space on Matrix', () => {
  it('holds what the spaces in it hold, which Hallway enters by itself', async () => {
    await stage(FOSDEM, ['fosdem']);
    expect(await channelsIn('fosdem')).toEqual(['one', 'two', 'three']);
    const checks = await Promise.all(['one', 'two', 'three'].map((one) => inspect(one, 'fosdem')));
    expect(checks.map(({ kind }) => kind)).toEqual(['writable', 'writable', 'writable']);
    // It is in none of them: Hallway does not even enter, though anybody may.
    const joins = () => matrix.calls.filter(({ endpoint }) => endpoint === 'join').length;
    const before = joins();
    expect(await inspect('lobby', 'fosdem')).toMatchObject({ kind: 'forbidden' });
    expect(joins()).toBe(before);
  });

  it('may stand in itself, by mistake', async () => {
    const round = FOSDEM.map((room) =>
      room.name === 'floor' ? { ...room, children: ['three', 'fosdem', 'building'] } : room,
    );
    await stage(round, ['fosdem', 'building', 'floor']);
    expect(await channelsIn('fosdem')).toEqual(['one', 'two', 'three']);
  });

  it('that Hallway may not enter hides what it holds, and nothing else', async () => {
    const closed = FOSDEM.map((room) =>
      room.name === 'building' ? { ...room, isPublic: false } : room,
    );
    await stage(closed, ['fosdem']);
    expect(await channelsIn('fosdem')).toEqual(['one']);
  });

  it('of somebody else’s does not get a room by naming it', async () => {
    const trap = { name: 'trap', creator: 'alan', isSpace: true, children: ['one', 'fosdem'] };
    await stage([...FOSDEM, trap], ['trap', 'fosdem', 'one']);
    expect(await inspect('one', 'trap')).toMatchObject({ kind: 'forbidden' });
    expect(await inspect('one', 'fosdem')).toMatchObject({ kind: 'writable' });
  });
});

describe('a room that Hallway is put out of', () => {
  it.each(['kicks', 'bans'] as const)('is known to be closed: %s', async (how) => {
    await stage(FOSDEM, ['fosdem', 'one']);
    matrix.user('grace')[how]('one', 'hallway');
    await expect.poll(() => told).toEqual(['forgot one', 'closed one']);
    // Anybody may enter it: where it was put out, it waits to be asked.
    expect(await inspect('one', 'fosdem')).toEqual({ kind: 'missing' });
  });

  it('is known to be closed, also when that happened while nothing was heard', async () => {
    await stage(FOSDEM, ['fosdem', 'one']);
    await platform.stop();
    matrix.user('grace').kicks('one', 'hallway');
    await start();
    await expect.poll(() => told).toEqual(['forgot one', 'closed one']);
  });

  it('is open again once it is invited again, and answers', async () => {
    await stage(FOSDEM, ['fosdem', 'one']);
    matrix.user('grace').kicks('one', 'hallway');
    await expect.poll(() => told).toEqual(['forgot one', 'closed one']);
    matrix.user('grace').invites('one', 'hallway');
    await expect.poll(() => told).toEqual(['forgot one', 'closed one', 'opened one']);
    matrix.user('ada').says('one', '!talk crfs');
    await expect.poll(() => saidIn(matrix, 'one')).toEqual(['Heard crfs']);
    expect(await inspect('one', 'fosdem')).toMatchObject({ kind: 'writable' });
  });
});
