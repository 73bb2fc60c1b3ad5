import { describe, expect, it, onTestFinished } from 'vitest';
import type { Database } from '../../adapters/storage/database/database.ts';
import { createStores } from '../../adapters/storage/stores.ts';
import type { Disk } from '../../src/app/operator.ts';
import { createWatch } from '../../src/app/watch.ts';
import { type Clock, HOUR_MS, type Instant, MINUTE_MS } from '../../src/clock.ts';
import { createCourier } from '../../src/courier/courier.ts';
import { STANDING_PACE } from '../../src/courier/pace.ts';
import { createCompose } from '../../src/courier/wording/compose.ts';
import { silentMeter } from '../../src/log/meter.ts';
import { silentLog } from '../../src/log.ts';
import type { Messenger } from '../../src/platform/messenger.ts';
import { PlatformError } from '../../src/platform/refusal.ts';
import type { Target } from '../../src/platform/target.ts';
import type { SourceProblem } from '../../src/schedule/keeping/kept.ts';
import { sourceOf } from '../../src/schedule/source.ts';
import { type Hall, openDiscord, openSlack } from '../restore/halls.ts';
import { idlePlatform } from '../support/idlePlatform.ts';
import { at } from '../support/instants.ts';
import { alone } from '../support/programmes.ts';
import { forEachDatabase } from './databases.ts';

const BEGIN = at('2027-02-06T10:00Z');
const LOBBY: Target = {
  ...{ kind: 'channel', platform: 'lobby', community: 'harbour', channel: 'engine' },
};
const SOURCE = sourceOf('https://conference.example/schedule', undefined, 'operator');
const ROOM: Disk = { freeBytes: 2 ** 34, totalBytes: 2 ** 36 };
const NO_ROOM: Disk = { freeBytes: 2 ** 20, totalBytes: 2 ** 36 };

/** One place that messages go to, and a clock that all processes share. */
function openPlace(messenger: Messenger, target: Target) {
  let now = BEGIN;
  // Nothing waits while the clock stands, and nothing times out.
  const clock: Clock = { now: () => now, sleep: untilAborted };
  return {
    clock,
    target,
    messenger: { ...messenger, spacing: () => 0 },
    /** Whether the database is there, for all. */
    isDatabaseThere: true,
    /** Whoever looks every minute, in that order, and after them each message leaves. */
    pass: async (minutes: number, ...processes: readonly { turn(): Promise<void> }[]) => {
      for (let minute = 0; minute < minutes; minute += 1) {
        now += MINUTE_MS;
        for (const one of processes) await one.turn();
      }
    },
  };
}

type Place = ReturnType<typeof openPlace>;

/** Hallway, but for what it is there for: it ticks, watches and sends. */
function startProcess(place: Place, database: Database, owner: string) {
  const { clock, messenger, target } = place;
  const stores = createStores(database, clock, messenger.lane);
  const messengers = new Map([[target.platform, messenger]]);
  const state = { isReady: true, isTicking: true, disk: ROOM, language: 'en' };
  // What it read since it was begun.
  const read = {
    checkedAt: BEGIN as Instant | undefined,
    problem: undefined as SourceProblem | undefined,
  };
  const watch = createWatch({
    ...stores,
    operator: {
      target,
      language: state.language,
      work: stores.operatorWork,
      check: async () => {
        if (!place.isDatabaseThere) throw new Error('The database is away');
      },
      disk: async () => state.disk,
    },
    platforms: {
      messengers,
      readiness: () => ({ [target.platform]: state.isReady ? 'ready' : 'away' }),
      channelsOf: () => undefined,
    },
    conference: SOURCE.key,
    keeper: {
      status: () => ({ source: SOURCE, number: 1, takenAt: BEGIN, ...read }),
      get: () => undefined,
    },
    ...{ clock, log: silentLog, owner },
  });
  const courier = createCourier({
    ...stores,
    ...{ messengers, clock, log: silentLog, meter: silentMeter, owner, pace: STANDING_PACE },
    compose: createCompose({ ...stores, programmes: { ...alone, get: async () => undefined } }),
  });
  return Object.assign(state, {
    read,
    turn: async () => {
      await watch.look();
      if (!place.isDatabaseThere) return;
      if (state.isTicking) {
        await stores.announcerWork.transaction(({ watermark }) => watermark.move(clock.now()));
      }
      if (state.isReady) await courier.drain();
    },
    stop: watch.stop,
  });
}

