import { startProgram } from '../../test/adapters/discord/program.ts';
import { startDiscord } from '../../test/servers/discord/server.ts';
import { compareFootprint } from '../footprint.ts';
import type { Verdict } from '../verdict.ts';
import { startBareDiscord } from './start.ts';

export async function benchFootprint(): Promise<readonly Verdict[]> {
  const discord = await startDiscord({ specification: false });
  const verdict = await compareFootprint({
    bare: () => startBareDiscord(discord),
    hallway: (args, environment) => startProgram(discord, { args, environment }),
  });
  await discord.stop();
  return [verdict];
}
