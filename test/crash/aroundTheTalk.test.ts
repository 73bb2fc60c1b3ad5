import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDatabase } from '../../adapters/storage/database/database.ts';
import { createStores } from '../../adapters/storage/stores.ts';
import { snooze } from '../../src/agenda/snooze.ts';
import { silentLog } from '../../src/log.ts';
import { forEachDatabase } from '../contracts/databases.ts';
import { keyOf } from '../support/names.ts';
import { type Life, prepareLife, type Spare } from './process.ts';
import { type Kept, type Recorder, startRecorder } from './recorder.ts';
import { type Orders, PLATFORMS } from './wire.ts';

/** The clock runs with the machine's, and each process is told where it stands: nothing is in a hurry. */
const SPEED = 1.01;
const HASTE = 20;
const LEASE_MS = 30_000 / HASTE;
const CONFERENCE = keyOf('crash');
const SUE = { kind: 'speaker', name: 'Sue' } as const;
const at = (clock: string) => Date.parse(`2020-02-01T${clock}Z`);
const PATIENCE = { timeout: 120_000 };

let recorder: Recorder;
/** The next process loads while another runs. */
let spare: Spare;
const lives: Life[] = [];

beforeEach(async () => {
  recorder = await startRecorder(() => 'answers');
  spare = prepareLife({});
});
afterEach(async () => {
  spare.discard();
  for (const life of lives) life.signal('SIGKILL');
  await recorder.close();
});

forEachDatabase('A program that is killed around a talk', ({ createUrl }) => {
  it('says each thing that was asked for once', { timeout: 500_000 }, async () => {
    await killAroundATalk(await createUrl());
  });
});

async function killAroundATalk(databaseUrl: string): Promise<void> {
  recorder.publish(schedule('v1', []));
  await withStores(databaseUrl, at('09:39:00'), seat);
  const live = (clock: string, end?: Orders['end']) => begin(databaseUrl, at(clock), end);

  // Reminders: it dies as one has arrived, and the next one asks what became of it and says the others.
  await dead(await live('09:41:00', { moment: 'sent', count: 1 }));
  const second = await live('09:41:30');
  await expect.poll(() => said().length, PATIENCE).toBe(4);
  await expect.poll(() => recorder.counts.fates, PATIENCE).toBeGreaterThan(0);
  await withStores(databaseUrl, at('09:42:00'), snoozeAll);
  second.signal('SIGKILL');
  await second.ended;

  // A version brings a recording and a talk by whom one follows: it dies before that is kept, and as something was said.
  recorder.publish(schedule('v2', [NEW]));
  await dead(await live('09:44:00', { moment: 'in a takeover', count: 1 }));
  expect(said()).toHaveLength(4);
  await dead(await live('09:47:30', { moment: 'sent', count: 2 }));
  const fifth = await live('09:48:00');
  await expect.poll(said, PATIENCE).toEqual(EXPECTED.filter((line) => !isAfterwards(line)));
  fifth.signal('SIGKILL');
  await fifth.ended;

  // The end of the hour, when it is asked and told: it dies as the tick is done, and as something was said.
  await dead(await live('10:01:00', { moment: 'in the tick', count: 1 }));
  await dead(await live('10:01:10', { moment: 'sent', count: 1 }));
  const last = await live('10:01:20');
  await expect.poll(said, PATIENCE).toEqual(EXPECTED);
  await new Promise((resolve) => setTimeout(resolve, 2 * LEASE_MS));
  last.signal('SIGTERM');
  expect(await last.ended).toBe(0);
  expect(said()).toEqual(EXPECTED);
}

/** Ada starred the talks and is asked how they were, Bob follows their speaker; both hear of recordings. */
const EXPECTED = PLATFORMS.flatMap((platform) => [
  ...['feedback', 'recording', 'reminder', 'reminder'].map((what) => `${platform} ada ${what}`),
  ...['news', 'recording', 'reminder', 'reminder'].map((what) => `${platform} bob ${what}`),
]);

const isAfterwards = (line: string) => /feedback|recording/.test(line);

function said(): readonly string[] {
  return recorder.kept.map(lineOf).toSorted();
}