/** A platform that notes what it is told. */
function openLobby() {
  const heard: string[] = [];
  const { messenger } = idlePlatform('lobby');
  const send: Messenger['send'] = async ({ card, attemptKey }) => {
    heard.push(card.summary);
    return attemptKey;
  };
  return { heard, messenger: { ...messenger, send } };
}

forEachDatabase('the operator', ({ open }) => {
  it('hears once of each trouble that several processes see, and once that it is over', async () => {
    const { heard, messenger } = openLobby();
    const place = openPlace(messenger, LOBBY);
    const database = await open();
    const [one, other] = [
      startProcess(place, database, 'one'),
      startProcess(place, database, 'other'),
    ];
    await place.pass(3, one, other);
    expect(heard).toEqual([]);

    one.disk = NO_ROOM;
    other.disk = NO_ROOM;
    await place.pass(5, one, other);
    expect(heard).toEqual(['The disk is nearly full: Sat 6 Feb, 10:04, 1 min ago']);

    one.disk = ROOM;
    await place.pass(5, other, one);
    other.disk = ROOM;
    await place.pass(10, one, other);
    expect(heard.slice(1)).toEqual(['The disk has room again: 9 min, from 10:04 to 10:13']);
  });

  it('hears it once from processes that look at the very same moment', async () => {
    const { heard, messenger } = openLobby();
    const place = openPlace(messenger, LOBBY);
    const database = await open();
    const processes = ['one', 'two', 'three', 'four'].map((owner) =>
      startProcess(place, database, owner),
    );
    await place.pass(1, ...processes);
    for (const process of processes) process.disk = NO_ROOM;
    await Promise.all(processes.map((process) => process.turn()));
    for (const process of processes) process.disk = ROOM;
    for (let minute = 0; minute < 5; minute += 1) {
      await place.pass(1);
      await Promise.all(processes.map((process) => process.turn()));
    }
    expect(heard).toHaveLength(2);
  });

  it('hears nothing anew from one that is begun anew, and that what lasted meanwhile is over', async () => {
    const { heard, messenger } = openLobby();
    const place = openPlace(messenger, LOBBY);
    const database = await open();
    for (const owner of ['one', 'two', 'three']) {
      const life = startProcess(place, database, owner);
      life.disk = NO_ROOM;
      await place.pass(1, life);
    }
    expect(heard).toHaveLength(1);
    await place.pass(5, startProcess(place, database, 'four'));
    expect(heard.slice(1)).toEqual(['The disk has room again: 2 min, from 10:01 to 10:03']);
  });

  it('hears of missed ticks while Hallway runs, and of those for which it did not run', async () => {
    const { heard, messenger } = openLobby();
    const place = openPlace(messenger, LOBBY);
    const database = await open();
    const life = startProcess(place, database, 'one');
    await place.pass(2, life);
    life.isTicking = false;
    await place.pass(2, life);
    expect(heard).toEqual(['A tick was missed: Sat 6 Feb, 10:02, 2 min ago']);
    life.isTicking = true;
    await place.pass(8, life);
    expect(heard.slice(1)).toEqual(['Ticks come every minute again: 3 min, from 10:02 to 10:05']);

    await place.pass(HOUR_MS / MINUTE_MS);
    await place.pass(5, startProcess(place, database, 'two'));
    expect(heard.slice(2)).toEqual([
      'A tick was missed: Sat 6 Feb, 10:12, 1 h 1 min ago',
      'Ticks come every minute again: 1 h 1 min, from 10:12 to 11:13',
    ]);
  });

  it('hears of a platform that was away when it is back, and not of what was late on it', async () => {
    const { heard, messenger } = openLobby();
    const place = openPlace(messenger, LOBBY);
    const life = startProcess(place, await open(), 'one');
    await place.pass(1, life);
    life.isReady = false;
    await place.pass(20, life);
    expect(heard).toEqual([]);
    life.isReady = true;
    await place.pass(1, life);
    expect(heard).toEqual(['Lobby cannot be reached: Sat 6 Feb, 10:02, 20 min ago']);
    await place.pass(5, life);
    expect(heard.slice(1)).toEqual(['Lobby can be reached again: 19 min, from 10:02 to 10:21']);
  });

  it('hears once that the schedule of its own is not believed, over restarts, and when it is', async () => {
    const { heard, messenger } = openLobby();
    const place = openPlace(messenger, LOBBY);
    const database = await open();
    const [one, other] = [
      startProcess(place, database, 'one'),
      startProcess(place, database, 'other'),
    ];
    await place.pass(2, one, other);
    const problem = { kind: 'shrunken', lost: 40, of: 100, since: place.clock.now() } as const;
    one.read.problem = problem;
    await place.pass(2, one, other);
    const begun = 'A new version of what SCHEDULE names looks wrong';
    expect(heard).toEqual([`${begun}: Sat 6 Feb, 10:02, 1 min ago`]);

    // Begun anew, they know nothing before they have asked, and then the same, or that it is not reached.
    const third = startProcess(place, database, 'third');
    third.read.checkedAt = undefined;
    await place.pass(4, third);
    const since = place.clock.now();
    third.read.checkedAt = place.clock.now();
    third.read.problem = { kind: 'unreadable', reason: 'It is not there', since };
    await place.pass(4, third);
    third.read.problem = { ...problem, since: place.clock.now() };
    await place.pass(2, third);
    expect(heard).toHaveLength(1);

    third.read.problem = undefined;
    await place.pass(3, third);
    const over = 'What SCHEDULE names is in use as it is again';
    expect(heard.slice(1)).toEqual([`${over}: 12 min, from 10:02 to 10:14`]);
  });

  it('hears once that the schedule of its own was not read for half an hour', async () => {
    const { heard, messenger } = openLobby();
    const place = openPlace(messenger, LOBBY);
    const life = startProcess(place, await open(), 'one');
    const since = place.clock.now() - 27 * MINUTE_MS;
    life.read.problem = { kind: 'unreadable', reason: 'It is not there', since };
    await place.pass(2, life);
    expect(heard).toEqual([]);
    await place.pass(2, life);
    life.read.problem = undefined;
    await place.pass(3, life);
    expect(heard).toEqual([
      'The schedule that SCHEDULE names cannot be read: Sat 6 Feb, 09:33, 30 min ago',
      'The schedule that SCHEDULE names can be read again: 31 min, from 09:33 to 10:04',
    ]);
  });

  it('hears in one message what began and was over while nobody could tell them', async () => {
    const { heard, messenger } = openLobby();
    const place = openPlace(messenger, LOBBY);
    const life = startProcess(place, await open(), 'one');
    await place.pass(1, life);
    life.isReady = false;
    life.disk = NO_ROOM;
    await place.pass(1, life);
    life.disk = ROOM;
    await place.pass(3, life);
    life.isReady = true;
    await place.pass(1, life);
    expect(heard).toEqual(['The disk has room again: 1 min, from 10:02 to 10:02']);
  });
});

