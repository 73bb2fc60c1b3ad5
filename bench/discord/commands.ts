import { setTimeout as delay } from 'node:timers/promises';
import { startOnDiscord } from '../../test/adapters/discord/program.ts';
import { startDiscord } from '../../test/servers/discord/server.ts';
import { type ScheduleFile, schedules } from '../fosdem.ts';
import type { Verdict } from '../verdict.ts';
import { percentile, startLoad } from './load.ts';

/** The platforms' 3 s are for networks; what Hallway itself may take of them. */
const PROMISED_P99_MS = 100;
const WARM_UP_MS = 1_000;

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
  const program = await startOnDiscord(discord, {
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
  const load = startLoad(discord.user('ada'), rate);
  await delay(WARM_UP_MS);
  load.take();
  await delay(seconds * 1_000);
  const times = load.take();
  // Those under way are answered into what was taken.
  await load.stop();
  await program.stop();
  await discord.stop();
  const at = (share: number) => percentile(times, share);
  const figures = `p50 ${at(0.5).toFixed(1)} ms, p99 ${at(0.99).toFixed(1)} ms, slowest ${at(1).toFixed(1)} ms`;
  return {
    promise: `answers at ${rate} a second for ${seconds} s (${title}), p99 within ${PROMISED_P99_MS} ms`,
    measured: `${figures}; ${times.length} answered, ${load.failed()} not`,
    isKept: load.failed() === 0 && at(0.99) <= PROMISED_P99_MS,
  };
}
