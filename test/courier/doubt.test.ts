import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { Database } from '../../adapters/storage/database/database.ts';
import { createAnnouncerWork } from '../../adapters/storage/deliveries/announcerWork.ts';
import { createLapses } from '../../adapters/storage/deliveries/lapses.ts';
import { createOutbox } from '../../adapters/storage/deliveries/outbox.ts';
import { createOutboxQueue } from '../../adapters/storage/deliveries/outboxQueue.ts';
import { createReachability } from '../../adapters/storage/deliveries/reachability.ts';
import { createLaneLeases } from '../../adapters/storage/leases.ts';
import type { Card } from '../../src/cards/cards.ts';
import { type Delivered, deliver } from '../../src/courier/deliver.ts';
import { silentMeter } from '../../src/log/meter.ts';
import { silentLog } from '../../src/log.ts';
import { delivery } from '../../src/outbox/delivery.ts';
import type { OutboxQueue } from '../../src/outbox/outbox.ts';
import type { Fate, Messenger } from '../../src/platform/messenger.ts';
import { PlatformError } from '../../src/platform/refusal.ts';
import { forEachDatabase } from '../contracts/databases.ts';
import { keyOf } from '../support/names.ts';

const MINUTE = 60_000;
const TEN = Date.UTC(2020, 1, 1, 10);
const DUE = TEN - 10 * MINUTE;
/** As long as a platform asks to be left alone. */
const REST = 10_000;
const MOVED = 'It starts later';

forEachDatabase('an announcement whose sender died', ({ open }) => {
  it('is settled and corrected when it had arrived and its talk has moved since', async () => {
    const hall = await prepare(await open());
    await hall.program('first', { dies: 'before it is settled' }).deliverNext();
    hall.moveTalk();

    await hall.program('second').deliverAll();

    expect(hall.messages()).toEqual([MOVED]);
    expect(await hall.counts()).toMatchObject({ sent: 2, expired: 0 });
  });

  it('is not sent when it had not arrived and its talk has moved since', async () => {
    const hall = await prepare(await open());
    await hall.program('first', { dies: 'before it arrives' }).deliverNext();
    hall.moveTalk();

    await hall.program('second').deliverAll();

    expect(hall.messages()).toEqual([]);
    expect(await hall.counts()).toMatchObject({ sent: 0, expired: 1 });
  });

  it('is corrected, and not asked about, when its sender dies after writing down that it arrived', async () => {
    const hall = await prepare(await open(), { canBeAsked: false });
    await hall
      .program('first', { dies: 'after it is known to have arrived', whileSending: hall.moveTalk })
      .deliverNext();

    await hall.program('second').deliverAll();

    expect(hall.messages()).toEqual([MOVED]);
    expect(await hall.counts()).toMatchObject({ sent: 2, pending: 0, sending: 0 });
  });

  it('says what is true where a platform refuses the double of an older truth', async () => {
    const hall = await prepare(await open(), { canBeAsked: false });
    await hall.program('first', { dies: 'before it is settled' }).deliverNext();
    hall.retitleTalk();

    await hall.program('second').deliverAll();

    expect(hall.messages()).toEqual(['Another title']);
  });

  it('stays in doubt when it is not let through again', async () => {
    const hall = await prepare(await open(), { canBeAsked: false });
    await hall.program('first', { dies: 'before it is settled' }).deliverNext();

    const refused = await hall.program('second', { refuses: true }).deliverNext();

    expect(refused?.settlement).toEqual({ kind: 'doubt', at: hall.now() + REST });
  });

  it.each([
    ['on the clock of the day', 1, MINUTE],
    ['on one that runs thirty times as fast', 30, 2_000],
  ])('is asked about by the time that passed at the platform, %s', async (_, speed, passed) => {
    const hall = await prepare(await open(), { speed });
    await hall.program('first', { dies: 'before it is settled' }).deliverNext();
    await hall.program('second').deliverNext();

    expect(hall.asked()).toEqual([passed]);
  });

  it.each([1, 30])(
    'waits as long as the platform says, on a clock that runs %i times as fast',
    async (speed) => {
      const hall = await prepare(await open(), { speed });
      const refused = await hall.program('first', { refuses: true }).deliverNext();

      const at = hall.now() + speed * REST;
      expect([refused?.settlement, refused?.notBefore]).toEqual([{ kind: 'retry', at }, at]);
    },
  );
});

