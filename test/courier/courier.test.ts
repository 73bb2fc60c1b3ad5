import { afterEach, describe, expect, it } from 'vitest';
import type { Database } from '../../adapters/storage/database/database.ts';
import { createOutbox } from '../../adapters/storage/deliveries/outbox.ts';
import { createOutboxQueue } from '../../adapters/storage/deliveries/outboxQueue.ts';
import {
  createReachability,
  createRefusedChannels,
} from '../../adapters/storage/deliveries/reachability.ts';
import { createLaneLeases } from '../../adapters/storage/leases.ts';
import type { Card } from '../../src/cards/cards.ts';
import { systemClock } from '../../src/clock.ts';
import { createCourier } from '../../src/courier/courier.ts';
import type { Pace } from '../../src/courier/pace.ts';
import { silentMeter } from '../../src/log/meter.ts';
import { silentLog } from '../../src/log.ts';
import { type Delivery, delivery } from '../../src/outbox/delivery.ts';
import type { Dispatch, Messenger } from '../../src/platform/messenger.ts';
import { PlatformError } from '../../src/platform/refusal.ts';
import { fakeTime } from '../support/fakeTime.ts';
import { openMemory } from '../support/memory.ts';
import { keyOf } from '../support/names.ts';

const NOON = Date.UTC(2020, 1, 1, 12);
const PACE: Pace = {
  leaseMs: 30_000,
  sendTimeoutMs: 8_000,
  spacingMs: 1_000,
  pollMs: 500,
  concurrency: 4,
  speed: 1,
};

const opened: Database[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((database) => database.close()));
});

type Refusal = 'limited' | 'failed' | 'failed after delivery' | 'hangs' | 'gone';

