import { readFile } from 'node:fs/promises';
import { decodeSchedule } from '../../../src/schedule/decode.ts';
import type { Conference } from '../../../src/schedule/schedule.ts';
import type { Discord } from '../../servers/discord/server.ts';
import { type Serving, type ServingOptions, serveHere } from '../../support/serving.ts';
import { type Program, type ProgramOptions, startProgram } from '../../support/startedProgram.ts';

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

/** The real program as a process of its own, connected to a Discord on loopback. */
export function startOnDiscord(
  { token, apiUrl }: Discord,
  { environment, ...options }: Partial<ProgramOptions> = {},
): Promise<Program> {
  return startProgram({
    ...{ ready: READY, ...options },
    environment: { DISCORD_TOKEN: token, DISCORD_API_URL: apiUrl, ...environment },
  });
}
