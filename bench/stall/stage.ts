import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Instant } from '../../src/clock.ts';
import type { Talk } from '../../src/schedule/schedule.ts';
import { startOnDiscord } from '../../test/adapters/discord/program.ts';
import { type Discord, startDiscord } from '../../test/servers/discord/server.ts';
import type { Program } from '../../test/support/startedProgram.ts';
import { starAll } from '../starAll.ts';
import { serveVersions, type VersionServer } from './server.ts';

/** Who hears of a change: channels of everything, channels of one room, and members who starred a talk. */
const CHANNELS = ['everything', 'everything-else', 'one-room', 'one-room-more'];
const MEMBERS = 10;
/** A minute in six seconds, so that the source is asked every few of them. */
const SPEED = 10;

const LOOP = fileURLToPath(new URL('loop.ts', import.meta.url));

export interface Stage {
  readonly discord: Discord;
  readonly source: VersionServer;
  readonly program: Program;
  /** Whether all who are to hear of the change have. */
  isTold(): boolean;
  clear(): Promise<void>;
}

/** The program on a Discord on loopback, at `from`, with those who want to hear of changes of `talk`. */
export async function setStage(bytes: Uint8Array, talk: Talk, from: Instant): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'hallway-bench-'));
  const members = Array.from({ length: MEMBERS }, (_, index) => `member ${index}`);
  const guild = {
    name: 'conference',
    channels: CHANNELS,
    roles: [{ name: 'organisers', permissions: ['ManageGuild'] as const }],
    members: ['ada', { name: 'grace', roles: ['organisers'] }, ...members],
  };
  const discord = await startDiscord({ specification: false, guilds: [guild] });
  const source = await serveVersions(bytes);
  const databaseUrl = `sqlite:${join(folder, 'hallway.sqlite')}`;
  const people = members.map((name) => discord.user(name));
  const refs = people.map(({ id }) => ({ platform: 'discord', id }));
  await starAll(databaseUrl, source.address, refs, () => [talk], from);
  const program = await startOnDiscord(discord, {
    args: [
      ...['--schedule', source.address, '--from', new Date(from).toISOString()],
      ...['--speed', String(SPEED)],
    ],
    environment: {
      DATABASE_URL: databaseUrl,
      SCHEDULE_REFRESH_MINUTES: '1',
      NODE_OPTIONS: `--import=${LOOP}`,
    },
  });
  await subscribe(discord, talk.room);
  return {
    discord,
    source,
    program,
    isTold: () =>
      CHANNELS.every((channel) => discord.messages(channel).length > 0) &&
      people.every((member) => member.dms().length > 0),
    clear: async () => {
      await program.stop();
      await Promise.all([source.stop(), discord.stop()]);
      await rm(folder, { recursive: true });
    },
  };
}

async function subscribe(discord: Discord, room = ''): Promise<void> {
  const grace = discord.user('grace');
  for (const channel of CHANNELS) {
    const rooms = channel.startsWith('one-room') ? { rooms: room } : {};
    await grace.slash('conference announce', { channel, ...rooms });
  }
}
