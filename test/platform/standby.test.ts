import { expect, onTestFinished, test } from 'vitest';
import { createConnectionLeases } from '../../adapters/storage/leases.ts';
import type { Clock } from '../../src/clock.ts';
import { ConfigError } from '../../src/config/error.ts';
import { silentLog } from '../../src/log.ts';
import type { Platform } from '../../src/platform/platform.ts';
import type { Hallway } from '../../src/platform/requests.ts';
import { standingBy } from '../../src/platform/standby.ts';
import type { ConnectionLeases } from '../../src/platform/tenure.ts';
import { idlePlatform } from '../support/idlePlatform.ts';
import { openMemory } from '../support/memory.ts';
import { type SteppedClock, steppedClock } from '../support/steppedClock.ts';

const SECOND = 1_000;
const unasked = () => Promise.reject(new Error('unasked'));
const HALLWAY: Hallway = {
  command: unasked,
  ask: unasked,
  press: unasked,
  remind: unasked,
  reader: unasked,
  suggest: unasked,
};

interface Process {
  readonly platform: Platform;
  /** What its connections did, in order. */
  readonly story: readonly string[];
  start(): Promise<void>;
  /** Whether it would answer what is heard now. */
  answers(): boolean;
}

interface House {
  readonly clock: SteppedClock;
  readonly leases: ConnectionLeases;
  /** A process with the connection `line`, which hears of the database through `leases`. */
  process(owner: string, own?: Own): Process;
}

interface Own {
  readonly leases?: ConnectionLeases;
  readonly check?: () => Promise<void>;
  readonly connect?: () => Promise<void>;
  readonly connection?: string;
  readonly clock?: Clock;
}

async function house(): Promise<House> {
  const clock = steppedClock(0);
  const database = await openMemory();
  onTestFinished(() => database.close());
  const shared = createConnectionLeases(database.kysely);
  return {
    clock,
    leases: shared,
    process: (owner, own = {}) => {
      const { leases = shared, check = async () => {}, connect = async () => {} } = own;
      const story: string[] = [];
      let newest = () => false;
      const make = (isOurs: () => boolean) => {
        newest = isOurs;
        let isConnected = false;
        return idlePlatform('chat', {
          start: async () => {
            story.push('connects');
            await connect();
            isConnected = true;
          },
          stop: async () => {
            story.push('lets go');
            isConnected = false;
          },
          readiness: () => (isConnected ? 'ready' : 'away'),
        });
      };
      const { connection = 'line', clock: ownClock = clock } = own;
      const line = { leases, connection, owner, clock: ownClock };
      const parts = { ...line, speed: 1, log: silentLog, check, make };
      const platform = standingBy(parts);
      return { platform, story, start: () => platform.start(HALLWAY), answers: () => newest() };
    },
  };
}

/** Leases through a database that can hang, fail, or be what it is. */
function moody(leases: ConnectionLeases) {
  let mood: 'well' | 'hangs' | 'fails' = 'well';
  const feel = () => {
    if (mood === 'hangs') return new Promise<never>(() => undefined);
    return mood === 'fails' ? Promise.reject(new Error('away')) : undefined;
  };
  const through: ConnectionLeases = {
    hold: async (...asked) => (await feel()) ?? leases.hold(...asked),
    release: async (...asked) => (await feel()) ?? leases.release(...asked),
  };
  return {
    through,
    be: (now: typeof mood) => {
      mood = now;
    },
  };
}

test('one process connects, and the other has started once it stands by', async () => {
  const { clock, process } = await house();
  const [first, second] = [process('first'), process('second')];
  await first.start();
  await second.start();
  await clock.goTo(120 * SECOND);

  expect([first, second].map(({ story }) => story)).toEqual([['connects'], []]);
  expect([first, second].map(({ platform }) => platform.readiness())).toEqual(['ready', 'standby']);
  expect([first, second].map((each) => each.answers())).toEqual([true, false]);
});

test('a process that stops gives the connection to the other at its next look', async () => {
  const { clock, process } = await house();
  const [first, second] = [process('first'), process('second')];
  await first.start();
  await second.start();
  await clock.goTo(10 * SECOND);
  await first.platform.stop();
  await clock.goTo(11 * SECOND);

  expect(first.story).toEqual(['connects', 'lets go']);
  expect(second.story).toEqual(['connects']);
  expect(second.platform.readiness()).toBe('ready');
  expect([first, second].map((each) => each.answers())).toEqual([false, true]);
});

test('a process that dies without a word is followed within 16 seconds, and never before it may be', async () => {
  const { clock, leases, process } = await house();
  await leases.hold('line', 'dead', 0, 15 * SECOND);
  const heir = process('heir');
  await heir.start();
  await clock.goTo(15 * SECOND - 1);
  expect(heir.story).toEqual([]);
  await clock.goTo(16 * SECOND);
  expect(heir.story).toEqual(['connects']);
});

