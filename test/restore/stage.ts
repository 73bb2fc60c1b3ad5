import { createMemberWork } from '../../adapters/storage/members/memberWork.ts';
import { createStores } from '../../adapters/storage/stores.ts';
import { createAnnouncing } from '../../src/app/announcing.ts';
import { type Clock, type Instant, MINUTE_MS, stopwatch } from '../../src/clock.ts';
import { STANDING_PACE } from '../../src/courier/pace.ts';
import { silentMeter } from '../../src/log/meter.ts';
import { silentLog } from '../../src/log.ts';
import type { Conference } from '../../src/schedule/schedule.ts';
import { sourceOf } from '../../src/schedule/source.ts';
import { createTitleScan } from '../../src/search/titleScan.ts';
import type { Databases } from '../contracts/databases.ts';
import { feedOf } from '../support/feeds.ts';
import type { Hall } from './halls.ts';

const SOURCE = sourceOf('https://conference.example/schedule', undefined, 'operator');

/** What a source shows, from when on. */
export interface Edition {
  readonly from: Instant;
  readonly conference: Conference;
}

/** Everything that Hallway does by itself, in a database, minute by minute. */
export interface Program {
  /** One channel hears everything; one member starred these talks and wants the list. */
  seat(stars: readonly string[]): Promise<void>;
  /** A turn of the cron each minute of `[from, until)`, and all that leaves then. */
  run(from: Instant, until: Instant): Promise<void>;
  stop(): Promise<void>;
}

export async function startProgram(
  url: string,
  open: Databases['open'],
  hall: Hall,
  editions: readonly Edition[],
): Promise<Program> {
  const database = await open(url);
  let now: Instant = editions[0]?.from ?? 0;
  const clock: Clock = { now: () => now, sleep: untilAborted };
  // Nothing waits while the clock stands.
  const messenger = { ...hall.messenger, spacing: () => 0 };
  const stores = createStores(database, clock, messenger.lane);
  const shown = () => editions.findLastIndex(({ from }) => from <= now);
  const { announcer, courier, keeper } = createAnnouncing({
    ...stores,
    ...{
      clock,
      defaultSource: SOURCE,
      log: silentLog,
      meter: silentMeter,
      owner: 'us',
      pace: STANDING_PACE,
    },
    messengers: new Map([[hall.name, messenger]]),
    feed: feedOf(async () => {
      const fingerprint = String(shown());
      return { kind: 'fresh', bytes: Buffer.from(fingerprint), fingerprint, validators: {} };
    }),
    stopwatch,
    decode: async (bytes) => {
      const edition = editions[Number(Buffer.from(bytes).toString())];
      if (edition === undefined) throw new Error('The source shows nothing yet');
      return edition.conference;
    },
    random: () => 0,
    refreshMinutes: 5,
    indexing: {
      makeIndex: createTitleScan,
      signal: new AbortController().signal,
      log: silentLog,
    },
  });
  return {
    seat: async (stars) => {
      const since = now;
      const kinds = ['announcements', 'notices'] as const;
      await stores.subscriptions.put({
        ...{ target: hall.channel, leadMinutes: 10, rooms: [], tracks: [], kinds },
        ...{ language: 'en', since },
      });
      const { conference } = await keeper.open(SOURCE);
      await createMemberWork(database, clock).transaction(async ({ members, stars: own }) => {
        const community = { platform: hall.name, id: hall.channel.community };
        const ref = hall.member;
        await members.see({ ref, locale: 'en', community: community.id, seenAt: now }, 'ada');
        for (const { id, start } of conference.talks) {
          if (!stars.includes(id)) continue;
          await own.add(ref, { conference: SOURCE.key, talk: id, community, start }, now);
        }
      });
    },
    run: async (from, until) => {
      now = from;
      await keeper.open(SOURCE);
      for (; now < until; now += MINUTE_MS) {
        // What waited is there before anything is planned or read anew, as at a start.
        await courier.drain();
        await keeper.adopt();
        await announcer.tick();
        await keeper.refreshDue();
        await courier.drain();
      }
    },
    stop: () => database.close(),
  };
}

/** A clock on which nothing times out. */
function untilAborted(_durationMs: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal?.addEventListener('abort', () => resolve()));
}
