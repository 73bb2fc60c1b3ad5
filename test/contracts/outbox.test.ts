import { expect, it } from 'vitest';
import { delivery } from '../../src/outbox/delivery.ts';
import { listDelivery } from '../../src/outbox/kinds/memberList.ts';
import type { Backlog, Claim, Settlement } from '../../src/outbox/outbox.ts';
import { keyOf, roomSlug } from '../support/names.ts';
import { forEachDatabase } from './databases.ts';
import { announcement, DUE, list, MINUTE, prepare, request, TEN } from './outboxStage.ts';

forEachDatabase('an outbox', ({ createUrl, open }) => {
  it('takes every key once, for ever', async () => {
    const { outbox, queue, claim } = prepare(await open());
    expect(await outbox.enqueue([announcement('7'), announcement('8'), announcement('7')])).toBe(2);
    const [sent] = await claim();
    if (sent === undefined) throw new Error('Nothing was claimed');
    await queue.settle(sent, { kind: 'sent', messageId: 'm1' }, DUE);

    expect(await outbox.enqueue([announcement('7'), announcement('9')])).toBe(1);
    expect(await outbox.counts()).toEqual({
      pending: 1,
      sending: 0,
      sent: 2,
      failed: 0,
      expired: 0,
    });
  });

  it('tells what waits, by platform and state, and since when it is due', async () => {
    const { outbox, queue, claim } = prepare(await open());
    expect(await outbox.backlog()).toEqual([]);
    const mail = { kind: 'member', platform: 'mail', member: 'ada' } as const;
    await outbox.enqueue([
      announcement('7'),
      announcement('8'),
      { ...announcement('9', TEN + MINUTE), dueAt: DUE + 2 },
      {
        ...announcement('10', TEN, '#b'),
        key: 'mail',
        batch: 'mail',
        target: mail,
        dueAt: DUE + 1,
      },
    ]);
    const [first] = await claim();
    if (first === undefined) throw new Error('Nothing was claimed');
    expect((await outbox.backlog()).toSorted(byPlatformAndState)).toEqual([
      { platform: 'chat', state: 'pending', count: 1, oldestDueAt: DUE + 2 },
      { platform: 'chat', state: 'sending', count: 2, oldestDueAt: DUE },
      { platform: 'mail', state: 'pending', count: 1, oldestDueAt: DUE + 1 },
    ]);

    await queue.settle(first, { kind: 'sent', messageId: 'm1' }, DUE);
    expect((await outbox.backlog()).toSorted(byPlatformAndState)).toEqual([
      { platform: 'chat', state: 'pending', count: 1, oldestDueAt: DUE + 2 },
      { platform: 'mail', state: 'pending', count: 1, oldestDueAt: DUE + 1 },
    ]);
  });

  it('knows what a batch told, or is telling just now, and not what it has not', async () => {
    const { outbox, queue, claim } = prepare(await open());
    const [first, second] = [announcement('7'), announcement('8')];
    await outbox.enqueue([second, first, announcement('9', TEN + MINUTE)]);
    expect(await outbox.told(first.batch)).toEqual([]);
    const [claimed] = await claim();
    if (claimed === undefined) throw new Error('Nothing was claimed');
    expect(await outbox.told(first.batch)).toEqual([first, second]);

    await queue.settle(claimed, { kind: 'sent', messageId: 'm1' }, DUE);
    await outbox.enqueue([announcement('10')]);
    expect(await outbox.told(first.batch)).toEqual([first, second]);
  });

  it('hands out what starts together as one message, and one message a target', async () => {
    const { outbox, claim } = prepare(await open());
    await outbox.enqueue([
      announcement('8'),
      announcement('7'),
      announcement('later', TEN + MINUTE),
      announcement('7', TEN, '#b'),
    ]);

    const claims = await claim({ now: DUE + MINUTE, leaseUntil: DUE + 2 * MINUTE });

    expect(claims.map(said)).toEqual([
      ['#a', '7', '8'],
      ['#b', '7'],
    ]);
    expect(claims.every(({ attemptKey }) => /^[0-9a-f]{24}$/.test(attemptKey))).toBe(true);
    expect(await claim({ now: DUE + MINUTE, leaseUntil: DUE + 2 * MINUTE })).toEqual([
      expect.objectContaining({ deliveries: [announcement('later', TEN + MINUTE)] }),
    ]);
  });

  it('hands out nothing before it is due, to busy targets, in other lanes or without the lease', async () => {
    const { outbox, claim } = prepare(await open());
    await outbox.enqueue([announcement('7')]);

    expect(await claim({ now: DUE - 1 })).toEqual([]);
    expect(await claim({ exceptTargets: ['channel:chat:us:#a'] })).toEqual([]);
    expect(await claim({ lane: 'other' })).toEqual([]);
    expect(await claim({ owner: 'somebody else' })).toEqual([]);
    expect(await claim()).toHaveLength(1);
  });

  it('gives a message whose sender died to the next one, in doubt, with the same members and key', async () => {
    const { outbox, queue, leases, claim } = prepare(await open());
    await outbox.enqueue([announcement('7'), announcement('8')]);
    const [first] = await claim({ owner: 'dead', leaseUntil: DUE + MINUTE });
    await outbox.enqueue([announcement('9')]);
    expect(await claim({ owner: 'heir', now: DUE + MINUTE - 1 })).toEqual([]);

    await leases.hold('lane', 'heir', DUE + MINUTE, DUE + 2 * MINUTE);
    const heirs = { owner: 'heir', now: DUE + MINUTE, leaseUntil: DUE + 2 * MINUTE };
    const late = await queue.claim({ ...request(), ...heirs });
    const rest = await queue.claim({ ...request(), ...heirs });
    const claims = [...late, ...rest];

    expect(claims.map(said)).toEqual(
      expect.arrayContaining([
        ['#a', '7', '8'],
        ['#a', '9'],
      ]),
    );
    const doubtful = claims.find(({ deliveries }) => deliveries.length === 2);
    expect(doubtful).toEqual({
      ...first,
      ...{
        owner: 'heir',
        claimedAt: DUE + MINUTE,
        leaseUntil: DUE + 2 * MINUTE,
        doubtfulSince: DUE,
      },
    });
    if (first === undefined || doubtful === undefined) throw new Error('Nothing was claimed');
    expect(await queue.settle(first, { kind: 'sent', messageId: 'm1' }, DUE)).toBe(false);
    expect(await queue.settle(doubtful, { kind: 'sent', messageId: 'm1' }, DUE)).toBe(true);
    expect(await queue.settle(doubtful, { kind: 'sent', messageId: 'm2' }, DUE)).toBe(false);
  });

  it('leaves a message longer to whoever sends it, unless somebody else has it', async () => {
    const { outbox, queue, leases, claim } = prepare(await open());
    await outbox.enqueue([announcement('7'), announcement('8')]);
    const [slow] = await claim();
    if (slow === undefined) throw new Error('Nothing was claimed');
    const longer = { ...slow, leaseUntil: DUE + 3 * MINUTE };

    expect(await queue.prolong(slow, longer.leaseUntil)).toBe(true);
    await leases.hold('lane', 'heir', DUE + MINUTE, DUE + 9 * MINUTE);
    const heirs = { owner: 'heir', now: DUE + 3 * MINUTE - 1, leaseUntil: DUE + 9 * MINUTE };
    expect(await queue.claim({ ...request(), ...heirs })).toEqual([]);
    // Over, and nobody else's.
    expect(await queue.prolong(longer, DUE + 4 * MINUTE)).toBe(true);
    const claims = await queue.claim({ ...request(), ...heirs, now: DUE + 4 * MINUTE });
    expect(claims.map(said)).toEqual([['#a', '7', '8']]);
    const former = { ...slow, leaseUntil: DUE + 4 * MINUTE };
    expect(await queue.prolong(former, DUE + 9 * MINUTE)).toBe(false);
    expect(await queue.settle(former, { kind: 'sent', messageId: 'm1' }, DUE)).toBe(false);
  });

  it('tries again what was surely not sent, and asks about what may have been', async () => {
    const { outbox, queue, claim } = prepare(await open());
    await outbox.enqueue([announcement('7'), announcement('7', TEN, '#b')]);
    const [refused, lost] = await claim();
    if (refused === undefined || lost === undefined) throw new Error('Too little was claimed');
    await queue.settle(refused, { kind: 'retry', at: DUE + 5_000 }, DUE);
    await queue.settle(lost, { kind: 'doubt', at: DUE + 6_000 }, DUE);

    expect(await claim({ now: DUE + 4_999 })).toEqual([]);
    const again = { now: DUE + 6_000, leaseUntil: DUE + 2 * MINUTE };
    const anew = { attempts: 1, claimedAt: again.now, leaseUntil: again.leaseUntil };
    expect(await claim(again)).toEqual([
      { ...refused, ...anew },
      { ...lost, ...anew, doubtfulSince: DUE },
    ]);
  });

  it('lets what was refused for a while go before what fell due later', async () => {
    const { outbox, queue, claim } = prepare(await open());
    await outbox.enqueue([
      announcement('7'),
      announcement('7', TEN + 1, '#b'),
      announcement('7', TEN + 2, '#c'),
    ]);
    const [refused] = await claim();
    if (refused === undefined) throw new Error('Nothing was claimed');
    await queue.settle(refused, { kind: 'retry', at: DUE + 5_000 }, DUE);

    const again = { now: DUE + 6_000, leaseUntil: DUE + 2 * MINUTE, limit: 2 };

    expect((await claim(again)).map(said)).toEqual([
      ['#a', '7'],
      ['#b', '7'],
    ]);
  });

  it('edits a live list in place, once more when it was asked for while being sent', async () => {
    const { outbox, queue, claim } = prepare(await open());
    await outbox.enqueue([list(DUE)]);
    await outbox.enqueue([list(DUE + 1)]);
    const [first] = await claim();
    if (first === undefined) throw new Error('Nothing was claimed');
    expect(await claim()).toEqual([]);
    await outbox.enqueue([list(DUE + 2)]);
    await queue.settle(first, { kind: 'sent', messageId: 'm1' }, DUE + 3);
    const [second] = await claim({ now: DUE + 3 });
    if (second === undefined) throw new Error('Nothing was claimed again');

    expect(second.messageId).toBe('m1');
    expect(second.attemptKey).not.toBe(first.attemptKey);
    await queue.settle(second, { kind: 'sent', messageId: 'm1' }, DUE + 4);
    expect(await claim({ now: DUE + 5 })).toEqual([]);
    await outbox.enqueue([list(DUE + 6)]);
    expect((await claim({ now: DUE + 6 })).map(({ messageId }) => messageId)).toEqual(['m1']);
  });

  it('edits what a channel was told of a late room in place, with the latest delay', async () => {
    const { outbox, queue, claim } = prepare(await open());
    const told = (minutes: number, since: number, at: number) =>
      delivery(
        {
          target: { kind: 'channel', platform: 'chat', community: 'us', channel: '#a' },
          conference: keyOf('conf'),
        },
        { kind: 'roomDelay', delay: { room: roomSlug('a'), name: 'A', minutes, since } },
        { dueAt: at, expiresAt: at + 60 * MINUTE },
      );
    await outbox.enqueue([told(10, DUE, DUE)]);
    const [first] = await claim();
    if (first === undefined) throw new Error('Nothing was claimed');
    await queue.settle(first, { kind: 'sent', messageId: 'm1' }, DUE + 1);
    await outbox.enqueue([told(20, DUE, DUE + 2)]);
    await outbox.enqueue([told(25, DUE, DUE + 3)]);

    const [edit] = await claim({ now: DUE + 4 });
    expect([edit?.messageId, edit?.deliveries]).toEqual(['m1', [told(25, DUE, DUE + 3)]]);
    if (edit === undefined) throw new Error('Nothing was claimed again');
    await queue.settle(edit, { kind: 'sent', messageId: 'm1' }, DUE + 5);
    await outbox.enqueue([told(5, DUE + 6, DUE + 6)]);
    expect((await claim({ now: DUE + 6 })).map(({ messageId }) => messageId)).toEqual([undefined]);
  });

  it('has a list wait in the lane of edits once it was sent, and in that of messages when it is renewed', async () => {
    const { outbox, queue, claim } = prepare(await open(), (_target, call) =>
      call === 'send' ? 'lane' : 'lane of edits',
    );
    const target = { kind: 'member', platform: 'chat', member: 'ada' } as const;
    const list = listDelivery({ target, conference: keyOf('conf') }, DUE);
    const lanes = async () => (await queue.waiting(['chat'])).map(({ lane }) => lane);
    await outbox.enqueue([list]);
    expect(await lanes()).toEqual(['lane']);
    const [first] = await claim();
    if (first === undefined) throw new Error('Nothing was claimed');
    await outbox.enqueue([list]);
    await queue.settle(first, { kind: 'sent', messageId: 'm1' }, DUE + 1);
    expect(await lanes()).toEqual(['lane of edits']);
    await outbox.renew(list);
    expect(await lanes()).toEqual(['lane']);
  });

  it('sends a live list as a message of its own when it is renewed, and tells which one it was', async () => {
    const { outbox, queue, claim } = prepare(await open());
    expect(await outbox.renew(list(DUE))).toBeUndefined();
    await outbox.enqueue([list(DUE)]);
    const [first] = await claim();
    if (first === undefined) throw new Error('Nothing was claimed');
    await queue.settle(first, { kind: 'sent', messageId: 'm1' }, DUE);
    await outbox.enqueue([list(DUE + 1)]);
    const [edit] = await claim({ now: DUE + 1 });
    if (edit === undefined) throw new Error('Nothing was claimed again');
    expect(await outbox.renew(list(DUE + 2))).toBeUndefined();
    await queue.settle(edit, { kind: 'retry', at: DUE + 3 }, DUE + 2);

    expect(await outbox.renew(list(DUE + 3))).toBe('m1');
    expect(await outbox.renew(list(DUE + 3))).toBeUndefined();
    await outbox.enqueue([list(DUE + 3)]);
    expect(await claim({ now: DUE + 4 })).toEqual([
      expect.objectContaining({ messageId: undefined, doubtfulSince: undefined }),
    ]);
  });

  it('knows which lanes wait, and since when', async () => {
    const { outbox, queue, claim } = prepare(await open());
    expect(await queue.waiting(['chat'])).toEqual([]);
    await outbox.enqueue([announcement('7'), announcement('8', TEN + MINUTE)]);
    const waiting = [{ lane: 'lane', platform: 'chat', readyAt: DUE }];

    expect(await queue.waiting(['chat', 'other'])).toEqual(waiting);
    expect(await queue.waiting(['other'])).toEqual([]);
    const [claimed] = await claim();
    if (claimed === undefined) throw new Error('Nothing was claimed');
    await queue.settle(claimed, { kind: 'failed', reason: 'channel-gone' }, DUE);
    expect(await queue.waiting(['chat'])).toEqual([{ ...waiting[0], readyAt: DUE + MINUTE }]);
  });

  it('knows what a message announced, and keeps that over new ids of talks', async () => {
    const { outbox, queue, sent, claim } = prepare(await open());
    await outbox.enqueue([announcement('7'), announcement('8')]);
    const [claimed] = await claim();
    if (claimed === undefined) throw new Error('Nothing was claimed');
    await queue.settle(claimed, { kind: 'sent', messageId: 'm1' }, DUE);

    await outbox.follow(
      keyOf('conf'),
      new Map([
        ['7', '8'],
        ['8', '7'],
      ]),
    );
    await outbox.follow(keyOf('conf'), new Map([['7', 'seven']]));

    expect(await outbox.enqueue([announcement('seven'), announcement('8')])).toBe(0);
    expect(await outbox.enqueue([announcement('7')])).toBe(1);
    const [found, ...none] = await sent.about(keyOf('conf'), ['seven'], 0);
    expect(none).toEqual([]);
    expect(found).toEqual({
      messageId: 'm1',
      deliveries: [announcement('8'), announcement('seven')],
    });
    expect(await sent.about(keyOf('conf'), ['seven'], TEN)).toEqual([]);
    expect(await sent.about(keyOf('other'), ['seven'], 0)).toEqual([]);
  });

  it('takes a key again that was withdrawn by whoever holds the lease', async () => {
    const { outbox, queue, claim } = prepare(await open());
    await outbox.enqueue([announcement('7'), announcement('8')]);
    const [held] = await claim();
    if (held === undefined) throw new Error('Nothing was claimed');

    expect(await queue.settle({ ...held, owner: 'other' }, { kind: 'withdrawn' }, DUE)).toBe(false);
    expect(await outbox.enqueue([announcement('7')])).toBe(0);
    expect(await queue.settle(held, { kind: 'withdrawn' }, DUE)).toBe(true);
    expect(await outbox.enqueue([announcement('7')])).toBe(1);
  });

  it('knows when a message last left, whatever became of its row afterwards', async () => {
    const { outbox, queue, claim } = prepare(await open());
    const settle = async (settlement: Settlement, at: number) => {
      const [one] = await claim({ now: at, leaseUntil: at + MINUTE });
      if (one !== undefined) await queue.settle(one, settlement, at);
    };
    await outbox.enqueue([announcement('7')]);
    await settle({ kind: 'failed', reason: 'forbidden' }, DUE);
    expect(await outbox.lastSentAt()).toBeUndefined();

    await outbox.enqueue([list(DUE)]);
    await settle({ kind: 'sent', messageId: 'd1' }, DUE + 1);
    await outbox.renew(list(DUE + 2));
    await outbox.enqueue([list(DUE + 2)]);
    expect(await outbox.lastSentAt()).toBe(DUE + 1);

    await settle({ kind: 'failed', reason: 'direct-messages-closed' }, DUE + 3);
    expect(await outbox.lastSentAt()).toBe(DUE + 1);
  });

  it('forgets a target, and what has lost its use long ago', async () => {
    const { outbox, claim, queue } = prepare(await open());
    await outbox.enqueue([announcement('7'), announcement('7', TEN, '#b'), list(DUE)]);
    await outbox.forget(list(DUE).target);
    await outbox.forget(announcement('7', TEN, '#b').target);
    const [claimed] = await claim();
    if (claimed === undefined) throw new Error('Nothing was claimed');
    await outbox.purge(TEN + 365 * 24 * 60 * MINUTE);
    expect((await outbox.counts()).sending).toBe(1);

    await queue.settle(claimed, { kind: 'sent', messageId: 'm1' }, DUE);
    await outbox.purge(TEN);
    expect((await outbox.counts()).sent).toBe(1);
    await outbox.purge(TEN + 365 * 24 * 60 * MINUTE);
    expect((await outbox.counts()).sent).toBe(0);
  });

  it('gives each message to one of several senders that ask at once', async () => {
    const url = await createUrl();
    const programs = [prepare(await open(url)), prepare(await open(url))];
    const targets = Array.from({ length: 40 }, (_, index) => `#${index}`);
    await programs[0]?.outbox.enqueue(targets.map((name) => announcement('7', TEN, name)));
    await programs[0]?.leases.hold('lane', 'us', DUE, DUE + MINUTE);

    const claims = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        programs[index % 2]?.queue.claim({ ...request(), limit: 5 }),
      ),
    );

    const names = claims.flatMap((some) => (some ?? []).map((one) => said(one)[0]));
    expect(names.toSorted()).toEqual([...new Set(names)].toSorted());
    expect(names.length).toBeGreaterThan(0);
  });
});

function said({ deliveries }: Claim): readonly string[] {
  const [{ target }] = deliveries;
  const whom = target.kind === 'channel' ? target.channel : target.member;
  return [
    whom,
    ...deliveries.map(({ subject }) =>
      subject.kind === 'announcement' ? subject.talk : subject.kind,
    ),
  ];
}

function byPlatformAndState(a: Backlog, b: Backlog): number {
  return a.platform.localeCompare(b.platform) || a.state.localeCompare(b.state);
}
