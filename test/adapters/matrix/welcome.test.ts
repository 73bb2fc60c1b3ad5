import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../../adapters/storage/database/database.ts';
import { confirmationCard } from '../../../src/cards/problem.ts';
import type { Platform } from '../../../src/platform/platform.ts';
import { publicly } from '../../../src/platform/replies.ts';
import type { Hallway } from '../../../src/platform/requests.ts';
import { type Matrix, startMatrix } from '../../servers/matrix/server.ts';
import { adapterOn, echoing, newDatabase, saidIn } from './hallwayOn.ts';

const ROOMS = ['one', 'two', 'three'];
let matrix: Matrix;
let database: Database;
let platform: Platform;
/** What was said once is kept in the database; this one is the test's. */
const said = new Set<string>();

const welcoming: Hallway = {
  ...echoing,
  ask: async ({ welcome }) =>
    welcome === undefined ? undefined : publicly(confirmationCard('Welcome', 'Heard of you')),
};

beforeEach(async () => {
  said.clear();
  matrix = await startMatrix({
    rooms: [
      ...ROOMS.map((name) => ({ name, creator: 'grace' })),
      { name: 'fosdem', creator: 'grace', isSpace: true, children: ROOMS },
    ],
  });
  database = await newDatabase();
  platform = await started();
});

afterEach(async () => {
  await platform.stop();
  await matrix.stop();
  await database.close();
});

async function started(): Promise<Platform> {
  const once = {
    has: async (what: string) => said.has(what),
    add: async (what: string) => void said.add(what),
  };
  const next = adapterOn(matrix, database, { said: once });
  await next.start(welcoming);
  return next;
}

const invite = (...rooms: readonly string[]) => {
  for (const room of rooms) matrix.user('grace').invites(room, 'hallway');
};
const all = () => ROOMS.flatMap((room) => saidIn(matrix, room));

test.each([
  ['had arrived, though it did not know', true],
  ['had not arrived', false],
])('a welcome that %s when it died is said once', async (_, stored) => {
  matrix.fail({ endpoint: 'send', times: 99 }, { kind: 'drop', stored });
  invite('one');
  await expect.poll(() => matrix.calls.some(({ endpoint }) => endpoint === 'send')).toBe(true);
  await platform.stop();
  matrix.failNoMore();
  platform = await started();
  await expect.poll(all).toEqual(['Heard of you']);
  matrix.user('ada').says('one', '!talk x');
  await expect.poll(all).toEqual(['Heard of you', 'Heard x']);
});

test('invited into a space and all its rooms at once, it welcomes one of them', async () => {
  invite('fosdem');
  await expect
    .poll(() => matrix.calls.some(({ endpoint }) => endpoint === 'setAccountData'))
    .toBe(true);
  invite(...ROOMS);
  for (const room of ROOMS) {
    await expect
      .poll(() => {
        matrix.user('ada').says(room, '!talk x');
        return saidIn(matrix, room);
      })
      .toContain('Heard x');
  }
  expect(all().filter((text) => text === 'Heard of you')).toHaveLength(1);
});

test('put out of a room and invited again, it welcomes again', async () => {
  invite('one');
  await expect.poll(all).toEqual(['Heard of you']);
  await platform.stop();
  const forgotten: string[] = [];
  platform = adapterOn(matrix, database, {
    said: { has: async (what) => said.has(what), add: async (what) => void said.add(what) },
    forget: async (community) => {
      forgotten.push(community);
      said.delete(community);
    },
  });
  await platform.start(welcoming);
  matrix.user('grace').kicks('one', 'hallway');
  await expect.poll(() => forgotten).toEqual([matrix.roomId('one')]);
  invite('one');
  await expect.poll(all).toEqual(['Heard of you', 'Heard of you']);
});
