import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { startProgram } from '../../test/adapters/discord/program.ts';
import { startDiscord } from '../../test/servers/discord/server.ts';
import type { Verdict } from '../verdict.ts';
import { endChild, startBareClient } from './bareClient.ts';
import { fosdem } from './fosdem.ts';

const PROMISED_RATIO = 1.5;
const SETTLE_MS = 5_000;

/** Resident memory a while after the start, beside that of a process with the SDK alone. Linux only. */
export async function benchFootprint(): Promise<readonly Verdict[]> {
  const discord = await startDiscord({ specification: false });
  const { source, title } = await fosdem();
  const child = await startBareClient(discord);
  const program = await startProgram(discord, {
    args: ['--schedule', source, '--zone', 'Europe/Brussels'],
  });
  await delay(SETTLE_MS);
  const bare = await residentMb(child.pid);
  const ours = await residentMb(program.pid);
  await endChild(child);
  await program.stop();
  await discord.stop();
  return [
    {
      promise: `resident memory with ${title} at most ${PROMISED_RATIO} × a bare client's`,
      measured: `${(ours / bare).toFixed(2)} × (${ours.toFixed(0)} MB against ${bare.toFixed(0)} MB)`,
      isKept: ours / bare <= PROMISED_RATIO,
    },
  ];
}

async function residentMb(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) / 1_024;
}
