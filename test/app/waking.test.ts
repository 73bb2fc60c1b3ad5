import { randomBytes, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { createDrawing } from '../../adapters/picture/picture.ts';
import { createStores } from '../../adapters/storage/stores.ts';
import { createApp } from '../../src/app/app.ts';
import type { Clock } from '../../src/clock.ts';
import { stopwatch } from '../../src/clock.ts';
import { createPace } from '../../src/courier/pace.ts';
import { silentMeter } from '../../src/log/meter.ts';
import { silentLog } from '../../src/log.ts';
import { UNLIMITED } from '../../src/platform/platform.ts';
import { createPlatforms } from '../../src/platform/platforms.ts';
import type { Caller, Hallway } from '../../src/platform/requests.ts';
import { decodeSchedule } from '../../src/schedule/decode.ts';
import { createTalkIndex } from '../../src/search/talkIndex.ts';
import { feedOf } from '../support/feeds.ts';
import { idlePlatform } from '../support/idlePlatform.ts';
import { at } from '../support/instants.ts';
import { openMemory } from '../support/memory.ts';
import { keyOf } from '../support/names.ts';

const MINUTE_MS = 60_000;
const grace: Caller = {
  platform: 'lobby',
  community: 'fosdem',
  member: 'grace',
  locale: 'en',
  isOrganiser: true,
};

test('what is due now is sent at once, without the clock going on to the next look at the outbox', async () => {
  const lobby = await openLobby(at('2020-02-01T10:47+01:00'));

  await lobby.star('ada', '10316');
  await lobby.hears('ada: My talks');

  await lobby.star('bob', '10316');
  await lobby.hears('bob: My talks');

  await lobby.conference('announce', { channel: 'news' });
  await lobby.hears('news: Starts in 8 min');

  await lobby.conference('announce', { channel: 'changes', kinds: 'notices' });
  await lobby.conference('delay', { room: 'UD2.208', minutes: '5' });
  await lobby.hears('changes: UD2.208 (Decroly) runs 5 min late');
});

test('what a new version of the schedule brings is sent at once', async () => {
  const lobby = await openLobby(at('2020-02-01T09:00+01:00'));
  await lobby.conference('announce', { channel: 'changes', kinds: 'notices' });

  await lobby.retitle('Lazy distribution of container images', 'Eager distribution');

  await lobby.hears('changes: Changed');
});

/** Hallway on a platform that notes what it is told to say, by a clock that stands until it is moved. */
async function openLobby(from: number) {
  const told: string[] = [];
  let now = from;
  const clock: Clock = { now: () => now, sleep: shorterThanALook };
  const database = await openMemory();
  onTestFinished(() => database.close());
  const file = await readFile('data/fosdem-2020-containers.json', 'utf8');
  let bytes = file;
  let turn: () => Promise<void> = async () => undefined;
  const app = createApp({
    drawDay: createDrawing(),
    ...createStores(database, clock),
    platforms: createPlatforms(silentLog),
    ...{ clock, speed: 1, log: silentLog, meter: silentMeter },
    feed: feedOf(async () => ({
      ...{ kind: 'fresh', bytes: Buffer.from(bytes), fingerprint: bytes, validators: {} },
    })),
    stopwatch,
    decode: async (read, timeZone) => decodeSchedule(read, { timeZone }).conference,
    makeIndex: createTalkIndex,
    chance: { id: randomUUID, bytes: randomBytes, fraction: () => 0.5 },
    defaultSource: { key: keyOf('devroom'), address: 'devroom.json', trust: 'operator' },
    ...{ refreshMinutes: 5, retentionDays: 30, owner: 'test' },
    everyMinute: (every) => {
      turn = every;
      return { stop: async () => undefined };
    },
  });
  onTestFinished(() => app.stop());
  const { promise: opened, resolve: open } = Promise.withResolvers<Hallway>();
  const { messenger } = idlePlatform('lobby');
  await app.start(async () => [
    idlePlatform('lobby', {
      start: async (hallway) => open(hallway),
      channels: {
        inspect: async ({ channel }) => ({ kind: 'writable', name: channel }),
        ungranted: async () => [],
        measuredLimit: async () => UNLIMITED,
      },
      messenger: {
        ...messenger,
        send: async ({ target, card, attemptKey }) => {
          told.push(`${target.kind === 'channel' ? target.channel : target.member}: ${card.title}`);
          return attemptKey;
        },
      },
    }),
  ]);
  const hallway = await opened;
  return {
    star: (member: string, talk: string) =>
      hallway.press({
        kind: 'press',
        id: `h1:devroom:star:${talk}`,
        caller: { ...grace, member },
      }),
    conference: (subcommand: string, args: Readonly<Record<string, string>>) =>
      hallway.command({ kind: 'command', command: 'conference', subcommand, args, caller: grace }),
    retitle: async (former: string, title: string) => {
      bytes = file.replace(former, title);
      now += 10 * MINUTE_MS;
      await turn();
    },
    hears: (sentence: string) => expect.poll(() => told).toContain(sentence),
  };
}

/** Ends at once what is shorter than from one look at the outbox to the next, and nothing else before its time. */
async function shorterThanALook(durationMs: number, signal?: AbortSignal): Promise<void> {
  if (durationMs < createPace(1).pollMs) return setImmediate();
  const { promise, resolve } = Promise.withResolvers<void>();
  if (signal?.aborted) resolve();
  signal?.addEventListener('abort', () => resolve(), { once: true });
  return promise;
}
