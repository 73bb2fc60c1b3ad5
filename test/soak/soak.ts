import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createAgendaLedger } from '../../adapters/storage/agendaLedger.ts';
import { openDatabase } from '../../adapters/storage/database.ts';
import { createSubscriptions } from '../../adapters/storage/subscriptions.ts';
import { silentLog } from '../../src/log.ts';
import type { Instant } from '../../src/schedule/model.ts';
import { MOMENTS, type Orders } from './orders.ts';
import { createPlot, expectedLines, type Plot } from './plot.ts';
import { type Recorder, startRecorder } from './recorder.ts';

const CHILD = resolve(import.meta.dirname, 'child.ts');
const FROM = Date.UTC(2020, 1, 1, 9);
const SPEED = 60;
const KEY = 'soak';
const PLATFORM = 'chat';
/** After the story, for leases to end and doubts to be asked about. */
const LONGEST_END_MS = 20_000;

export interface Outcome {
  readonly kills: number;
  readonly missing: readonly string[];
  readonly doubled: readonly string[];
}

export interface Stage {
  readonly plot: Plot;
  readonly recorder: Recorder;
  /** Starts the program; it lives until it dies by itself or is stopped. */
  start(death?: Orders['death']): Promise<ChildProcess>;
  isOver(): boolean;
  /** Waits until everything was said, or for so long that nothing more will be. */
  finish(): Promise<Omit<Outcome, 'kills'>>;
}

/** One story told through children that are killed again and again. `random` in `[0, 1)`. */
export async function soak(databaseUrl: string, random: () => number): Promise<Outcome> {
  return withStage(databaseUrl, async (stage) => {
    let kills = 0;
    while (!stage.isOver()) {
      const moment = MOMENTS[Math.floor(random() * MOMENTS.length)] ?? 'after claiming';
      const after = 1 + Math.floor(random() * 3);
      const child = await stage.start({ moment, after });
      // Whoever does not come to that moment is killed at any other.
      await Promise.race([ended(child), pause(200 + random() * 1_200)]);
      child.kill('SIGKILL');
      await ended(child);
      kills += 1;
      stage.recorder.publish(Math.min(kills, stage.plot.versions));
    }
    stage.recorder.publish(stage.plot.versions);
    const last = await stage.start();
    const outcome = await stage.finish();
    last.kill('SIGTERM');
    await ended(last);
    return { kills, ...outcome };
  });
}

export async function withStage<T>(
  databaseUrl: string,
  play: (stage: Stage) => Promise<T>,
): Promise<T> {
  const plot = createPlot(FROM);
  const recorder = await startRecorder(plot);
  const children: ChildProcess[] = [];
  await invite(databaseUrl, plot);
  const began: Instant = Date.now();
  const now = () => FROM + (Date.now() - began) * SPEED;
  try {
    return await play({
      plot,
      recorder,
      isOver: () => now() >= plot.until,
      start: async (death) => {
        const orders: Orders = {
          ...{ databaseUrl, recorderUrl: recorder.url, from: FROM, began, speed: SPEED },
          ...(death === undefined ? {} : { death }),
        };
        const child = spawn(process.execPath, [CHILD, JSON.stringify(orders)], {
          stdio: ['ignore', 'pipe', 'inherit'],
        });
        children.push(child);
        await Promise.race([
          new Promise((ready) => child.stdout?.once('data', ready)),
          ended(child),
        ]);
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
    for (const child of children) child.kill('SIGKILL');
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

export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await new Promise((resolve) => child.once('exit', resolve));
}
