import { randomBytes, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createDiscord, type DiscordOptions } from '../../../adapters/discord/platform.ts';
import { agendaStores, createAgendaLedger } from '../../../adapters/storage/agendaLedger.ts';
import { openDatabase } from '../../../adapters/storage/database.ts';
import { createApp } from '../../../src/app.ts';
import { type Clock, scaledClock } from '../../../src/clock.ts';
import { type Log, silentLog } from '../../../src/log.ts';
import type { Platform } from '../../../src/platform.ts';
import { createProgramme } from '../../../src/programme.ts';
import { decodeSchedule } from '../../../src/schedule/decode.ts';
import type { Conference } from '../../../src/schedule/model.ts';
import type { Discord } from '../../servers/discord/server.ts';

export interface HallwayOptions extends Partial<Pick<DiscordOptions, 'guildId' | 'sharding'>> {
  readonly conference?: Conference;
  readonly clock?: Clock;
  readonly log?: Log;
  readonly token?: string;
}

export interface RunningHallway {
  readonly platform: Platform;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** FOSDEM 2020, the Containers devroom, at 10:00 of its Saturday. */
export const SATURDAY_MORNING = Date.parse('2020-02-01T10:00:00+01:00');

export async function containersDevroom(): Promise<Conference> {
  const file = new URL('../../../data/fosdem-2020-containers.json', import.meta.url);
  return decodeSchedule(await readFile(file), {}).conference;
}

/** The whole core on a database in memory, with a loopback Discord as its only platform. */
export async function hallwayOn(
  discord: Discord,
  options: HallwayOptions = {},
): Promise<RunningHallway> {
  const { clock = scaledClock(SATURDAY_MORNING, 1), log = silentLog, guildId, sharding } = options;
  const conference = options.conference ?? (await containersDevroom());
  const programme = createProgramme('fosdem20', conference);
  const programmes = { of: async () => programme };
  const database = await openDatabase('sqlite::memory:', log);
  const stores = agendaStores(database.kysely);
  let platform: Platform | undefined;
  const app = createApp({
    clock,
    log,
    random: { id: randomUUID, bytes: randomBytes },
    programmes,
    ledger: createAgendaLedger(database, clock),
    members: stores.members,
    stars: stores.stars,
    platforms: (commands) => {
      platform = createDiscord({
        token: options.token ?? discord.token,
        apiUrl: discord.apiUrl,
        ...(guildId === undefined ? {} : { guildId }),
        ...(sharding === undefined ? {} : { sharding }),
        commands,
        programmes,
        clock,
        log,
      });
      return [platform];
    },
  });
  if (platform === undefined) throw new Error('The app made no platform.');
  return {
    platform,
    start: () => app.start(),
    stop: async () => {
      await app.stop();
      await database.close();
    },
  };
}