describe('a courier on a bad day', () => {
  it('serves everybody else on time and nobody twice', async () => {
    const day = await start({
      '#limited': ['limited', 'limited'],
      '#failed': ['failed', 'failed'],
      '#doubtful': ['failed after delivery'],
      '#hangs': Array.from({ length: 99 }, () => 'hangs' as const),
      '#gone': ['gone'],
    });
    const healthy = Array.from({ length: 12 }, (_, index) => `#ok${index}`);
    const troubled = ['#limited', '#failed', '#doubtful', '#hangs', '#gone'];
    await day.enqueue([...troubled, ...healthy].map((channel) => announcement(channel)));

    await day.until(() => day.sent().length === healthy.length + 3, 120_000);
    await day.stop();

    expect(
      day
        .sent()
        .map(({ channel }) => channel)
        .toSorted(),
    ).toEqual([...healthy, '#limited', '#failed', '#doubtful'].toSorted());
    const late = day.sent().filter(({ channel, at }) => healthy.includes(channel) && at > 30_000);
    expect(late).toEqual([]);
    expect(await day.refused()).toEqual([['#gone', 'channel-gone']]);
    // Besides, what was once in doubt is edited, in case that an earlier try told an older truth.
    expect(await day.outbox.counts()).toMatchObject({ sent: healthy.length + 3 + 2, failed: 1 });
  });

  it('keeps the order and the distance of messages to one channel', async () => {
    const day = await start({});
    await day.enqueue([1, 2, 3].map((minute) => announcement('#a', NOON - minute * 60_000)));

    await day.until(() => day.sent().length === 3, 60_000);
    await day.stop();

    const times = day.sent().map(({ at }) => at);
    expect(day.sent().map(({ start: first }) => first)).toEqual(
      [3, 2, 1].map((minute) => NOON - minute * 60_000),
    );
    for (const [index, time] of times.slice(1).entries()) {
      expect(time - (times[index] ?? 0)).toBeGreaterThan(PACE.spacingMs * 0.9);
    }
  });

  it('sends as evenly as the platform allows, never in bursts', async () => {
    const spacingMs = 40;
    const day = await start({}, { spacingMs, latencyMs: 1 });
    await day.enqueue(Array.from({ length: 25 }, (_, index) => announcement(`#${index}`)));

    await day.until(() => day.sent().length === 25, 60_000);
    await day.stop();

    const times = day.sent().map(({ at }) => at);
    const inTenPlaces = times.map(
      (from) => times.filter((time) => time >= from && time < from + 10 * spacingMs).length,
    );
    expect(Math.max(...inTenPlaces)).toBe(10);
    expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBe(24 * spacingMs);
  });

  it('gives a busy channel its turn beside a full lane', async () => {
    const day = await start({}, { spacingMs: 5, latencyMs: 10 });
    const news = Array.from({ length: 8 }, (_, index) =>
      announcement('#busy', NOON - (8 - index) * 60_000),
    );
    const crowd = Array.from({ length: 300 }, (_, index) => announcement(`#${index}`));
    await day.enqueue([...crowd, ...news]);

    await day.until(() => day.sent().length === 308, 120_000);
    await day.stop();

    const times = day.sent().flatMap(({ channel, at }) => (channel === '#busy' ? [at] : []));
    expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeLessThan(7 * PACE.spacingMs * 1.9);
  });

  it('serves everybody else though many do not answer', async () => {
    const silent = Array.from({ length: 40 }, (_, index) => `#silent${index}`);
    const refusals = silent.map(
      (name) => [name, Array.from({ length: 9 }, (): Refusal => 'hangs')] as const,
    );
    const day = await start(Object.fromEntries(refusals), { concurrency: 16 });
    await day.enqueue(silent.map((channel) => announcement(channel, NOON - 60_000)));
    await day.until(() => day.tries() >= silent.length, 120_000);
    const healthy = Array.from({ length: 12 }, (_, index) => `#ok${index}`);
    const asked = day.now();
    await day.enqueue(healthy.map((channel) => announcement(channel)));

    await day.until(() => day.sent().length === healthy.length, 120_000);
    await day.stop();

    const latest = Math.max(...day.sent().map(({ at }) => at));
    expect(latest - asked).toBeLessThan(2 * PACE.sendTimeoutMs);
  });

  it('rests with the whole lane when the platform says so', async () => {
    const day = await start({ '#a': ['limited'] }, { scope: 'lane' });
    await day.enqueue([announcement('#a', NOON - 60_000)]);
    await day.until(() => day.freeAt() > 0, 30_000);
    await day.enqueue(['#b', '#c'].map((channel) => announcement(channel)));

    await day.until(() => day.sent().length === 3, 120_000);
    await day.stop();

    expect(day.sent().every(({ at }) => at >= day.freeAt())).toBe(true);
  });

  it('drops what has lost its use, unsent', async () => {
    const day = await start({ '#a': Array.from({ length: 50 }, () => 'failed' as const) });
    await day.enqueue([
      announcement('#a', NOON + 1_000, NOON + 20_000),
      announcement('#b', NOON - 60_000, NOON - 1),
    ]);

    await day.until(async () => (await day.outbox.counts()).expired === 2, 120_000);
    await day.stop();

    expect(day.sent()).toEqual([]);
  });

  it('finishes what is being sent when it is stopped, and gives back the rest', async () => {
    const day = await start({}, { latencyMs: 2_000 });
    const channels = Array.from({ length: 12 }, (_, index) => `#${index}`);
    await day.enqueue(channels.map((channel) => announcement(channel)));
    await day.until(() => day.tries() === PACE.concurrency, 30_000);

    await day.stop();

    expect(day.sent()).toHaveLength(PACE.concurrency);
    expect(await day.outbox.counts()).toEqual({
      pending: channels.length - PACE.concurrency,
      sending: 0,
      sent: PACE.concurrency,
      failed: 0,
      expired: 0,
    });
    expect(await day.leases.hold('lane', 'heir', 0, 1)).toBe(true);
  });
});

interface Sent {
  readonly channel: string;
  readonly start: number;
  /** When it left, since the beginning. */
  readonly at: number;
}

