import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, vi } from 'vitest';
import { openDatabase } from '../../adapters/storage/database/database.ts';
import { createStores } from '../../adapters/storage/stores.ts';
import { silentLog } from '../../src/log.ts';
import type { Moment } from './moments.ts';
import { type Life, prepareLife, type Spare } from './process.ts';
import { type Kept, type Recorder, startRecorder } from './recorder.ts';
import type { Orders } from './wire.ts';

/** The clock runs with the machine's, and each process is told where it stands: nothing is in a hurry. */
const SPEED = 1.01;
const HASTE = 20;
const LEASE_MS = 30_000 / HASTE;
const PATIENCE = { timeout: 120_000, interval: 50 };

export const at = (clock: string) => Date.parse(`2020-02-01T${clock}Z`);

export type Stores = ReturnType<typeof createStores>;

/** A database, a platform, and one program after the other at given times of one day. */
export interface Around {
  readonly recorder: Recorder;
  /** Another process does that, which is through with it before the next program begins. */
  act(clock: string, work: (stores: Stores, now: number) => Promise<unknown>): Promise<void>;
  /** A program begins, and dies as it has met that moment so often. */
  die(clock: string, moment: Moment, count?: number): Promise<void>;
  /** A program begins; it is killed once `until` holds, which is tried again and again. */
  live(clock: string, until: () => void): Promise<void>;
  /** A program begins, says nothing that breaks `until` for two leases, and ends as it is asked to. */
  end(clock: string, until: () => void): Promise<void>;
  /** Everything that arrived, in the words of `lineOf`, in their order. */
  said(lineOf: (kept: Kept) => string): readonly string[];
}

/** In a SQLite file of its own, unless told. */
export async function openAround(schedule: string, url?: string): Promise<Around> {
  const folder = await mkdtemp(join(tmpdir(), 'hallway-'));
  const databaseUrl = url ?? `sqlite:${join(folder, 'hallway.sqlite')}`;
  const recorder = await startRecorder(() => 'answers');
  recorder.publish(schedule);
  // The next process loads while another runs.
  let spare: Spare | undefined = prepareLife({});
  const lives: Life[] = [];
  onTestFinished(async () => {
    spare?.discard();
    for (const life of lives) life.signal('SIGKILL');
    await recorder.close();
    await rm(folder, { recursive: true });
  });
  const begin = async (
    clock: string,
    { end, isLast = false }: { end?: Orders['end']; isLast?: boolean } = {},
  ): Promise<Life> => {
    const orders = { databaseUrl, server: recorder.url, speed: SPEED, haste: HASTE };
    const ready = spare ?? prepareLife({});
    spare = isLast ? undefined : prepareLife({});
    const life = await ready.begin({ ...orders, ...(end && { end }) }, () => at(clock));
    lives.push(life);
    return life;
  };
  return {
    recorder,
    act: async (clock, work) => {
      const now = at(clock);
      const database = await openDatabase(databaseUrl, silentLog);
      try {
        await work(createStores(database, { now: () => now, sleep: async () => undefined }), now);
      } finally {
        await database.close();
      }
    },
    die: async (clock, moment, count = 1) => {
      const life = await begin(clock, { end: { moment, count } });
      await vi.waitFor(() => expect(life.hasEnded()).toBe(true), PATIENCE);
      expect(await life.ended).toBe('SIGKILL');
      await vi.waitFor(() => expect(recorder.isQuiet()).toBe(true), PATIENCE);
    },
    live: async (clock, until) => {
      const life = await begin(clock);
      await vi.waitFor(until, PATIENCE);
      life.signal('SIGKILL');
      await life.ended;
      await vi.waitFor(() => expect(recorder.isQuiet()).toBe(true), PATIENCE);
      until();
    },
    end: async (clock, until) => {
      const life = await begin(clock, { isLast: true });
      await vi.waitFor(until, PATIENCE);
      await new Promise((resolve) => setTimeout(resolve, 2 * LEASE_MS));
      life.signal('SIGTERM');
      expect(await life.ended).toBe(0);
      until();
    },
    said: (lineOf) => recorder.kept.map(lineOf).toSorted(),
  };
}

export interface Event {
  readonly id: number;
  readonly start: string;
  readonly room?: string;
  readonly by?: string;
  readonly title?: string;
  readonly links?: readonly { readonly title: string; readonly url: string }[];
}

/** Twenty minutes each, as c3voc JSON. */
export function scheduleOf(
  version: string,
  events: readonly Event[],
  title = 'Crash Days',
): string {
  const talks = events.map(({ id, start, title = `Talk ${id}`, ...event }) => {
    const { room = 'A', by = 'Sue', links = [] } = event;
    return {
      ...{ id, guid: `guid-${id}`, date: `2020-02-01T${start}:00+00:00`, start, duration: '00:20' },
      ...{ room, title, subtitle: '', track: 'Main', type: 'lecture' },
      ...{ language: 'en', abstract: '', description: '', links },
      persons: [{ id: by.length, public_name: by }],
    };
  });
  const rooms = Object.groupBy(talks, ({ room }) => room);
  const day = { day_start: '2020-02-01T08:00:00+00:00', day_end: '2020-02-02T04:00:00+00:00' };
  return JSON.stringify({
    schedule: {
      version,
      conference: {
        ...{ acronym: 'crash', title, daysCount: 1, timeslot_duration: '00:01' },
        ...{ start: '2020-02-01', end: '2020-02-01', time_zone_name: 'UTC' },
        days: [{ index: 1, date: '2020-02-01', ...day, rooms }],
      },
    },
  });
}
