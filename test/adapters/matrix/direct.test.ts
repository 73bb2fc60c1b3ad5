import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../../adapters/storage/database/database.ts';
import { confirmationCard } from '../../../src/cards/problem.ts';
import { HOUR_MS } from '../../../src/clock.ts';
import type { Platform } from '../../../src/platform/platform.ts';
import { type Matrix, startMatrix } from '../../servers/matrix/server.ts';
import { adapterOn, echoing, newDatabase } from './hallwayOn.ts';

let matrix: Matrix;
let database: Database;
let platform: Platform;
let sent = 0;

beforeEach(async () => {
  matrix = await startMatrix();
  database = await newDatabase();
  platform = await started();
});

afterEach(async () => {
  await platform.stop();
  await matrix.stop();
  await database.close();
});

async function started(): Promise<Platform> {
  const next = adapterOn(matrix, database);
  await next.start(echoing);
  return next;
}

function remind(name = 'ada'): Promise<string> {
  sent += 1;
  return platform.messenger.send(
    {
      target: { kind: 'member', platform: 'matrix', member: matrix.user(name).id },
      card: confirmationCard('Soon', `Number ${sent}`),
      attemptKey: `attempt ${sent}`,
      marks: [],
    },
    new AbortController().signal,
    () => true,
  );
}

const CLOSED = { code: 'direct-messages-closed', outcome: 'permanent' };
const roomOf = (message: string) => message.split(' ')[0] ?? '';
const asked = () =>
  matrix.calls.filter(({ parts: { eventType } }) => eventType === 'm.room.member').length;

test('who was written to is written to again in the same room, and nothing else is asked for', async () => {
  const first = await remind();
  matrix.user('ada').joins(roomOf(first));
  await remind();
  const before = matrix.calls.length;
  const second = await remind();
  expect(roomOf(second)).toBe(roomOf(first));
  const calls = matrix.calls.slice(before).map(({ endpoint }) => endpoint);
  expect(calls.filter((each) => each !== 'sync' && each !== 'send')).toEqual([]);
});

test('who leaves the room for two is told nothing more, also after a restart, until they come back', async () => {
  const room = roomOf(await remind());
  matrix.user('ada').joins(room);
  matrix.user('ada').leaves(room);
  await expect.poll(() => remind().catch((error: unknown) => error)).toMatchObject(CLOSED);
  await platform.stop();
  platform = await started();
  await expect(remind()).rejects.toMatchObject(CLOSED);
  // Somebody else is not concerned.
  await remind('alan');
  matrix.user('hallway').invites(room, 'ada');
  matrix.user('ada').joins(room);
  await expect.poll(() => remind().catch(() => undefined)).toContain(room);
});

test('what a homeserver remembers no more is found where it was said, however much was said since', async () => {
  const target = { kind: 'member', platform: 'matrix', member: matrix.user('ada').id } as const;
  const first = await remind();
  const { signal } = new AbortController();
  const fate = (attemptKey: string) =>
    platform.messenger.fate({ ...asSent, target, attemptKey }, 30 * HOUR_MS, signal);
  const asSent = { card: confirmationCard('Soon', ''), marks: [] };
  const key = `attempt ${sent}`;
  for (let count = 0; count < 300; count += 1) await remind();
  expect(await fate(key)).toEqual({ kind: 'arrived', messageId: first });
  expect(await fate('attempt of nobody')).toEqual({ kind: 'resend' });
});

test('with a database that knows nothing it finds out who left before', async () => {
  const room = roomOf(await remind());
  await remind('alan');
  await platform.stop();
  matrix.user('ada').leaves(room);
  await database.close();
  database = await newDatabase();
  const before = asked();
  platform = await started();
  await expect.poll(() => remind().catch((error: unknown) => error)).toMatchObject(CLOSED);
  await remind('alan');
  expect(asked() - before).toBe(2);
});