/** A courier at work, on a platform that refuses as told, channel by channel. */
async function start(
  refusals: Readonly<Record<string, readonly Refusal[]>>,
  {
    scope = 'target',
    latencyMs = 50,
    spacingMs = 0,
    concurrency = PACE.concurrency,
  }: {
    readonly scope?: 'target' | 'lane';
    readonly latencyMs?: number;
    readonly spacingMs?: number;
    readonly concurrency?: number;
  } = {},
) {
  const database = await openMemory();
  opened.push(database);
  const time = fakeTime(NOON);
  const clock = systemClock;
  const left = new Map(Object.entries(refusals).map(([channel, all]) => [channel, [...all]]));
  const sent: (Sent & { readonly key: string })[] = [];
  let tries = 0;
  let freeAt = 0;
  const record = ({ target, card, attemptKey }: Dispatch, at: number) => {
    const channel = target.kind === 'channel' ? target.channel : '';
    const start = Number(card.title);
    sent.push({ channel, start, at: at - NOON, key: attemptKey });
    return `m${sent.length}`;
  };
  const messenger: Messenger = {
    lane: () => 'lane',
    spacing: () => spacingMs,
    send: async (dispatch, signal) => {
      tries += 1;
      const at = clock.now();
      await clock.sleep(latencyMs);
      const channel = dispatch.target.kind === 'channel' ? dispatch.target.channel : '';
      switch (left.get(channel)?.shift()) {
        case undefined:
          return record(dispatch, at);
        case 'limited': {
          freeAt = clock.now() + 5_000;
          throw new PlatformError('rate-limited', 'retry', 'Slow down', {
            afterMs: 5_000,
            scope,
          });
        }
        case 'failed':
          throw new PlatformError('unavailable', 'unknown', 'Status 500');
        case 'failed after delivery':
          record(dispatch, at);
          throw new PlatformError('unavailable', 'unknown', 'Status 500');
        case 'gone':
          throw new PlatformError('channel-gone', 'permanent', 'Unknown channel');
        case 'hangs':
          await new Promise((_, reject) => signal.addEventListener('abort', reject));
          return '';
      }
    },
    edit: async () => undefined,
    remove: async () => undefined,
    fate: async ({ attemptKey }) => {
      const index = sent.findIndex(({ key }) => key === attemptKey);
      return index === -1 ? { kind: 'resend' } : { kind: 'arrived', messageId: `m${index + 1}` };
    },
    find: async () => ({ messages: new Map(), isWhole: true }),
  };
  const outbox = createOutbox(database.kysely, () => 'lane');
  const leases = createLaneLeases(database.kysely);
  const courier = createCourier({
    queue: createOutboxQueue(database, () => 'lane'),
    outbox,
    leases,
    messengers: new Map([['chat', messenger]]),
    compose: async ([first]) => ({ card: cardOf(first), leftOut: [] }),
    reachability: createReachability(database.kysely),
    clock,
    log: silentLog,
    meter: silentMeter,
    owner: 'us',
    pace: { ...PACE, concurrency },
  });
  const stopping = new AbortController();
  const running = courier.run(stopping.signal);
  return {
    outbox,
    leases,
    sent: (): readonly Sent[] => sent,
    tries: () => tries,
    now: () => clock.now() - NOON,
    freeAt: () => freeAt - NOON,
    refused: async () => {
      const all = await createRefusedChannels(database.kysely).of({ platform: 'chat', id: 'us' });
      return all.map(({ target, code }) => [target.channel, code]);
    },
    enqueue: async (deliveries: readonly Delivery[]) => {
      await outbox.enqueue(deliveries);
      courier.wake();
    },
    until: time.until,
    stop: async () => {
      stopping.abort();
      await time.during(running);
    },
  };
}

function announcement(channel: string, due = NOON, expiresAt = NOON + 3_600_000): Delivery {
  return delivery(
    {
      target: { kind: 'channel', platform: 'chat', community: 'us', channel },
      conference: keyOf('c'),
    },
    { kind: 'announcement', talk: '1', start: due },
    { dueAt: due, expiresAt },
  );
}

function cardOf(first: Delivery | undefined): Card {
  const start = first?.subject.kind === 'announcement' ? first.subject.start : 0;
  return { kind: 'announcement', title: String(start), summary: '', blocks: [] };
}
