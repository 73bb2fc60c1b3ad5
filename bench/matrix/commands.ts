import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Matrix, startMatrix } from '../../test/servers/matrix/server.ts';
import { type Client, type ClientStart, startClient } from '../client.ts';
import { fosdem } from '../fosdem.ts';
import { percentile, percentileWords } from '../slack/percentiles.ts';
import type { Verdict } from '../verdict.ts';

/** Of people's patience; what Hallway itself may take of it. */
const PROMISED_P99_MS = 100;
const WARM_UP = 50;
/** People ask in the rooms of their tracks. */
const ROOMS = 20;
const POLL_MS = 2;
const PATIENCE_MS = 30_000;
const PROGRAM = resolve(import.meta.dirname, '../../bin/hallway.js');
const BARE = resolve(import.meta.dirname, 'bare.js');

const LINES = [
  '!talk crfs',
  '!now',
  '!talk kubernetes',
  '!schedule',
  '!talk live migration',
  '!next',
  '!talk xyzzy',
  '!help',
];

/** Time from a person's message to the answer below it, at a steady rate, the generator of load on the same machine. */
export async function benchCommands(rate: number, seconds: number): Promise<readonly Verdict[]> {
  const { source, title } = await fosdem();
  const zone = ['--schedule', source, '--zone', 'Europe/Brussels'];
  const hallway = await measure(
    {
      args: [PROGRAM, 'serve', '--from', '2020-02-01T10:58:00+01:00', ...zone],
      environment: { DATABASE_URL: 'sqlite::memory:', LOG_LEVEL: 'info' },
    },
    ['Hallway hears what is said on Matrix', 'Talks are indexed'],
    { rate, seconds },
  );
  const bare = await measure({ args: [BARE], environment: {} }, ['ready'], { rate, seconds });
  return [
    {
      promise: `${rate} commands a second for ${seconds} s in ${ROOMS} rooms (${title}), answered at p99 within ${PROMISED_P99_MS} ms`,
      measured: `${wordsOf(hallway)}; a bare client that keeps nothing: ${wordsOf(bare)}`,
      isKept: hallway.failed === 0 && percentile(hallway.times, 0.99) <= PROMISED_P99_MS,
    },
  ];
}

interface Measured {
  readonly times: readonly number[];
  readonly failed: number;
}

function wordsOf({ times, failed }: Measured): string {
  return `${percentileWords(times)}, ${times.length} answered, ${failed} not`;
}

async function measure(
  { args, environment }: ClientStart,
  ready: readonly string[],
  { rate, seconds }: { readonly rate: number; readonly seconds: number },
): Promise<Measured> {
  const rooms = Array.from({ length: ROOMS }, (_, at) => ({ name: `room${at}`, creator: 'grace' }));
  const matrix = await startMatrix({ specification: false, rooms });
  const grace = matrix.user('grace');
  for (const { name } of rooms) grace.invites(name, 'hallway');
  const access = { MATRIX_HOMESERVER: matrix.url, MATRIX_ACCESS_TOKEN: matrix.botToken };
  const client: Client = startClient({ args, environment: { ...environment, ...access } });
  for (const words of ready) await client.said(words);
  const answers = answersOf(matrix);
  for (let turn = 0; turn < WARM_UP; turn += 1) await answers.ask(turn);
  const measured = await underLoad(answers.ask, rate, seconds);
  answers.stop();
  await client.stop();
  await matrix.stop();
  return measured;
}

async function underLoad(
  ask: (turn: number) => Promise<number | undefined>,
  rate: number,
  seconds: number,
): Promise<Measured> {
  const startedAt = performance.now();
  const underWay: Promise<number | undefined>[] = [];
  for (let turn = 0; turn < rate * seconds; turn += 1) {
    const dueIn = startedAt + (turn * 1_000) / rate - performance.now();
    if (dueIn > 1) await delay(dueIn);
    underWay.push(ask(turn));
  }
  const all = await Promise.all(underWay);
  const times = all.filter((ms) => ms !== undefined);
  return { times, failed: all.length - times.length };
}

/** Asks, and waits for the message below the question: when the homeserver was given it. */
function answersOf(matrix: Matrix) {
  const open = new Map<string, (at: number) => void>();
  let looked = 0;
  const look = () => {
    for (; looked < matrix.calls.length; looked += 1) {
      const call = matrix.calls[looked];
      if (call?.endpoint !== 'send') continue;
      const question = threadOf(call.body);
      open.get(question)?.(call.at);
      open.delete(question);
    }
  };
  const looking = setInterval(look, POLL_MS);
  return {
    stop: () => clearInterval(looking),
    ask: (turn: number): Promise<number | undefined> => {
      const { promise, resolve: done } = Promise.withResolvers<number | undefined>();
      const askedAt = performance.now();
      const room = `room${turn % ROOMS}`;
      open.set(matrix.user('ada').says(room, LINES[turn % LINES.length] ?? '!now'), (at) =>
        done(at - askedAt),
      );
      void delay(PATIENCE_MS, undefined, { ref: false }).then(() => done(undefined));
      return promise;
    },
  };
}

function threadOf(body: unknown): string {
  const { 'm.relates_to': relation } = body as { 'm.relates_to'?: { event_id?: string } };
  return relation?.event_id ?? '';
}
