import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { PROGRAM } from './program.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const READY_WITHIN_MS = 60_000;
const LOOK_MS = 25;

/** The real program as a process of its own. */
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
  /** Node's arguments for it; default: those of this project. */
  readonly program?: readonly string[];
  readonly args?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** What it logs when it is ready. */
  readonly ready: readonly string[];
}

/** Resolves when it is ready. */
export async function startProgram({
  program = PROGRAM,
  args = [],
  environment = {},
  ready,
}: ProgramOptions): Promise<Program> {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [...program, 'serve', ...args], {
    cwd: ROOT,
    env: { PATH, DATABASE_URL: 'sqlite::memory:', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      log += chunk;
    });
  }
  await untilReady(child, ready, () => log);
  return {
    log: () => log,
    pid: child.pid,
    stop: () => end(child, 'SIGTERM'),
    kill: async () => void (await end(child, 'SIGKILL')),
  };
}

async function untilReady(
  child: ChildProcess,
  ready: readonly string[],
  log: () => string,
): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (!ready.every((line) => log().includes(line))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      child.kill('SIGKILL');
      throw new Error(`The program did not start:\n${log()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
  return child.exitCode;
}
