import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { finished } from 'node:stream/promises';
import { everyMinute as everySecond } from '../../adapters/cron/everyMinute.ts';
import type { decodeApart } from '../../adapters/decoding/decode.ts';
import { meaningAtOnce } from '../../adapters/meaning/meaning.ts';
import { chosenClock } from '../../src/cli/startingClock.ts';
import { scaledClock } from '../../src/clock.ts';
import { readConfig } from '../../src/config/config.ts';
import { createLog } from '../../src/log.ts';
import { loadChats } from '../../src/main/chats.ts';
import { runProgram } from '../../src/main/program.ts';
import { run } from '../../src/main/run.ts';
import { chosenSource } from '../../src/main/serve.ts';
import { type Own, ownOfProcess, type Streams } from '../../src/main/surroundings.ts';
import { decodeSchedule } from '../../src/schedule/decode.ts';
import { createMeaningfulIndex } from '../../src/search/talkIndex.ts';
import { feedWith } from './feeds.ts';
import { type Ended, SETTLED } from './program.ts';

export interface Serving {
  /** What it logged so far. */
  readonly log: () => string;
  /** Resolves with its exit code. */
  stop(): Promise<number>;
  /** The same by a signal, which is heard before it is ready, too. */
  interrupt(): Promise<number>;
}

export interface ServingOptions {
  /** With the platforms' tokens. */
  readonly environment: Readonly<Record<string, string>>;
  /** ISO 8601: what its clock starts with. */
  readonly from?: string;
  readonly speed?: number;
  /** Schedules on the web, by address; nothing else is asked for there. */
  readonly web?: Readonly<Record<string, string>> | undefined;
  /** What it logs when it is ready. */
  readonly ready: readonly string[];
}

/**
 * Hallway on chat platforms as `serve` puts it together, in this process: for what it says and does
 * there. What becomes of a process (signals, kills, memory, standard streams) is asked of the real program.
 */
export async function serveHere({
  environment,
  from,
  speed = 1,
  ready,
  web,
}: ServingOptions): Promise<Serving> {
  let logged = '';
  const begun = Promise.withResolvers<void>();
  const write = (line: string) => {
    logged += line;
    if (ready.every((each) => logged.includes(each))) begun.resolve();
  };
  if (ready.length === 0) begun.resolve();
  const log = createLog('info', [], { write });
  const config = readConfig({ DATABASE_URL: 'sqlite::memory:', ...environment });
  const clock = chosenClock({ from: from === undefined ? undefined : Date.parse(from), speed });
  const end = Promise.withResolvers<void>();
  const ended = run(
    {
      ...{ config, locale: 'en', source: chosenSource({}, config) },
      ...{ clock, speed, log, feed: web && feedWith(web) },
      decode: decodeHere,
      makeIndex: (conference) => createMeaningfulIndex(conference, meaningAtOnce(conference.talks)),
    },
    (base) => loadChats(config, { ...base, clock, speed, log }),
    () => end.promise,
  );
  let hasEnded = false;
  const early = ended.then(() => {
    hasEnded = true;
    throw new Error(`It ended before it was ready:\n${logged}`);
  });
  await Promise.race([begun.promise, early]);
  return {
    log: () => logged,
    stop: () => {
      end.resolve();
      return ended;
    },
    interrupt: () => {
      if (!hasEnded) process.emit('SIGTERM');
      return ended;
    },
  };
}

const decodeHere: typeof decodeApart = async (bytes, timeZone) =>
  decodeSchedule(bytes, { timeZone });

/** The same as `runProgram` of the real program, in this process: for what it reads and writes. */
export async function runHere(
  args: readonly string[],
  input: string,
  environment: Readonly<Record<string, string>> = {},
  web?: ServingOptions['web'],
): Promise<Ended> {
  return sitHere(args, environment, slowing, web).leave(input);
}

/** Somebody at the terminal, who sees what appears by itself before they type. */
export interface Sitting {
  /** Everything that was written to standard output so far. */
  readonly shown: () => string;
  /** Types the rest, and resolves when all of it is answered. */
  leave(input: string): Promise<Ended>;
}

/**
 * Every second, beside a clock that runs faster than the machine's; otherwise at once and never again:
 * whatever a minute of the machine's brings would come in the middle of a line, or of the next.
 */
const turning: typeof everySecond = (turn, speed, log) => {
  if (speed !== 1) return everySecond(turn, speed, log);
  const running = turn().catch((error: unknown) => log.error({ err: error }, 'A turn failed'));
  return { stop: () => running };
};

type ClockFrom = Own['clockFrom'];

const LONGEST_MS = 30_000;

/** However slow the machine is, it stands before a minute is over: then times are told otherwise. */
const standing: ClockFrom = (from, speed) => {
  const clock = scaledClock(from, speed);
  return speed === 1 ? { ...clock, now: () => Math.min(clock.now(), from + LONGEST_MS) } : clock;
};

const LESS_THAN_MS = 1_000;
const SLOWED_BY_MS = 3_000;

/**
 * However slow the machine is, less than a second passes: then a list is edited once more in direct messages.
 * It goes on all the same, so that one thing is after the other.
 */
export const slowing: ClockFrom = (from, speed) => {
  const clock = scaledClock(from, speed);
  if (speed !== 1) return clock;
  const now = () => {
    const passed = clock.now() - from;
    return Math.floor(from + (LESS_THAN_MS * passed) / (passed + SLOWED_BY_MS));
  };
  return { ...clock, now };
};

export function sitHere(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  clockFrom: ClockFrom = standing,
  web?: ServingOptions['web'],
): Sitting {
  const settled = { ...SETTLED, ...environment };
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const streams = { stdin, stdout, stderr } as unknown as Streams;
  let shown = '';
  stdout.setEncoding('utf8').on('data', (written: string) => {
    shown += written;
  });
  const complaints = text(stderr);
  // Where the cron has not run yet, it will turn the process to UTC.
  const { TZ = 'UTC' } = process.env;
  process.env['TZ'] = settled.TZ;
  const own: Own = {
    ...ownOfProcess,
    streams,
    decode: decodeHere,
    everyMinute: turning,
    clockFrom,
    ...(web && { feed: feedWith(web) }),
  };
  const ended = runProgram(settled, ['node', 'hallway', ...args], own).finally(() => {
    process.env['TZ'] = TZ;
    stdout.end();
    stderr.end();
  });
  return {
    shown: () => shown,
    async leave(input) {
      stdin.end(input);
      const [code] = await Promise.all([ended, finished(stdout)]);
      return { code, stdout: shown, stderr: await complaints };
    },
  };
}
