import { randomBytes, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { createDrawing } from '../../adapters/picture/picture.ts';
import { createStores } from '../../adapters/storage/stores.ts';
import { createApp } from '../../src/app/app.ts';
import { stopwatch, systemClock } from '../../src/clock.ts';
import { silentMeter } from '../../src/log/meter.ts';
import { silentLog } from '../../src/log.ts';
import type { Platform } from '../../src/platform/platform.ts';
import { createPlatforms } from '../../src/platform/platforms.ts';
import { decodeSchedule } from '../../src/schedule/decode.ts';
import { createTalkIndex } from '../../src/search/talkIndex.ts';
import { feedOf } from '../support/feeds.ts';
import { idlePlatform } from '../support/idlePlatform.ts';
import { openMemory } from '../support/memory.ts';
import { keyOf } from '../support/names.ts';

const LOBBY = idlePlatform('lobby');

test('nothing is planned before it is known by whose lanes it will go', async () => {
  const bytes = await readFile('data/fosdem-2020-containers.json');
  const database = await openMemory();
  onTestFinished(() => database.close());
  const stores = createStores(database, systemClock);
  let begun = 0;
  const app = createApp({
    drawDay: createDrawing(),
    ...stores,
    platforms: createPlatforms(silentLog),
    clock: systemClock,
    speed: 1,
    log: silentLog,
    meter: silentMeter,
    feed: feedOf(async () => ({ kind: 'fresh', bytes, fingerprint: 'one', validators: {} })),
    stopwatch,
    decode: async (read, timeZone) => decodeSchedule(read, { timeZone }).conference,
    makeIndex: createTalkIndex,
    chance: { id: randomUUID, bytes: randomBytes, fraction: Math.random },
    defaultSource: { key: keyOf('devroom'), address: 'devroom.json', trust: 'operator' },
    refreshMinutes: 5,
    retentionDays: 30,
    owner: 'test',
    everyMinute: () => {
      begun += 1;
      return { stop: async () => undefined };
    },
  });
  onTestFinished(() => app.stop());
  const loading = Promise.withResolvers<readonly Platform[]>();

  const started = app.start(() => loading.promise);
  await expect.poll(() => stores.versions.latest(keyOf('devroom'))).toBeDefined();
  await pause(20);
  expect(begun).toBe(0);

  loading.resolve([LOBBY]);
  await started;
  expect(begun).toBe(1);
  expect(await app.health()).toMatchObject({ platforms: { lobby: true } });
});