function lineOf({ platform, target, first: { title } }: Kept): string {
  const who = target.kind === 'member' ? target.member : target.channel;
  const kinds = { 'starts in': 'reminder', 'New in': 'news', 'How was': 'feedback' };
  const kind = Object.entries(kinds).find(([words]) => new RegExp(words, 'i').test(title))?.[1];
  return `${platform} ${who} ${kind ?? (title === 'A recording is there' ? 'recording' : title)}`;
}

async function begin(databaseUrl: string, from: number, end?: Orders['end']): Promise<Life> {
  const orders = { databaseUrl, server: recorder.url, speed: SPEED, haste: HASTE };
  const ready = spare;
  spare = prepareLife({});
  const life = await ready.begin({ ...orders, ...(end && { end }) }, () => from);
  lives.push(life);
  return life;
}

async function dead(life: Life): Promise<void> {
  expect(await life.ended).toBe('SIGKILL');
}

async function withStores(
  databaseUrl: string,
  now: number,
  work: (stores: Stores, now: number) => Promise<unknown>,
): Promise<void> {
  const database = await openDatabase(databaseUrl, silentLog);
  try {
    await work(createStores(database, { now: () => now, sleep: async () => undefined }), now);
  } finally {
    await database.close();
  }
}

async function seat({ announcerWork, memberWork }: Stores, now: number): Promise<void> {
  await announcerWork.transaction(({ watermark }) => watermark.move(now));
  await memberWork.transaction(async ({ members, stars, follows }) => {
    for (const platform of PLATFORMS) {
      const [ada, bob] = ['ada', 'bob'].map((id) => ({ platform, id })) as [Ref, Ref];
      for (const ref of [ada, bob]) {
        await members.see({ ref, locale: 'en', seenAt: now }, `${platform} ${ref.id}`);
      }
      await members.change(ada, { wantsRecordings: true, wantsFeedback: true });
      await members.change(bob, { wantsRecordings: true });
      const talks = TALKS.map(({ id, start }) => ({ talk: String(id), start: at(`${start}:00`) }));
      for (const one of talks) await stars.add(ada, { conference: CONFERENCE, ...one }, now);
      const found = { version: 1, talks };
      await follows.add(bob, { conference: CONFERENCE, subject: SUE, found }, now);
    }
  });
}

/** All that were reminded press "Again in 5 min". */
async function snoozeAll({ memberWork }: Stores, now: number): Promise<void> {
  for (const platform of PLATFORMS) {
    for (const member of ['ada', 'bob']) {
      const to = { target: { kind: 'member', platform, member }, conference: CONFERENCE } as const;
      const reminder = { minutes: 5, start: at('09:50:00'), again: 1 };
      const { kind } = await memberWork.transaction(({ outbox }) =>
        snooze(outbox, to, reminder, now),
      );
      expect(kind).toBe('snoozed');
    }
  }
}

type Stores = ReturnType<typeof createStores>;

interface Ref {
  readonly platform: string;
  readonly id: string;
}

/** The first is over, the second is reminded of. */
const TALKS = [
  { id: 1, start: '09:05', links: [{ title: 'Feedback', url: 'https://feedback.example/1' }] },
  { id: 2, start: '09:50', links: [] },
] as const;
const NEW = { id: 3, start: '15:00', links: [] } as const;
const RECORDING = { title: 'Video recording', url: 'https://video.example/1' };

function schedule(version: string, more: readonly (typeof NEW)[]): string {
  const talks = [...TALKS, ...more].map(({ id, start, links }) => ({
    ...{ id, guid: `guid-${id}`, date: `2020-02-01T${start}:00+00:00`, start, duration: '00:20' },
    ...{ room: 'A', title: `Talk ${id}`, subtitle: '', track: 'Main', type: 'lecture' },
    ...{ language: 'en', abstract: '', description: '' },
    persons: [{ id: 1, public_name: 'Sue' }],
    links: [...links, ...(id === 1 && version !== 'v1' ? [RECORDING] : [])],
  }));
  const day = { day_start: '2020-02-01T08:00:00+00:00', day_end: '2020-02-02T04:00:00+00:00' };
  return JSON.stringify({
    schedule: {
      version,
      conference: {
        ...{ acronym: 'crash', title: 'Crash Days', daysCount: 1, timeslot_duration: '00:01' },
        ...{ start: '2020-02-01', end: '2020-02-01', time_zone_name: 'UTC' },
        days: [{ index: 1, date: '2020-02-01', ...day, rooms: { A: talks } }],
      },
    },
  });
}
