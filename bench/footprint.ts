import type { ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { endChild } from './bareClient.ts';
import { fosdem } from './fosdem.ts';
import type { Verdict } from './verdict.ts';

const PROMISED_RATIO = 1.5;
const SETTLE_MS = 5_000;
const RUNS = 3;

interface Hallway {
  readonly pid: number | undefined;
  stop(): Promise<unknown>;
}

/** How Hallway and the SDK alone are started; both connect to the same place. */
export interface Contestants {
  bare(): Promise<ChildProcess>;
  hallway(args: readonly string[], environment: Readonly<Record<string, string>>): Promise<Hallway>;
}

/**
 * Resident memory a while after the start, beside that of a process with the SDK alone: Hallway as it
 * is started for the second time, on a database that knows the schedule, with its search index made.
 * Linux only.
 */
export async function compareFootprint({ bare, hallway }: Contestants): Promise<Verdict> {
  const { source, title } = await fosdem();
  const folder = await mkdtemp(join(tmpdir(), 'hallway-footprint-'));
  const start = () =>
    hallway(['--schedule', source, '--zone', 'Europe/Brussels'], {
      DATABASE_URL: `sqlite:${join(folder, 'hallway.sqlite')}`,
    });
  const first = await start();
  await first.stop();
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const [program, child] = [await start(), await bare()];
    await delay(SETTLE_MS);
    ours.push(await residentMb(program.pid));
    theirs.push(await residentMb(child.pid));
    await endChild(child);
    await program.stop();
  }
  await rm(folder, { recursive: true });
  const ratio = Math.max(...ours) / Math.min(...theirs);
  return {
    promise: `resident memory with ${title} at most ${PROMISED_RATIO} × the SDK's alone`,
    measured: `${ratio.toFixed(2)} × at worst (${words(ours)} MB against ${words(theirs)} MB in ${RUNS} runs)`,
    isKept: ratio <= PROMISED_RATIO,
  };
}

function words(megabytes: readonly number[]): string {
  return megabytes.map((one) => one.toFixed(0)).join(', ');
}

async function residentMb(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) / 1_024;
}