test('a process that stood still answers nothing of what it hears first, and connects anew later', async () => {
  const { clock, leases, process } = await house();
  let stoodStillMs = 0;
  const own: Clock = { ...clock, now: () => clock.now() + stoodStillMs };
  const sleeper = process('sleeper', { clock: own });
  await sleeper.start();
  // Another took its place meanwhile; what came over the wire is heard before any timer.
  stoodStillMs = 15 * SECOND;
  expect(await leases.hold('line', 'heir', 15 * SECOND, 30 * SECOND)).toBe(true);
  expect(sleeper.answers()).toBe(false);

  await clock.goTo(5 * SECOND);
  expect(sleeper.story).toEqual(['connects', 'lets go']);
  expect(sleeper.platform.readiness()).toBe('standby');
  await leases.release('line', 'heir');
  await clock.goTo(6 * SECOND);
  expect(sleeper.story).toEqual(['connects', 'lets go', 'connects']);
});

test('a process that learns that another has the connection lets go at once', async () => {
  const { clock, leases, process } = await house();
  const first = process('first');
  await first.start();
  // As by a clock that is ahead of ours.
  await leases.hold('line', 'ahead', 15 * SECOND, 30 * SECOND);
  await clock.goTo(4 * SECOND);
  expect(first.story).toEqual(['connects', 'lets go']);
  expect(first.answers()).toBe(false);
});

test.each(['hangs', 'fails'] as const)(
  'a process whose database %s lets go before another can have the connection',
  async (mood) => {
    const { clock, leases, process } = await house();
    const { through, be } = moody(leases);
    const cutOff = process('cut off', { leases: through });
    const heir = process('heir');
    await cutOff.start();
    await heir.start();
    be(mood);
    await clock.goTo(14 * SECOND - 1);
    expect(cutOff.answers()).toBe(true);
    await clock.goTo(14 * SECOND);
    expect([cutOff.answers(), heir.answers()]).toEqual([false, false]);
    expect(cutOff.story).toEqual(['connects', 'lets go']);
    await clock.goTo(16 * SECOND);
    expect(heir.story).toEqual(['connects']);

    be('well');
    await clock.goTo(60 * SECOND);
    expect(cutOff.platform.readiness()).toBe('standby');
    expect(cutOff.story).toEqual(['connects', 'lets go']);
  },
);

test('a database that is away for a moment costs nobody the connection', async () => {
  const { clock, leases, process } = await house();
  const { through, be } = moody(leases);
  const one = process('one', { leases: through });
  await one.start();
  be('fails');
  await clock.goTo(12 * SECOND);
  be('well');
  await clock.goTo(60 * SECOND);
  expect(one.story).toEqual(['connects']);
  expect(one.answers()).toBe(true);
});

test('what a process stands by with is looked at when it begins to, and refused in words', async () => {
  const { process } = await house();
  const refusal = new ConfigError([() => 'The token was refused.']);
  await process('first').start();
  const second = process('second', { check: () => Promise.reject(refusal) });
  await expect(second.start()).rejects.toBe(refusal);
  expect(second.story).toEqual([]);
});

test('what is refused at the first connection ends the start, and leaves the connection to others', async () => {
  const { process } = await house();
  const refusal = new ConfigError([() => 'The token was refused.']);
  const first = process('first', { connect: () => Promise.reject(refusal) });
  await expect(first.start()).rejects.toBe(refusal);
  const second = process('second');
  await second.start();
  expect(second.story).toEqual(['connects']);
});

test('what is refused at a takeover is tried again after a minute, and left to others until then', async () => {
  const { clock, leases, process } = await house();
  await leases.hold('line', 'dead', 0, 15 * SECOND);
  let isRefused = true;
  const heir = process('heir', {
    connect: async () => {
      if (isRefused) throw new Error('refused');
    },
  });
  await heir.start();
  await clock.goTo(20 * SECOND);
  expect(heir.story).toEqual(['connects', 'lets go']);
  expect(await leases.hold('line', 'third', 20 * SECOND, 21 * SECOND)).toBe(true);
  isRefused = false;
  await clock.goTo(80 * SECOND);
  expect(heir.story).toEqual(['connects', 'lets go', 'connects']);
});

test('other connections are other owners’', async () => {
  const { process } = await house();
  const [first, second] = [process('first'), process('second', { connection: 'another line' })];
  await first.start();
  await second.start();
  expect([first, second].map(({ story }) => story)).toEqual([['connects'], ['connects']]);
});

test('a process can be stopped while it stands by', async () => {
  const { process } = await house();
  const [first, second] = [process('first'), process('second')];
  await first.start();
  await second.start();
  await second.platform.stop();
  expect(second.story).toEqual([]);
  expect(first.answers()).toBe(true);
});