forEachDatabase('a database that is away', ({ open }) => {
  async function openTwo() {
    const lobby = openLobby();
    const place = openPlace(lobby.messenger, LOBBY);
    const database = await open();
    const processes = [
      startProcess(place, database, 'one'),
      startProcess(place, database, 'two'),
    ] as const;
    await place.pass(3, ...processes);
    return { ...lobby, place, database, processes };
  }

  it('is said by one process alone while it lasts, and that it is back as everything else', async () => {
    const { heard, place, processes } = await openTwo();
    place.isDatabaseThere = false;
    await place.pass(12, ...processes);
    expect(heard).toEqual(['The database does not answer: Sat 6 Feb, 10:04, 1 min ago']);
    place.isDatabaseThere = true;
    await place.pass(10, ...processes);
    expect(heard.slice(1)).toEqual(['The database answers again: 12 min, from 10:04 to 10:16']);
  });

  it('is not said when it is back a minute later', async () => {
    const { heard, place, processes } = await openTwo();
    for (let turn = 0; turn < 5; turn += 1) {
      place.isDatabaseThere = false;
      await place.pass(1, ...processes);
      place.isDatabaseThere = true;
      await place.pass(6, ...processes);
    }
    expect(heard).toEqual([]);
  });

  it('is not said again for each time that it comes and goes', async () => {
    const { heard, place, processes } = await openTwo();
    for (let turn = 0; turn < 5; turn += 1) {
      place.isDatabaseThere = false;
      await place.pass(3, ...processes);
      place.isDatabaseThere = true;
      await place.pass(2, ...processes);
    }
    expect(heard).toHaveLength(1);
    await place.pass(8, ...processes);
    expect(heard.slice(1)).toEqual(['The database answers again: 23 min, from 10:04 to 10:27']);
  });

  it('is told by its end alone where nobody could say it', async () => {
    const { heard, place, processes } = await openTwo();
    const { messenger } = place;
    const send = messenger.send;
    messenger.send = async () => {
      throw new PlatformError('unavailable', 'unknown', 'Perhaps');
    };
    place.isDatabaseThere = false;
    await place.pass(4, ...processes);
    messenger.send = send;
    await place.pass(4, ...processes);
    place.isDatabaseThere = true;
    await place.pass(8, ...processes);
    expect(heard).toEqual(['The database answers again: 8 min, from 10:04 to 10:12']);
  });

  it('is not said by one that stood still while another took its place', async () => {
    const { heard, place, processes } = await openTwo();
    const [, other] = processes;
    await place.pass(5, other);
    place.isDatabaseThere = false;
    await place.pass(4, ...processes);
    expect(heard).toEqual(['The database does not answer: Sat 6 Feb, 10:09, 1 min ago']);
  });

  it('is not said by one that stood still on the way, and has looked at it again before it says it', async () => {
    const { heard, place, processes } = await openTwo();
    const { messenger } = place;
    const send = messenger.send;
    let stillMinutes = 5;
    messenger.send = async (dispatch, signal, isOurs) => {
      await place.pass(stillMinutes);
      if (!isOurs()) throw new PlatformError('unavailable', 'retry', 'Held back');
      return send(dispatch, signal, isOurs);
    };
    place.isDatabaseThere = false;
    await place.pass(2, ...processes);
    expect(heard).toEqual([]);
    stillMinutes = 0;
    await place.pass(1, ...processes);
    expect(heard).toEqual(['The database does not answer: Sat 6 Feb, 10:04, 7 min ago']);
  });

  it('is said when the platform takes it, where it surely did not before', async () => {
    const { heard, place, processes } = await openTwo();
    const { messenger } = place;
    const send = messenger.send;
    messenger.send = async () => {
      throw new PlatformError('unavailable', 'retry', 'Away as well');
    };
    place.isDatabaseThere = false;
    await place.pass(4, ...processes);
    messenger.send = send;
    await place.pass(4, ...processes);
    expect(heard).toEqual(['The database does not answer: Sat 6 Feb, 10:04, 4 min ago']);
  });
});

