import { setTimeout as pause } from 'node:timers/promises';
import { createAgendaLedger } from '../../adapters/storage/agendaLedger.ts';
import { openDatabase } from '../../adapters/storage/database.ts';
import { createSubscriptions } from '../../adapters/storage/subscriptions.ts';
import { silentLog } from '../../src/log.ts';
import type { Instant } from '../../src/schedule/model.ts';
import { type Child, startChild } from './children.ts';
import { MOMENTS, type Orders } from './orders.ts';
import { createPlot, expectedLines, type Plot } from './plot.ts';
import { type Recorder, startRecorder } from './recorder.ts';

const FROM = Date.UTC(2020, 1, 1, 9);
const SPEED = 40;
const KEY = 'soak';
const PLATFORM = 'chat';
/** For what is left of the story, for leases to end and doubts to be asked about. */
const LONGEST_END_MS = 40_000;

export interface Outcome {
  readonly kills: number;
  readonly missing: readonly string[];
  readonly doubled: readonly string[];
}

export interface Stage {
  readonly plot: Plot;
  readonly recorder: Recorder;
  /** Starts the program; it lives until it dies by itself or is stopped. */
  start(death?: Orders['death']): Promise<Child>;
  isOver(): boolean;
  /** Waits until everything was said, or for so long that nothing more will be. */
  finish(): Promise<Omit<Outcome, 'kills'>>;
}

/**
 * One story told by programs that are killed one after the other, that many times
 * or until it is over; the last one lives on and tells the rest. `random` in `[0, 1)`.
 */
export async function soak(
  databaseUrl: string,
  most: number,
  random: () => number,
): Promise<Outcome> {
  return withStage(databaseUrl, async (stage) => {
    let kills = 0;
    while (kills < most && !stage.isOver()) {
      const moment = MOMENTS[Math.floor(random() * MOMENTS.length)] ?? 'after claiming';
      const after = 1 + Math.floor(random() * 3);
      const child = await stage.start({ moment, after });
      // Whoever does not come to that moment is killed at any other.
      await Promise.race([child.ended, pause(200 + random() * 1_300)]);
      await child.end('SIGKILL');
      kills += 1;
      stage.recorder.publish(Math.min(kills, stage.plot.versions));
    }
    stage.recorder.publish(stage.plot.versions);
    const last = await stage.start();
    const outcome = await stage.finish();
    await last.end('SIGTERM');
    return { kills, ...outcome };
  });
}

export async function withStage<T>(
  databaseUrl: string,
  play: (stage: Stage) => Promise<T>,
): Promise<T> {
  const plot = createPlot(FROM);
  const recorder = await startRecorder(plot);
  const children: Child[] = [];
  let now: Instant = FROM;
  await invite(databaseUrl, plot);
  try {
    return await play({
      plot,
      recorder,
      isOver: () => now >= plot.until,
      start: async (death) => {
        const orders: Orders = {
          ...{ databaseUrl, recorderUrl: recorder.url, from: now, speed: SPEED },
          ...(death === undefined ? {} : { death }),
        };
        const child = await startChild(orders, (instant) => {
          now = Math.max(now, instant);
        });
        children.push(child);
        return child;
      },
      finish: async () => {
        const expected = expectedLines(plot);
        for (let waited = 0; waited < LONGEST_END_MS; waited += 100) {
          if (missingFrom(recorder.lines(), expected).length === 0) break;
          await pause(100);
        }
        // A double would be on its way still.
        await pause(1_500);
        const lines = recorder.lines();
        return { missing: missingFrom(lines, expected), doubled: missingFrom(expected, lines) };
      },
    });
  } finally {
    for (const child of children) await child.end('SIGKILL');
    await recorder.stop();
  }
}

/** What is in `expected` more often than in `lines`. */
function missingFrom(lines: readonly string[], expected: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const line of lines) left.set(line, (left.get(line) ?? 0) + 1);
  return expected.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}

/** Channels that want to hear everything, and members who starred it all. */
async function invite(databaseUrl: string, plot: Plot): Promise<void> {
  const database = await openDatabase(databaseUrl, silentLog);
  const clock = { now: () => FROM, sleep: async () => undefined };
  const subscriptions = createSubscriptions(database.kysely);
  for (const channel of plot.channels) {
    await subscriptions.put({
      target: { kind: 'channel', platform: PLATFORM, community: 'us', channel },
      ...{ leadMinutes: 10, rooms: [], tracks: [], since: FROM },
      kinds: ['announcements', 'notices'],
    });
  }
  const { schedule } = JSON.parse(plot.schedule(0));
  const events: readonly { id: number; date: string; title: string }[] =
    schedule.conference.days[0].rooms.A;
  for (const id of plot.members) {
    const ref = { platform: PLATFORM, id };
    await createAgendaLedger(database, clock).write(async ({ members, stars }) => {
      await members.see({ ref, locale: 'en', seenAt: FROM }, id);
      for (const event of events.filter(({ title }) => plot.titles.includes(title))) {
        const star = { conference: KEY, talk: String(event.id), start: Date.parse(event.date) };
        await stars.add(ref, star, FROM);
      }
    });
  }
  await database.close();
}
