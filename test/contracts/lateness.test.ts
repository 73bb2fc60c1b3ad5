import { expect, it } from 'vitest';
import { createPunctuality } from '../../adapters/storage/deliveries/records.ts';
import type { Delivery } from '../../src/outbox/delivery.ts';
import type { Ready, Settlement } from '../../src/outbox/outbox.ts';
import { forEachDatabase } from './databases.ts';
import { announcement, DUE, list, MINUTE, prepare, request } from './outboxStage.ts';

const US = { platform: 'chat', id: 'us' };

forEachDatabase('the timing of deliveries', ({ open }) => {
  it('keeps why a delivery waits, and when it was first claimed, whoever sends it', async () => {
    const { outbox, queue, leases, claim } = prepare(await open());
    const unplanned = { kind: 'no-tick', from: DUE, until: DUE + 1 } as const;
    const rest = { kind: 'lane-resting', from: DUE + 1, until: DUE + 2 } as const;
    const refused = { kind: 'retry', code: 'unavailable', from: DUE + 2, until: DUE + 5 } as const;
    const known: Ready[] = [];
    const explain = (ready: Ready) => {
      known.push(ready);
      return [...ready.waits, ...(ready.waits.length < 2 ? [rest] : [])];
    };
    await outbox.enqueue([announcement('7'), { ...announcement('8'), plannedLate: unplanned }]);

    const [first] = await claim({ now: DUE + 2, explain });
    if (first === undefined) throw new Error('Nothing was claimed');
    const [timing, other] = first.timings;
    expect([timing.waits, other?.waits]).toEqual([[rest], [unplanned, rest]]);
    const told = {
      ...first,
      timings: [{ ...timing, waits: [refused] }, other] as typeof first.timings,
    };
    await queue.settle(told, { kind: 'retry', at: DUE + 5 }, DUE + 2);
    await leases.release('lane', 'us');
    await claim({ owner: 'dead', now: DUE + 5, leaseUntil: DUE + MINUTE, explain });
    const heirs = { owner: 'heir', now: DUE + 2 * MINUTE, leaseUntil: DUE + 3 * MINUTE };
    await leases.hold('lane', heirs.owner, heirs.now, heirs.leaseUntil);
    const [last] = await queue.claim({ ...request(), ...heirs, explain });

    const target = 'channel:chat:us:#a';
    const abandoned = { from: DUE + 5, until: DUE + MINUTE };
    expect(known).toEqual([
      { target, dueAt: DUE, waits: [] },
      { target, dueAt: DUE, waits: [unplanned] },
      { target, dueAt: DUE, waits: [refused] },
      { target, dueAt: DUE, waits: [unplanned, rest] },
      { target, dueAt: DUE, abandoned, waits: [refused, rest] },
      { target, dueAt: DUE, abandoned, waits: [unplanned, rest] },
    ]);
    expect(last?.timings).toEqual([
      { key: timing.key, dueAt: DUE, firstClaimedAt: DUE + 2, waits: [refused, rest] },
      { key: other?.key, dueAt: DUE, firstClaimedAt: DUE + 2, waits: [unplanned, rest] },
    ]);
  });

  it('counts a list from when it was first asked for since it was sent', async () => {
    const { outbox, queue, claim } = prepare(await open());
    await outbox.enqueue([list(DUE)]);
    await outbox.enqueue([list(DUE + 1)]);
    const [first] = await claim({ now: DUE + 2 });
    if (first === undefined) throw new Error('Nothing was claimed');
    await outbox.enqueue([list(DUE + 3)]);
    await outbox.enqueue([list(DUE + 4)]);
    const wait = { kind: 'slow', from: DUE, until: DUE + 5 } as const;
    const told = {
      ...first,
      timings: [{ ...first.timings[0], waits: [wait] }] as typeof first.timings,
    };
    await queue.settle(told, { kind: 'sent', messageId: 'm1' }, DUE + 5);
    const [second] = await claim({ now: DUE + 6 });
    if (second === undefined) throw new Error('Nothing was claimed again');
    await outbox.enqueue([list(DUE + 7)]);
    await queue.settle(second, { kind: 'retry', at: DUE + 8 }, DUE + 8);
    const [third] = await claim({ now: DUE + 9 });

    const { key } = list(DUE);
    expect([first, second, third].map((one) => one?.timings)).toEqual([
      [{ key, dueAt: DUE, firstClaimedAt: DUE + 2, waits: [] }],
      [{ key, dueAt: DUE + 3, firstClaimedAt: DUE + 6, waits: [] }],
      [{ key, dueAt: DUE + 3, firstClaimedAt: DUE + 6, waits: [] }],
    ]);
  });
});