forEachDatabase(
  'an announcement that may have been said before the database was restored',
  ({ open }) => {
    const anHourAgo = DUE - 60 * MINUTE;

    it('is found and not said again', async () => {
      const hall = await prepare(await open());
      await hall.program('lost', { dies: 'before it is settled' }).deliverNext();
      await hall.forgets({ from: anHourAgo, isRestored: true });

      await hall.program('next').deliverAll();

      expect(hall.messages()).toEqual(['A title']);
      expect(await hall.counts()).toMatchObject({ sent: 2, pending: 0, failed: 0 });
    });

    it('is said where it is not found', async () => {
      const hall = await prepare(await open());
      await hall.forgets({ from: anHourAgo, isRestored: true });

      await hall.program('next').deliverAll();

      expect(hall.messages()).toEqual(['A title']);
    });

    it('is rather not said than twice, where nobody can look', async () => {
      const hall = await prepare(await open(), { canBeAsked: false });
      await hall.forgets({ from: anHourAgo, isRestored: true });

      await hall.program('next').deliverAll();

      expect(hall.messages()).toEqual([]);
      expect(await hall.counts()).toMatchObject({ failed: 1 });
    });

    it('is said where nobody can look, after a long pause of which nobody says that it is more', async () => {
      const hall = await prepare(await open(), { canBeAsked: false });
      await hall.forgets({ from: anHourAgo, isRestored: false });

      await hall.program('next').deliverAll();

      expect(hall.messages()).toEqual(['A title']);
    });

    it.each([
      ['is said', 'after a long pause', false, ['A title']],
      ['waits', 'after a restore', true, []],
    ])('%s where the platform answers few such questions, %s', async (_, __, isRestored, said) => {
      const hall = await prepare(await open());
      await hall.forgets({ from: anHourAgo, isRestored });

      await hall.program('next', { answersNoQuestions: true }).deliverNext();

      expect(hall.messages()).toEqual(said);
    });

    it('is not asked about when it fell due after the restore', async () => {
      const hall = await prepare(await open(), { canBeAsked: false });
      await hall.forgets({ from: anHourAgo, until: DUE - 1, isRestored: true });

      await hall.program('next').deliverAll();

      expect(hall.messages()).toEqual(['A title']);
    });
  },
);

forEachDatabase('a change that is taken over while an announcement is under way', ({ open }) => {
  it('finds it as soon as it has arrived', async () => {
    const hall = await prepare(await open());
    await hall.program('first', { dies: 'after it is known to have arrived' }).deliverNext();

    const found = await hall.announcerWork.transaction(({ sent }) =>
      sent.about(keyOf('conf'), ['7'], 0),
    );

    expect(found.map(({ messageId }) => messageId)).toEqual(['m0']);
  });

  it('has its arrival wait, so that it is held against the new truth', async () => {
    const hall = await prepare(await open());
    const events: string[] = [];
    const [claim] = await hall.program('first').claim();
    if (claim === undefined) throw new Error('Nothing was claimed');
    // Two connections, so that neither has to be opened first.
    await Promise.all([hall.counts(), hall.counts()]);

    const { promise: looked, resolve: look } = Promise.withResolvers<void>();
    const takeover = hall.announcerWork
      .transaction(async ({ sent }) => {
        expect(await sent.about(keyOf('conf'), ['7'], 0)).toEqual([]);
        look();
        await pause(200);
        events.push('taken over');
      })
      .then(() => undefined);
    await looked;
    const arrival = hall.queue
      .settle(claim, { kind: 'arrived', messageId: 'm1' }, DUE)
      .then(() => events.push('arrived'));
    await Promise.all([takeover, arrival]);

    expect(events).toEqual(['taken over', 'arrived']);
  });
});

type Death = 'before it arrives' | 'before it is settled' | 'after it is known to have arrived';

interface Forgotten {
  readonly from: number;
  readonly until?: number;
  readonly isRestored: boolean;
}

interface Lot {
  readonly dies?: Death;
  readonly whileSending?: () => void;
  readonly refuses?: boolean;
  readonly answersNoQuestions?: boolean;
}

