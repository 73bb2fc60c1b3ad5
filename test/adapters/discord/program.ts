import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { decodeSchedule } from '../../../src/schedule/decode.ts';
import type { Conference } from '../../../src/schedule/schedule.ts';
import type { Discord } from '../../servers/discord/server.ts';
import { PROGRAM } from '../../support/program.ts';
import { type Serving, type ServingOptions, serveHere } from '../../support/serving.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const READY_WITHIN_MS = 60_000;

/** FOSDEM 2020, the Containers devroom. */
export async function containersDevroom(): Promise<Conference> {
  const file = new URL('../../../data/fosdem-2020-containers.json', import.meta.url);
  return decodeSchedule(await readFile(file), {}).conference;
}

const READY = ['Commands are registered', 'Talks are indexed'];

/** Hallway in this process, on a Discord on loopback. */
export function serveDiscord(
  { token, apiUrl }: Discord,
  { environment, ...options }: Partial<ServingOptions> = {},
): Promise<Serving> {
  return serveHere({
    ...{ ready: READY, ...options },
    environment: { DISCORD_TOKEN: token, DISCORD_API_URL: apiUrl, ...environment },
  });
}

export interface Program {
  /** What it logged so far. */
  readonly log: () => string;
  readonly pid: number | undefined;
  /** Asks it to end, and resolves with its exit code. */
  stop(): Promise<number | null>;
  /** SIGKILL. */
  kill(): Promise<void>;
}

export interface ProgramOptions {
  readonly args?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** What it logs when it is ready; default: that it can be asked and all can be searched. */
  readonly ready?: readonly string[];
}

/** The real program as a process of its own, connected to a Discord on loopback. */
export async function startProgram(
  discord: Discord,
  { args = [], environment = {}, ready = READY }: ProgramOptions = {},
): Promise<Program> {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [...PROGRAM, 'serve', ...args], {
    cwd: ROOT,
    env: {
      PATH,
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      DATABASE_URL: 'sqlite::memory:',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  child.stdout.on('data', (chunk) => {
    log += chunk;
  });
  child.stderr.on('data', (chunk) => {
    log += chunk;
  });
  await untilLogged(
    child,
    () => ready.every((line) => log.includes(line)),
    () => log,
  );
  return {
    log: () => log,
    pid: child.pid,
    stop: () => end(child, 'SIGTERM'),
    kill: async () => void (await end(child, 'SIGKILL')),
  };
}

async function untilLogged(
  child: ChildProcess,
  holds: () => boolean,
  log: () => string,
): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (!holds()) {
    if (child.exitCode !== null || Date.now() > deadline) {
      child.kill('SIGKILL');
      throw new Error(`The program did not start:\n${log()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
  return child.exitCode;
}