describe.each([
  ['Discord', openDiscord],
  ['Slack', openSlack],
] as const)('On %s', (_, openHall) => {
  forEachDatabase('a day with a full disk and a database that goes away', ({ open }) => {
    it.each([
      ['a channel', (hall: Hall) => [hall.channel, hall.inChannel] as const],
      [
        'a person',
        (hall: Hall) =>
          [{ kind: 'member', platform: hall.name, member: hall.member.id }, hall.toMember] as const,
      ],
    ])('is told to %s', async (_whom, choose) => {
      const hall = await openHall();
      onTestFinished(() => hall.stop());
      const [target, heard] = choose(hall);
      const place = openPlace(hall.messenger, target);
      const database = await open();
      const life = startProcess(place, database, 'one');
      await place.pass(2, life);
      life.disk = NO_ROOM;
      await place.pass(3, life);
      place.isDatabaseThere = false;
      await place.pass(3, life);
      place.isDatabaseThere = true;
      life.disk = ROOM;
      await place.pass(2, life);
      // Begun anew on the way, it goes on where it was.
      await life.stop();
      await place.pass(4, startProcess(place, database, 'two'));

      const titles = heard().map((text) => text.split('\n')[0]?.replace(/^[#*\s]+|[*\s]+$/g, ''));
      expect(titles.toSorted()).toEqual([
        'The database answers again',
        'The database does not answer',
        'The disk has room again',
        'The disk is nearly full',
      ]);
      expect(hall.violations()).toEqual([]);
    });
  });
});

/** A clock on which nothing times out. */
function untilAborted(_durationMs: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal?.addEventListener('abort', () => resolve()));
}
