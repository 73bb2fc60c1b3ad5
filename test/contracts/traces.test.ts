import { expect, it } from 'vitest';
import type { Database } from '../../adapters/storage/database/database.ts';
import { createTold, createTraces } from '../../adapters/storage/deliveries/records.ts';
import {
  type Addressee,
  type Delivery,
  delivery,
  type Subject,
  toldUpdate,
} from '../../src/outbox/delivery.ts';
import { correctionOf } from '../../src/outbox/kinds/correction.ts';
import { listDelivery } from '../../src/outbox/kinds/memberList.ts';
import { keyOf } from '../support/names.ts';
import { forEachDatabase } from './databases.ts';
import { announcement, DUE, MINUTE, prepare, TEN } from './outboxStage.ts';

const ADA = { kind: 'member', platform: 'chat', member: '208839201' } as const;
const CHANNEL = { kind: 'channel', platform: 'chat', community: 'us', channel: '#a' } as const;

forEachDatabase('the trace of a delivery', ({ open }) => {
  it('is found by its key, by how that begins, and with something left out', async () => {
    const { keys, enqueue } = openTraces(await open());
    const upper = announcement('7', TEN, '#A');
    const reminder = to(ADA, { kind: 'reminder', talk: '7', start: TEN });
    await enqueue(announcement('7'), announcement('8'), upper, reminder);

    expect(await keys(reminder.key)).toEqual([reminder.key]);
    expect(await keys('channel:chat:us:#a|')).toEqual([
      announcement('7').key,
      announcement('8').key,
    ]);
    expect(await keys('channel:chat:us:#A')).toEqual([upper.key]);
    expect(await keys('member:chat:208…9201|conf|reminder')).toEqual([reminder.key]);
    expect(await keys('member:chat:208…9202')).toEqual([]);
    expect(await keys('ember:chat')).toEqual([]);
  });

  it('is the one with that key, though others begin so', async () => {
    const { keys, enqueue } = openTraces(await open());
    const change = { kind: 'edited', talk: '7', title: 'T', fields: [] } as const;
    const changes = [1, 12].map((version) =>
      to(CHANNEL, { kind: 'changes', changes: [change] }, keyOf('conf'), version),
    );
    await enqueue(...changes);

    expect(await keys(changes[0]?.key ?? '')).toEqual([changes[0]?.key]);
  });

  it('takes every sign for itself', async () => {
    const { keys, about, enqueue } = openTraces(await open());
    const odd = ['a_c', 'abc', '100%', '100!', '1000', 'ab"c\\'].map((talk) => announcement(talk));
    await enqueue(...odd);

    const stem = 'channel:chat:us:#a|conf|announcement|26342520';
    expect(await keys(`${stem}|a_c`)).toEqual([odd[0]?.key]);
    expect(await keys(`${stem}|100%`)).toEqual([odd[2]?.key]);
    expect(await keys(`${stem}|100!`)).toEqual([odd[3]?.key]);
    expect(await about('ab"c\\')).toEqual([odd[5]?.key]);
  });

  it('is found by the talk that it speaks of, whatever it says', async () => {
    const { about, enqueue } = openTraces(await open());
    const change = { kind: 'moved', talk: '7', title: 'T', fields: [] } as const;
    const other = { ...change, talk: '77' };
    const told = [
      announcement('7'),
      ...correctionOf([announcement('8'), announcement('7')], 'm1', span, 3),
      to(ADA, { kind: 'reminder', talk: '7', start: TEN }),
      to(ADA, { kind: 'notice', change }),
      to(CHANNEL, { kind: 'changes', changes: [other, change] }, keyOf('conf'), 2),
    ];
    await enqueue(
      ...told,
      announcement('77'),
      to(CHANNEL, { kind: 'notice', change: { ...other, title: '7' } }, keyOf('conf'), 5),
      to(CHANNEL, { kind: 'notice', change }, keyOf('another'), 6),
      to(CHANNEL, { kind: 'digest', date: '2020-02-01' }),
      listDelivery({ target: ADA, conference: keyOf('conf') }, DUE),
    );

    expect(await about('7')).toEqual(told.map(({ key }) => key).toSorted());
  });

  it('tells how far it came', async () => {
    const { traces, enqueue, claim, queue } = openTraces(await open());
    const late = { kind: 'no-tick', from: DUE, until: DUE + MINUTE } as const;
    const planned = { ...announcement('7'), plannedLate: late };
    await enqueue(planned);
    const life = async () => (await traces.byKey(planned.key))[0];
    const kept = { delivery: planned, dueAt: DUE, waits: [late] };

    expect(await life()).toEqual({ ...kept, state: 'pending', readyAt: DUE, attempts: 0 });
    const [claimed] = await claim({ now: DUE + MINUTE, leaseUntil: DUE + 2 * MINUTE });
    if (claimed === undefined) throw new Error('Nothing was claimed');
    const taken = { ...kept, firstClaimedAt: DUE + MINUTE };
    expect(await life()).toEqual({
      ...taken,
      ...{ state: 'sending', readyAt: DUE + 2 * MINUTE, attempts: 0 },
    });
    await queue.settle(claimed, { kind: 'failed', reason: 'forbidden' }, DUE + 2 * MINUTE);
    expect(await life()).toEqual({
      ...taken,
      ...{ state: 'failed', settledAt: DUE + 2 * MINUTE, reason: 'forbidden', attempts: 1 },
    });
  });
});

