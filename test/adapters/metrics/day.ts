import { randomBytes, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createMetrics } from '../../../adapters/metrics/metrics.ts';
import { createDrawing } from '../../../adapters/picture/picture.ts';
import { createStores } from '../../../adapters/storage/stores.ts';
import { createApp } from '../../../src/app/app.ts';
import { stopwatch } from '../../../src/clock.ts';
import { silentLog } from '../../../src/log.ts';
import { UNLIMITED } from '../../../src/platform/platform.ts';
import { createPlatforms } from '../../../src/platform/platforms.ts';
import { PlatformError } from '../../../src/platform/refusal.ts';
import type { Caller, Hallway } from '../../../src/platform/requests.ts';
import { decodeSchedule } from '../../../src/schedule/decode.ts';
import { createTalkIndex } from '../../../src/search/talkIndex.ts';
import { feedOf } from '../../support/feeds.ts';
import { idlePlatform } from '../../support/idlePlatform.ts';
import { at } from '../../support/instants.ts';
import { openMemory } from '../../support/memory.ts';
import { keyOf } from '../../support/names.ts';
import { type SteppedClock, steppedClock } from '../../support/steppedClock.ts';

const MINUTE_MS = 60_000;
const SPEED = 60;

/** Everybody and everything that has a name in this day; none of it is anybody else's business. */
export const PRIVATE = ['harbour', 'emmy', 'grace', 'pier', 'vault', 'devroom', 'example', '103'];

const grace: Caller = {
  ...{ platform: 'lobby', community: 'harbour', member: 'grace', channel: 'pier' },
  ...{ locale: 'en', isOrganiser: true },
};

/** A day of the devroom on a platform that refuses at times, with all that is counted of it. */
export async function openDay() {
  const clock = steppedClock(at('2020-02-01T07:55+01:00'));
  const database = await openMemory();
  const lobby = lobbyOf(clock);
  const metrics = createMetrics();
  const source = await sourceOfDay();
  let turn: () => Promise<void> = async () => undefined;
  const app = createApp({
    drawDay: createDrawing(),
    ...createStores(database, clock),
    platforms: createPlatforms(silentLog),
    ...{ clock, speed: SPEED, log: silentLog, meter: metrics.meter, feed: source.feed },
    decode: async (read, timeZone) => decodeSchedule(read, { timeZone }).conference,
    makeIndex: createTalkIndex,
    chance: { id: randomUUID, bytes: randomBytes, fraction: () => 0.5 },
    defaultSource: {
      ...{ key: keyOf('devroom'), address: 'https://example.org/devroom.json' },
      trust: 'operator',
    },
    stopwatch,
    ...{ refreshMinutes: 30, retentionDays: 30, owner: 'test' },
    everyMinute: (every) => {
      turn = every;
      return { stop: async () => undefined };
    },
  });
  await app.start(async () => [lobby.platform]);
  const hallway = await lobby.opened;
  let turns = 0;
  /** What waits for an answer waits by the clock. */
  const during = async <T>(work: Promise<T>): Promise<T> => {
    await clock.goTo(clock.now() + MINUTE_MS / 2);
    return work;
  };
  return {
    ...{ kysely: database.kysely, lobby, source },
    turns: () => turns,
    run: async (until: string) => {
      while (clock.now() < at(until)) {
        const turned = turn();
        turns += 1;
        await clock.goTo((Math.floor(clock.now() / MINUTE_MS) + 1) * MINUTE_MS);
        await turned;
      }
    },
    command: (command: string, args = {}, rest: { subcommand?: string; member?: string } = {}) => {
      const { subcommand, member = 'grace' } = rest;
      const caller = { ...grace, member };
      const sub = subcommand === undefined ? {} : { subcommand };
      return during(hallway.command({ kind: 'command', command, ...sub, args, caller }));
    },
    press: (id: string, member: string) =>
      during(hallway.press({ kind: 'press', id, caller: { ...grace, member } })),
    suggest: (text: string) =>
      hallway.suggest({
        kind: 'suggest',
        command: 'talk',
        option: 'query',
        text,
        caller: grace,
      }),
    page: async () => (await metrics.page(await app.vitals())).text,
    end: async () => {
      await app.stop();
      await database.close();
    },
  };
}

/** Refuses the channel `vault` for good, and everything while it is closed. */
function lobbyOf(clock: SteppedClock) {
  const { promise: opened, resolve: open } = Promise.withResolvers<Hallway>();
  const titles: string[] = [];
  const rests: number[] = [];
  let isResting = false;
  let closedUntil = 0;
  const take = (channel: string, title: string) => {
    if (channel === 'vault') throw new PlatformError('forbidden', 'permanent', 'No way in');
    const afterMs = (closedUntil - clock.now()) / SPEED;
    if (afterMs > 0) {
      if (!isResting) rests.push(closedUntil - clock.now());
      isResting = true;
      throw new PlatformError('rate-limited', 'retry', 'Closed', { afterMs, scope: 'lane' });
    }
    titles.push(title);
  };
  const { messenger } = idlePlatform('lobby');
  const platform = idlePlatform('lobby', {
    start: async (hallway) => open(hallway),
    channels: {
      inspect: async ({ channel }) => ({ kind: 'writable', name: channel }),
      ungranted: async () => [],
      measuredLimit: async () => UNLIMITED,
    },
    messenger: {
      ...messenger,
      send: async ({ target, card, attemptKey }) => {
        take(target.kind === 'channel' ? target.channel : target.member, card.title);
        return attemptKey;
      },
      edit: async (_id, { target, card }) => {
        take(target.kind === 'channel' ? target.channel : target.member, card.title);
      },
    },
  });
  return {
    ...{ platform, opened, titles },
    /** How long it had Hallway rest, each time. */
    rests,
    close: (until: string) => {
      closedUntil = at(until);
      isResting = false;
    },
  };
}

/** Lies there as the devroom, until it is changed or taken away. */
async function sourceOfDay() {
  const file = await readFile('data/fosdem-2020-containers.json', 'utf8');
  let bytes: string | undefined = file;
  return {
    feed: feedOf(async () => {
      if (bytes === undefined) throw new Error('The source is down');
      return { kind: 'fresh', bytes: Buffer.from(bytes), fingerprint: bytes, validators: {} };
    }),
    show: (change: (text: string) => string) => {
      bytes = change(file);
    },
    takeAway: () => {
      bytes = undefined;
    },
  };
}
