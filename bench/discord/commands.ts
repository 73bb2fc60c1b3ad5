import { setTimeout as delay } from 'node:timers/promises';
import { startProgram } from '../../test/adapters/discord/program.ts';
import { startDiscord } from '../../test/servers/discord/server.ts';
import type { DiscordUser } from '../../test/servers/discord/user.ts';
import { type ScheduleFile, schedules } from '../fosdem.ts';
import type { Verdict } from '../verdict.ts';

/** The platforms' 3 s are for networks; what Hallway itself may take of them. */
const PROMISED_P99_MS = 100;
const WARM_UP = 50;

const QUERIES = [
  'crfs',
  'kubernetes',
  'live migration',
  'podman',
  'rust',
  'gpu',
  'by:graber',
  'xyzzy',
];

/** What people do, in turns. */
const DEEDS: readonly ((user: DiscordUser, turn: number) => Promise<number>)[] = [
  async (user, turn) =>
    (await user.slash('talk', { query: QUERIES[turn % QUERIES.length] ?? '' })).afterMs,
  async (user) => (await user.slash('now')).afterMs,
  async (user) => (await user.slash('schedule')).afterMs,
  async (user, turn) => {
    const startedAt = performance.now();
    await user.autocomplete('talk', 'query', (QUERIES[turn % QUERIES.length] ?? '').slice(0, 4));
    return performance.now() - startedAt;
  },
];

/** Time from a user's deed to the answer, at a steady rate, the generator of load on the same machine. */
export async function benchCommands(rate: number, seconds: number): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const file of await schedules()) verdicts.push(await commandsOn(file, rate, seconds));
  return verdicts;
}

async function commandsOn(
  { source, title }: ScheduleFile,
  rate: number,
  seconds: number,
): Promise<Verdict> {
  const discord = await startDiscord({ specification: false });
  const program = await startProgram(discord, {
    args: [
      '--from',
      '2020-02-01T10:58:00+01:00',
      '--schedule',
      source,
      '--zone',
      'Europe/Brussels',
    ],
    environment: { LOG_LEVEL: 'info' },
  });
  const user = discord.user('ada');
  const times: number[] = [];
  let failed = 0;
  const perform = async (turn: number, isCounted: boolean) => {
    const deed = DEEDS[turn % DEEDS.length];
    try {
      const ms = (await deed?.(user, turn)) ?? Number.NaN;
      if (isCounted) times.push(ms);
    } catch {
      failed += 1;
    }
  };
  for (let turn = 0; turn < WARM_UP; turn += 1) await perform(turn, false);
  const startedAt = performance.now();
  const underWay: Promise<void>[] = [];
  for (let turn = 0; turn < rate * seconds; turn += 1) {
    const dueIn = startedAt + (turn * 1_000) / rate - performance.now();
    if (dueIn > 1) await delay(dueIn);
    underWay.push(perform(turn, true));
  }
  await Promise.all(underWay);
  await program.stop();
  await discord.stop();
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
  const figures = `p50 ${at(0.5).toFixed(1)} ms, p99 ${at(0.99).toFixed(1)} ms, slowest ${at(1).toFixed(1)} ms`;
  return {
    promise: `answers at ${rate} a second for ${seconds} s (${title}), p99 within ${PROMISED_P99_MS} ms`,
    measured: `${figures}; ${times.length} answered, ${failed} not`,
    isKept: failed === 0 && at(0.99) <= PROMISED_P99_MS,
  };
}
