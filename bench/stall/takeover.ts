import { setTimeout as delay } from 'node:timers/promises';
import { atOnce } from '../../src/clock/steps.ts';
import { diffSchedules } from '../../src/schedule/comparing/changes.ts';
import type { Talk } from '../../src/schedule/schedule.ts';
import { percentile, startLoad } from '../discord/load.ts';
import { ENGINES, MEASURE } from '../search/engines.ts';
import { median, type Verdict } from '../verdict.ts';
import { LOOP_DELAY, type LoopDelay } from './loop.ts';
import { type Stage, setStage } from './stage.ts';
import { twoVersions, type Versions } from './versions.ts';

const PROMISED_P999 = 0.1;
const PROMISED_LONGEST = 0.5;
const PROMISED_COMMANDS = 2;

const HOUR_MS = 3_600_000;
const WARM_UP_MS = 5_000;
const USUAL_MS = 10_000;
const PATIENCE_MS = 120_000;
const INDEXED = 'Talks are indexed';

interface Run extends LoopDelay {
  /** Of MiniSearch, in one piece. */
  readonly buildMs: number;
  /** Milliseconds until commands were answered. */
  readonly usual: readonly number[];
  readonly meanwhile: readonly number[];
  readonly failed: number;
}

/** One version takes the place of another while people ask on, each time in a new process. */
export async function benchTakeover(rate: number, runs: number): Promise<readonly Verdict[]> {
  const versions = await twoVersions();
  const all: Run[] = [];
  for (let run = 1; run <= runs; run += 1) {
    const one = await takeover(versions, rate);
    console.error(`run ${run}: ${figures(one)}`);
    all.push(one);
  }
  return verdicts(versions, rate, all);
}

async function takeover({ before, after }: Versions, rate: number): Promise<Run> {
  const talk = movedTalk({ before, after });
  const [first = talk] = before.conference.talks;
  const stage = await setStage(before.bytes, talk, first.start - HOUR_MS);
  try {
    const startedAt = performance.now();
    ENGINES.find(({ name }) => name === MEASURE)?.build(after.conference);
    const buildMs = performance.now() - startedAt;
    return { buildMs, ...(await underLoad(stage, after.bytes, rate)) };
  } finally {
    await stage.clear();
  }
}

/** The loop is measured from the moment the new version was fetched until all are told and it can be searched. */
async function underLoad(
  { discord, source, program, isTold }: Stage,
  after: Uint8Array,
  rate: number,
): Promise<Omit<Run, 'buildMs'>> {
  const load = startLoad(discord.user('ada'), rate);
  try {
    await delay(WARM_UP_MS);
    load.take();
    await delay(USUAL_MS);
    const usual = load.take();
    const indexes = count(program.log(), INDEXED);
    await source.show(after);
    process.kill(program.pid ?? 0, 'SIGUSR2');
    load.take();
    await until(() => isTold() && count(program.log(), INDEXED) > indexes);
    process.kill(program.pid ?? 0, 'SIGUSR2');
    const meanwhile = load.take();
    await until(() => program.log().includes(LOOP_DELAY));
    const [, line = ''] = program.log().split(LOOP_DELAY);
    const loop: LoopDelay = JSON.parse(line.split('\n')[0] ?? '');
    return { ...loop, usual, meanwhile, failed: load.failed() };
  } finally {
    await load.stop();
  }
}

/** A talk that is still to come and gets another time, so that whoever starred it hears of it. */
function movedTalk({ before, after }: Pick<Versions, 'before' | 'after'>): Talk {
  const { changes } = atOnce(diffSchedules(before.conference, after.conference));
  const moved = changes.find(({ kind }) => kind === 'moved');
  if (moved?.kind !== 'moved') throw new Error('Nothing moved from one version to the other');
  return moved.before;
}

function count(text: string, words: string): number {
  return text.split(words).length - 1;
}

async function until(holds: () => boolean): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (!holds()) {
    if (performance.now() > deadline) throw new Error('It took longer than two minutes');
    await delay(20);
  }
}

function verdicts({ title }: Versions, rate: number, runs: readonly Run[]): readonly Verdict[] {
  const of = (ratio: (run: Run) => number) => median(runs.map(ratio));
  const p999 = of(({ p999Ms, buildMs }) => p999Ms / buildMs);
  const longest = of(({ longestMs, buildMs }) => longestMs / buildMs);
  const commands = of(slowdown);
  const failed = runs.reduce((sum, run) => sum + run.failed, 0);
  const what = `${title} taken over, indexed and told of at ${rate} commands a second`;
  const build = `MiniSearch's index built in one piece, ${of(({ buildMs }) => buildMs).toFixed(0)} ms`;
  return [
    {
      promise: `${what}: p99.9 of the event loop's delay at most ${PROMISED_P999} × ${build}`,
      measured: `${p999.toFixed(3)} × (${of((run) => run.p999Ms).toFixed(1)} ms, medians of ${runs.length})`,
      isKept: p999 <= PROMISED_P999,
    },
    {
      promise: `its longest delay at most ${PROMISED_LONGEST} ×`,
      measured: `${longest.toFixed(3)} × (${of((run) => run.longestMs).toFixed(1)} ms)`,
      isKept: longest <= PROMISED_LONGEST,
    },
    {
      promise: `p99 of commands in those seconds at most ${PROMISED_COMMANDS} × their usual`,
      measured: `${commands.toFixed(2)} × (${of(({ meanwhile }) => percentile(meanwhile, 0.99)).toFixed(1)} ms against ${of(({ usual }) => percentile(usual, 0.99)).toFixed(1)} ms; ${failed} not answered)`,
      isKept: failed === 0 && commands <= PROMISED_COMMANDS,
    },
  ];
}

function slowdown({ usual, meanwhile }: Run): number {
  return percentile(meanwhile, 0.99) / percentile(usual, 0.99);
}

function figures(run: Run): string {
  const { p999Ms, longestMs, samples, buildMs, usual, meanwhile } = run;
  const p99 = (times: readonly number[]) => percentile(times, 0.99).toFixed(1);
  return `loop p99.9 ${p999Ms.toFixed(1)} ms, longest ${longestMs.toFixed(1)} ms (${samples} samples); MiniSearch ${buildMs.toFixed(0)} ms; commands p99 ${p99(meanwhile)} ms (${meanwhile.length}), usually ${p99(usual)} ms`;
}
