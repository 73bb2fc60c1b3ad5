import { expect, onTestFinished, test, vi } from 'vitest';
import { confirmationCard } from '../../../src/cards/problem.ts';
import { startMatrix } from '../../servers/matrix/server.ts';
import { adapterOn, echoing, newDatabase, saidIn } from './hallwayOn.ts';

vi.setConfig({ testTimeout: 60_000 });

const MANY = 5;
const SECOND_MS = 1_000;
const WAIT_MS = 10_000;
const AWAKE = 'im.hallway.awake';

/** Hallway waits for news; how many seconds pass is up to the test. */
async function stage(waitMs = WAIT_MS) {
  const matrix = await startMatrix();
  onTestFinished(() => matrix.stop());
  matrix.user('grace').invites('lobby', 'hallway');
  matrix.user('hallway').joins('lobby');
  const database = await newDatabase();
  onTestFinished(() => database.close());
  let now = 0;
  const platform = adapterOn(matrix, database, { waitMs, stopwatch: () => now });
  onTestFinished(() => platform.stop());
  await platform.start(echoing);
  const room = matrix.roomId('lobby');
  const target = { kind: 'channel', platform: 'matrix', community: room, channel: room } as const;
  let count = 0;
  const tell = async () => {
    count += 1;
    const card = confirmationCard('Hallway', `Told ${count}`);
    const dispatch = { target, card, attemptKey: `told ${count}`, marks: [] };
    await platform.messenger.send(dispatch, new AbortController().signal, () => true);
  };
  const calls = (endpoint: string, from = 0) =>
    matrix.calls.slice(from).filter((call) => call.endpoint === endpoint);
  const waits = (from = 0) => calls('sync', from).map(({ query }) => Number(query['timeout']));
  await expect.poll(() => waits()).toEqual([0, waitMs]);
  return {
    ...{ matrix, platform, tell, waits },
    passes: (ms: number) => {
      now += ms;
    },
    says: async (messages: number) => {
      for (let said = 0; said < messages; said += 1) await tell();
    },
    wakings: () => calls('setAccountData').filter(({ parts }) => parts['type'] === AWAKE).length,
    isWaiting: () => calls('sync').at(-1)?.status === undefined && (waits().at(-1) ?? 0) > 0,
    asks: (what: string) => matrix.user('ada').says('lobby', `!talk ${what}`),
    answers: () => saidIn(matrix, 'lobby').filter((text) => text.startsWith('Heard')),
  };
}

test('while much is said it asks for news now and then and never waits, and hears what people ask', async () => {
  const { matrix, ...on } = await stage();
  const before = matrix.calls.length;
  await on.says(MANY);
  await expect.poll(() => on.waits(before).length).toBeGreaterThan(1);
  for (const what of ['one', 'two', 'three']) on.asks(what);
  await expect.poll(on.answers).toEqual(['Heard one', 'Heard two', 'Heard three']);
  expect(new Set(on.waits(before))).toEqual(new Set([0]));
  expect(on.wakings()).toBe(1);
});

test('once no more is said it waits for news again', async () => {
  const on = await stage();
  await on.says(MANY);
  await expect.poll(on.wakings).toBe(1);
  on.passes(SECOND_MS);
  await expect.poll(on.isWaiting).toBe(true);
  on.asks('after');
  await expect.poll(on.answers).toEqual(['Heard after']);
  expect(on.wakings()).toBe(1);
});

test('another burst ends the next wait', async () => {
  const on = await stage();
  for (const burst of [1, 2]) {
    await expect.poll(on.isWaiting).toBe(true);
    await on.says(MANY);
    await expect.poll(on.wakings).toBe(burst);
    on.passes(SECOND_MS);
  }
});

test('what is said with time in between leaves the wait alone', async () => {
  const { matrix, ...on } = await stage();
  const before = matrix.calls.length;
  for (let said = 0; said < 3 * MANY; said += 1) {
    await on.tell();
    on.passes(SECOND_MS / (MANY - 1));
  }
  on.asks('quietly');
  await expect.poll(on.answers).toEqual(['Heard quietly']);
  expect(on.wakings()).toBe(0);
  expect(on.waits(before)).not.toContain(0);
});

test('where a wait cannot be ended it goes on, and nothing that is asked meanwhile is missed', async () => {
  const { matrix, ...on } = await stage();
  await on.tell();
  on.passes(SECOND_MS);
  const broken = { kind: 'status', status: 502, stored: false } as const;
  matrix.fail({ endpoint: 'setAccountData', times: 99 }, broken);
  await on.says(MANY);
  await expect.poll(on.wakings).toBe(1);
  expect(on.isWaiting()).toBe(true);
  on.asks('all the same');
  await expect.poll(on.answers).toEqual(['Heard all the same']);
});

test('a homeserver that hangs while much is said is away', async () => {
  const { matrix, platform, ...on } = await stage(300);
  await on.says(MANY);
  matrix.fail({ endpoint: 'sync', times: 99 }, { kind: 'hang', ms: 3_600_000, stored: false });
  await expect.poll(() => platform.readiness()).toBe('away');
});