/** One announcement, a platform that keeps what it is sent, and programs one after the other. */
async function prepare(
  database: Database,
  { canBeAsked = true, speed = 1 }: { readonly canBeAsked?: boolean; readonly speed?: number } = {},
) {
  const outbox = createOutbox(database.kysely, () => 'lane');
  const queue = createOutboxQueue(database, () => 'lane');
  const leases = createLaneLeases(database.kysely);
  const kept: { readonly key: string; readonly marks: readonly string[]; says: string }[] = [];
  const asked: number[] = [];
  let now = DUE;
  let title = 'A title';
  let hasMoved = false;
  const find = (attemptKey: string) => kept.findIndex(({ key }) => key === attemptKey);
  const keep = (key: string, marks: readonly string[], says: string) => {
    const twin = find(key);
    return `m${twin === -1 ? kept.push({ key, marks, says }) - 1 : twin}`;
  };
  const fate = (index: number): Fate =>
    index === -1 || !canBeAsked ? { kind: 'resend' } : { kind: 'arrived', messageId: `m${index}` };

  const messengerOf = ({ dies, whileSending, refuses, answersNoQuestions }: Lot): Messenger => ({
    lane: () => 'lane',
    spacing: () => 0,
    send: async ({ attemptKey, marks, card }) => {
      if (refuses) {
        throw new PlatformError('rate-limited', 'retry', 'Slow down', { afterMs: REST });
      }
      if (dies === 'before it arrives') throw new Error('Killed');
      whileSending?.();
      return keep(attemptKey, marks, card.title);
    },
    edit: async (id, { card }) => {
      const message = kept[Number(id.slice(1))];
      if (message !== undefined) message.says = card.title;
    },
    remove: async () => undefined,
    fate: async ({ attemptKey }, triedMsAgo) => {
      asked.push(triedMsAgo);
      return fate(find(attemptKey));
    },
    find: async (_target, keys) => {
      if (answersNoQuestions) throw new PlatformError('rate-limited', 'retry', 'Slow down');
      const found = keys.flatMap((key): [string, string][] => {
        const index = kept.findIndex((message) => message.marks.includes(key));
        return index === -1 ? [] : [[key, `m${index}`]];
      });
      return { messages: new Map(canBeAsked ? found : []), isWhole: canBeAsked };
    },
  });

  await outbox.enqueue([announcement()]);
  return {
    queue,
    announcerWork: createAnnouncerWork(database, () => 'lane'),
    now: () => now,
    /** How many milliseconds ago the message was tried that the platform was asked about. */
    asked: () => asked,
    counts: () => outbox.counts(),
    messages: () => kept.map(({ says }) => says),
    moveTalk: () => {
      hasMoved = true;
    },
    retitleTalk: () => {
      title = 'Another title';
    },
    /** The database is as it was when nothing had been sent. */
    forgets: async ({ from, until = DUE, isRestored }: Forgotten) => {
      await outbox.forget(announcement().target);
      await outbox.enqueue([announcement()]);
      const { transaction } = createAnnouncerWork(database, () => 'lane');
      await transaction(({ watermark }) => watermark.move(from));
      if (isRestored) await createLapses(database.kysely).restored(until);
      await transaction(({ watermark }) => watermark.move(until));
    },
    /** Starts when the lease of the one before has ended. */
    program: (owner: string, lot: Lot = {}) => {
      now += MINUTE;
      const leaseUntil = now + MINUTE;
      const claim = async () => {
        await leases.hold('lane', owner, now, leaseUntil);
        return queue.claim({
          lane: 'lane',
          owner,
          now,
          leaseUntil,
          limit: 1,
          exceptTargets: [],
          explain: ({ waits }) => waits,
        });
      };
      const deliverNext = async (): Promise<Delivered | undefined> => {
        const [first] = await claim();
        if (first === undefined) return undefined;
        return deliver(
          {
            outbox,
            queue: lot.dies === undefined ? queue : mortal(queue, lot.dies),
            reachability: createReachability(database.kysely),
            messenger: messengerOf(lot),
            compose: async ([one]) => {
              if (hasMoved && one?.subject.kind !== 'correction') return undefined;
              return { card: cardOf(hasMoved ? MOVED : title), leftOut: [] };
            },
            clock: { now: () => now, sleep: (_, signal) => aborted(signal) },
            log: silentLog,
            meter: silentMeter,
            sendTimeoutMs: MINUTE,
            pace: { speed },
            turn: async () => undefined,
            lease: { until: () => leaseUntil, prolong: async () => undefined },
          },
          first,
        );
      };
      return {
        claim,
        deliverNext,
        deliverAll: async () => {
          while ((await deliverNext()) !== undefined);
        },
      };
    },
  };
}

/** Writes down what its program lives to see. */
function mortal(queue: OutboxQueue, dies: Death): OutboxQueue {
  return {
    ...queue,
    settle: async (claim, settlement, at) => {
      const isLast = dies === 'after it is known to have arrived' && settlement.kind === 'arrived';
      if (isLast) await queue.settle(claim, settlement, at);
      throw new Error('Killed');
    },
  };
}

/** A clock on which nothing times out. */
function aborted(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => signal?.addEventListener('abort', () => resolve()));
}

function announcement() {
  const target = { kind: 'channel', platform: 'chat', community: 'us', channel: '#a' } as const;
  return delivery(
    { target, conference: keyOf('conf') },
    { kind: 'announcement', talk: '7', start: TEN },
    { dueAt: DUE, expiresAt: TEN + 5 * MINUTE },
  );
}

function cardOf(title: string): Card {
  return { kind: 'announcement', title, summary: '', blocks: [] };
}
