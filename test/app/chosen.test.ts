import { randomBytes, randomUUID } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { createDrawing } from '../../adapters/picture/picture.ts';
import { createStores } from '../../adapters/storage/stores.ts';
import { createApp } from '../../src/app/app.ts';
import { stopwatch, systemClock } from '../../src/clock.ts';
import { silentMeter } from '../../src/log/meter.ts';
import { silentLog } from '../../src/log.ts';
import { delivery } from '../../src/outbox/delivery.ts';
import { createPlatforms } from '../../src/platform/platforms.ts';
import { createTalkIndex } from '../../src/search/talkIndex.ts';
import { conferenceOf, talkAt } from '../support/conferences.ts';
import { feedOf } from '../support/feeds.ts';
import { idlePlatform } from '../support/idlePlatform.ts';
import { openMemory } from '../support/memory.ts';
import { keyOf } from '../support/names.ts';

const MINUTE_MS = 60_000;
const COMMUNITY = { platform: 'lobby', id: 'harbour' };
const TARGET = {
  kind: 'channel',
  platform: 'lobby',
  community: 'harbour',
  channel: 'pier',
} as const;
const OWN = { key: keyOf('own'), address: 'https://own.example/x', trust: 'chat' } as const;

test('what waited through a restart for a community with a conference of its own is sent, whoever comes first', async () => {
  const { sent, stores, start, conference } = await setUp();
  await stores.versions.keep({
    ...{ key: OWN.key, number: 1, takenAt: 0, fingerprint: 'one', validators: {} },
    text: JSON.stringify(conference),
  });

  await start();

  await expect.poll(() => sent).toEqual(['pier: Starts in 10 min']);
});

test('where that conference cannot be opened, the message waits', async () => {
  const { sent, asked, stores, start } = await setUp();

  await start();

  await expect.poll(() => asked).toContain(OWN.address);
  await expect.poll(() => stores.outbox.counts()).toMatchObject({ pending: 1, sending: 0 });
  expect(sent).toEqual([]);
});

test('a source that was never read and answers slowly keeps no tick waiting, and is asked once', async () => {
  const slow = Promise.withResolvers<never>();
  const { asked, turns, start, health } = await setUp({
    own: () => slow.promise,
    isWaiting: false,
  });
  await start();
  await expect.poll(() => turns).toHaveLength(1);

  for (const turn of [turns[0], turns[0]]) await turn?.();

  expect((await health()).lastTick).not.toBeNull();
  expect(asked.filter((address) => address === OWN.address)).toHaveLength(1);
  slow.reject(new Error('The source is down'));
});

/** An announcement waits for a channel, in a program whose cron has not had its first turn yet. */
async function setUp({
  own = () => Promise.reject(new Error('The source is down')),
  isWaiting = true,
}: {
  readonly own?: () => Promise<never>;
  readonly isWaiting?: boolean;
} = {}) {
  const database = await openMemory();
  onTestFinished(() => database.close());
  const stores = createStores(database, systemClock, () => 'lobby:lane');
  const start = Math.ceil(systemClock.now() / MINUTE_MS) * MINUTE_MS + 9 * MINUTE_MS;
  const conference = conferenceOf([talkAt('7', start)]);
  await stores.communities.choose(COMMUNITY, { source: OWN, chosenAt: 0 });
  await stores.subscriptions.put({
    ...{ target: TARGET, leadMinutes: 10, rooms: [], tracks: [], kinds: ['announcements'] },
    ...{ language: 'en', since: 0 },
  });
  const announced = delivery(
    { target: TARGET, conference: OWN.key },
    { kind: 'announcement', talk: '7', start },
    { dueAt: 0, expiresAt: start },
  );
  await stores.outbox.enqueue(isWaiting ? [announced] : []);
  const sent: string[] = [];
  const asked: string[] = [];
  const turns: (() => Promise<void>)[] = [];
  const app = createApp({
    drawDay: createDrawing(),
    ...stores,
    platforms: createPlatforms(silentLog),
    ...{ clock: systemClock, speed: 1, log: silentLog, meter: silentMeter },
    feed: feedOf(async ({ address }) => {
      asked.push(address);
      if (address === OWN.address) return own();
      return { kind: 'fresh', bytes: Buffer.of(), fingerprint: 'one', validators: {} };
    }),
    stopwatch,
    decode: async () => conferenceOf([]),
    makeIndex: createTalkIndex,
    chance: { id: randomUUID, bytes: randomBytes, fraction: () => 0.5 },
    defaultSource: { key: keyOf('other'), address: 'other.json', trust: 'operator' },
    ...{ refreshMinutes: 5, retentionDays: 30, owner: 'test' },
    everyMinute: (turn) => {
      turns.push(turn);
      return { stop: async () => undefined };
    },
  });
  onTestFinished(() => app.stop());
  const { messenger } = idlePlatform('lobby');
  const lobby = idlePlatform('lobby', {
    messenger: {
      ...messenger,
      send: async ({ card, attemptKey }) => {
        sent.push(`${TARGET.channel}: ${card.title}`);
        return attemptKey;
      },
    },
  });
  const { health } = app;
  return {
    sent,
    asked,
    turns,
    stores,
    conference,
    health,
    start: () => app.start(async () => [lobby]),
  };
}
