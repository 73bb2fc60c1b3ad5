import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Database } from '../../../adapters/storage/database/database.ts';
import { createConnectionLeases } from '../../../adapters/storage/leases.ts';
import { confirmationCard } from '../../../src/cards/problem.ts';
import { systemClock } from '../../../src/clock.ts';
import { silentLog } from '../../../src/log.ts';
import type { Platform } from '../../../src/platform/platform.ts';
import { standingBy } from '../../../src/platform/standby.ts';
import { type Matrix, startMatrix } from '../../servers/matrix/server.ts';
import { adapterOn, bySelf, echoing, newDatabase, saidIn } from './hallwayOn.ts';

vi.setConfig({ testTimeout: 60_000 });

const ROOM = 'containers';
let matrix: Matrix;
let database: Database;
const processes: Platform[] = [];

beforeEach(async () => {
  matrix = await startMatrix();
  matrix.user('grace').invites(ROOM, 'hallway');
  matrix.user('hallway').joins(ROOM);
  database = await newDatabase();
});

afterEach(async () => {
  for (const platform of processes.splice(0)) await platform.stop();
  await matrix.stop();
  await database.close();
});

/** One of several processes with one account, on one database. */
async function start(owner: string): Promise<Platform> {
  const platform = standingBy({
    ...{ owner, clock: systemClock, speed: 1, log: silentLog, connection: 'matrix' },
    leases: createConnectionLeases(database.kysely),
    check: async () => {},
    make: (isOurs) => adapterOn(matrix, database, { isOurs }),
  });
  processes.push(platform);
  await platform.start(echoing);
  return platform;
}

function remind(platform: Platform, attemptKey: string): Promise<string> {
  const target = { kind: 'member', platform: 'matrix', member: matrix.user('ada').id } as const;
  const card = confirmationCard('Soon', attemptKey);
  const { signal } = new AbortController();
  return platform.messenger.send({ target, card, attemptKey, marks: [] }, signal, () => true);
}

test('of two processes one hears; the other takes over, and nothing is missed or answered twice', async () => {
  const one = await start('one');
  const other = await start('other');
  expect([one.readiness(), other.readiness()]).toEqual(['ready', 'standby']);
  matrix.user('ada').says(ROOM, '!talk first');
  await expect.poll(() => saidIn(matrix, ROOM)).toEqual(['Heard first']);
  await one.stop();
  matrix.user('ada').says(ROOM, '!talk second');
  await expect
    .poll(() => saidIn(matrix, ROOM), { timeout: 50_000 })
    .toEqual(['Heard first', 'Heard second']);
  expect(other.readiness()).toBe('ready');
});

test('the one that stands by sends into the rooms that the other one opened', async () => {
  const one = await start('one');
  const other = await start('other');
  const [room] = (await remind(one, 'first')).split(' ');
  expect((await remind(other, 'second')).split(' ')[0]).toBe(room);
  const dms = bySelf(matrix, matrix.dms('ada'));
  expect(dms.map(({ room: where }) => where)).toEqual([room, room]);
  matrix.user('ada').joins(room ?? '');
  matrix.user('ada').leaves(room ?? '');
  // What the other one heard counts here, too.
  const refused = () =>
    remind(other, 'third').then(
      () => 'sent',
      ({ code }) => code,
    );
  await expect.poll(refused).toBe('direct-messages-closed');
});