forEachDatabase('the punctuality of a community', ({ open }) => {
  it('is told by the message that left last, and by what left latest in the last hour', async () => {
    const { punctuality, settle } = await openDay(await open());
    expect(await punctuality.latest(US)).toBeUndefined();
    expect(await punctuality.worst(US, DUE)).toBeUndefined();

    const wait = { kind: 'queue', from: DUE, until: DUE + 5 * MINUTE } as const;
    await settle(announcement('7'), DUE + 1, { kind: 'sent', messageId: 'm1' });
    await settle(announcement('8'), DUE + 5 * MINUTE, { kind: 'sent', messageId: 'm2' }, [wait]);
    await settle(announcement('9'), DUE + 6 * MINUTE, { kind: 'failed', reason: 'channel-gone' });
    const community = { platform: 'chat', id: 'us' };
    await settle({ ...list(DUE + 7 * MINUTE), community }, DUE + 7 * MINUTE, {
      kind: 'sent',
      messageId: 'm3',
    });
    await settle(list(DUE + 8 * MINUTE, 'bob'), DUE + 50 * MINUTE, {
      kind: 'sent',
      messageId: 'm4',
    });

    expect(await punctuality.latest(US)).toMatchObject({
      delivery: { subject: { kind: 'list' } },
      ...{ state: 'sent', dueAt: DUE + 7 * MINUTE, sentAt: DUE + 7 * MINUTE, messageId: 'm3' },
    });
    expect(await punctuality.worst(US, DUE)).toEqual({
      delivery: announcement('8'),
      ...{ state: 'sent', dueAt: DUE, firstClaimedAt: DUE + 5 * MINUTE, attempts: 1 },
      ...{ sentAt: DUE + 5 * MINUTE, settledAt: DUE + 5 * MINUTE, messageId: 'm2', waits: [wait] },
    });
    expect(await punctuality.worst(US, DUE + 7 * MINUTE)).toMatchObject({ messageId: 'm3' });
    expect(await punctuality.worst(US, DUE + 7 * MINUTE + 1)).toBeUndefined();
  });

  it('is worst where something was given up for being late, and not for being untrue', async () => {
    const { punctuality, settle } = await openDay(await open());
    await settle(announcement('7'), DUE + 5 * MINUTE, { kind: 'sent', messageId: 'm1' });
    await settle(announcement('8'), DUE + 9 * MINUTE, { kind: 'expired', reason: 'outdated' });
    expect(await punctuality.worst(US, DUE)).toMatchObject({ messageId: 'm1' });

    await settle(announcement('9'), DUE + MINUTE, { kind: 'expired', reason: 'rate-limited' });

    expect(await punctuality.worst(US, DUE)).toMatchObject({
      ...{ state: 'expired', reason: 'rate-limited', settledAt: DUE + MINUTE },
    });
    expect(await punctuality.worst(US, DUE + 2 * MINUTE)).toMatchObject({ messageId: 'm1' });
    expect(await punctuality.latest(US)).toMatchObject({ messageId: 'm1' });
  });

  it('says nothing of how late a list was that is to be sent again', async () => {
    const { punctuality, settle, outbox } = await openDay(await open());
    const own = { ...list(DUE), community: US };
    await settle(own, DUE + 5 * MINUTE, { kind: 'sent', messageId: 'm1' });
    await outbox.enqueue([{ ...own, dueAt: DUE + 6 * MINUTE }]);

    expect(await punctuality.latest(US)).toMatchObject({
      ...{ state: 'pending', dueAt: DUE + 6 * MINUTE, sentAt: DUE + 5 * MINUTE, waits: [] },
    });
    expect(await punctuality.worst(US, DUE)).toBeUndefined();
  });
});

async function openDay(database: Parameters<typeof prepare>[0]) {
  const { outbox, queue, claim } = prepare(database);
  return {
    outbox,
    punctuality: createPunctuality(database.kysely),
    settle: async (
      delivery: Delivery,
      at: number,
      settlement: Settlement,
      waits: Ready['waits'] = [],
    ) => {
      await outbox.enqueue([delivery]);
      const [one] = await claim({ now: at, leaseUntil: at + MINUTE, explain: () => waits });
      if (one === undefined) throw new Error('Nothing was claimed');
      await queue.settle(one, settlement, at);
    },
  };
}
