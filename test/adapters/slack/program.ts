import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Slack } from '../../servers/slack/server.ts';
import { PROGRAM } from '../../support/program.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const READY_WITHIN_MS = 60_000;

/** What Hallway logs when it can be asked there. */
export const ON_SLACK: readonly string[] = ['Slack can reach Hallway', 'Talks are indexed'];

export type Transport = 'socket' | 'http';

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
  /** What it logs when it is ready; default: that Slack can reach it and all can be searched. */
  readonly ready?: readonly string[];
}

/** What has the program use a Slack on loopback; Slack is told where it listens. */
export async function slackEnvironment(
  slack: Slack,
  transport: Transport,
): Promise<Readonly<Record<string, string>>> {
  const common = { SLACK_BOT_TOKEN: slack.botToken, SLACK_API_URL: slack.apiUrl };
  if (transport === 'socket') return { ...common, SLACK_APP_TOKEN: slack.appToken };
  const port = await freePort();
  slack.deliverTo(`http://127.0.0.1:${port}/slack/events`);
  return { ...common, SLACK_SIGNING_SECRET: slack.signingSecret, PORT: String(port) };
}

/** The real program as a process of its own; resolves when Slack can reach it. */
export async function startProgram({
  program = PROGRAM,
  args = [],
  environment = {},
  ready = ON_SLACK,
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

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return address.port;
}
