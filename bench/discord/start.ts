import type { ChildProcess } from 'node:child_process';
import { startProgram } from '../../test/adapters/discord/program.ts';
import { type Discord, startDiscord } from '../../test/servers/discord/server.ts';
import { endChild, startBareClient } from '../bareClient.ts';
import { fosdem } from '../fosdem.ts';
import { median, type Verdict } from '../verdict.ts';

const PROMISED_RATIO = 1.5;

/**
 * From the login to being ready (both processes time it from their first request to Discord), and
 * for the whole process, taken in turns; and when Hallway's first search is answered, for which
 * nothing bare compares.
 */
export async function benchStart(runs: number): Promise<readonly Verdict[]> {
  const { source, title } = await fosdem();
  const hallway: Start[] = [];
  const bare: Start[] = [];
  const answeredMs: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    bare.push(
      await timed(async (discord) => {
        const child = await startBareDiscord(discord);
        return () => endChild(child);
      }),
    );
    hallway.push(
      await timed(async (discord) => {
        const startedAt = Date.now();
        const program = await startProgram(discord, {
          args: ['--schedule', source, '--zone', 'Europe/Brussels'],
          ready: ['Commands are registered'],
        });
        await discord.user('ada').slash('talk', { query: 'crfs' });
        answeredMs.push(Date.now() - startedAt);
        return async () => void (await program.stop());
      }),
    );
  }
  return [
    compare(
      'login to ready',
      hallway.map(({ loginMs }) => loginMs),
      bare.map(({ loginMs }) => loginMs),
    ),
    compare(
      `process start to ready (${title}; the first search is answered after ${median(answeredMs)} ms)`,
      hallway.map(({ wholeMs }) => wholeMs),
      bare.map(({ wholeMs }) => wholeMs),
    ),
  ];
}

interface Start {
  readonly loginMs: number;
  readonly wholeMs: number;
}

const BARE = new URL('bare.js', import.meta.url);

export function startBareDiscord({ token, apiUrl }: Discord): Promise<ChildProcess> {
  return startBareClient(BARE, { DISCORD_TOKEN: token, DISCORD_API_URL: apiUrl });
}

/** Ready is when the gateway has let the client in, told by the server for both alike. */
async function timed(begin: (discord: Discord) => Promise<() => Promise<void>>): Promise<Start> {
  const discord = await startDiscord({ specification: false });
  const startedAt = Date.now();
  const begun = begin(discord);
  await discord.gateway.ready(1, 120_000);
  const readyAt = Date.now();
  const loginAt = discord.requests[0]?.at ?? Number.NaN;
  const end = await begun;
  await end();
  await discord.stop();
  return { loginMs: readyAt - loginAt, wholeMs: readyAt - startedAt };
}

function compare(what: string, ours: readonly number[], bare: readonly number[]): Verdict {
  const ratio = median(ours) / median(bare);
  return {
    promise: `${what} in at most ${PROMISED_RATIO} × a bare client's time`,
    measured: `${ratio.toFixed(2)} × (${median(ours)} ms against ${median(bare)} ms, medians of ${ours.length})`,
    isKept: ratio <= PROMISED_RATIO,
  };
}