forEachDatabase('what was told at once', ({ open }) => {
  it('is kept as it was told, for whoever was told of it alone', async () => {
    const database = await open();
    const { enqueue } = openTraces(database);
    const told = createTold(database.kysely);
    const changes = ['7', '8'].map(
      (talk) => ({ kind: 'edited', talk, title: `Talk ${talk}`, fields: ['title'] }) as const,
    );
    const [first] = changes;
    if (first === undefined) throw new Error('There are changes.');
    const digest = to(CHANNEL, { kind: 'changes', changes }, keyOf('conf'), 12);
    await enqueue(
      digest,
      to(ADA, { kind: 'changes', changes: [first] }, keyOf('conf'), 12),
      to(CHANNEL, { kind: 'notice', change: first }, keyOf('conf'), 13),
    );
    const conference = keyOf('conf');

    expect(toldUpdate(digest)).toBe(12);
    expect(await told.changes({ target: CHANNEL, conference }, 12)).toEqual(changes);
    expect(await told.changes({ target: ADA, conference }, 12)).toEqual([first]);
    for (const [other, update] of [
      [{ target: CHANNEL, conference }, 1],
      [{ target: CHANNEL, conference }, 13],
      [{ target: CHANNEL, conference: keyOf('another') }, 12],
      [{ target: { ...CHANNEL, community: 'them' }, conference }, 12],
      [{ target: { ...ADA, member: '208839202' }, conference }, 12],
    ] as const) {
      expect(await told.changes(other, update)).toBeUndefined();
    }
  });
});

const span = { dueAt: DUE, expiresAt: TEN };

function to(
  target: Addressee['target'],
  subject: Subject,
  conference = keyOf('conf'),
  version = 1,
) {
  return delivery({ target, conference }, subject, span, version);
}

function openTraces(database: Database) {
  const { outbox, claim, queue } = prepare(database);
  const traces = createTraces(database.kysely);
  return {
    traces,
    claim,
    queue,
    enqueue: (...deliveries: readonly Delivery[]) => outbox.enqueue(deliveries),
    keys: async (key: string) =>
      (await traces.byKey(key)).map(({ delivery: one }) => one.key).toSorted(),
    about: async (talk: string) =>
      (await traces.about(keyOf('conf'), talk)).map(({ delivery: one }) => one.key).toSorted(),
  };
}
