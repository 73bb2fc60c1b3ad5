import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { createDiscord, type DiscordOptions } from '../../../adapters/discord/platform.ts';
import { openDatabase } from '../../../adapters/storage/database/database.ts';
import { createSubscriptions } from '../../../adapters/storage/deliveries/subscriptions.ts';
import { systemClock } from '../../../src/clock.ts';
import { silentLog } from '../../../src/log.ts';
import { messagesFor } from '../../../src/messages/messages.ts';
import { refused } from '../../../src/platform/replies.ts';
import { messageOf } from '../../servers/discord/answer.ts';
import type { DiscordOptions as ServerOptions } from '../../servers/discord/description.ts';
import { shardOf } from '../../servers/discord/ids.ts';
import { type Discord, startDiscord } from '../../servers/discord/server.ts';
import { collectingLog } from './collectingLog.ts';
import { serveDiscord } from './program.ts';

const endings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

async function discordWith(options: ServerOptions): Promise<Discord> {
  const discord = await startDiscord(options);
  endings.push(() => discord.stop());
  return discord;
}

test('a server that removes Hallway is forgotten, while it runs or while it is down, one in an outage is not, nor any other', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hallway-'));
  endings.push(() => rm(folder, { recursive: true }));
  const url = `sqlite:${join(folder, 'hallway.sqlite')}`;
  const names = ['conference', 'camp', 'meetup', 'party'];
  const guilds = names.map((name) => ({
    name,
    channels: ['news'],
    roles: [{ name: 'organisers', permissions: ['ManageGuild'] }] as const,
    members: [{ name: 'grace', roles: ['organisers'] }],
  }));
  const discord = await discordWith({ guilds });
  const start = async () => {
    const program = await serveDiscord(discord, { environment: { DATABASE_URL: url } });
    endings.push(() => program.stop());
    return program;
  };
  const program = await start();
  const database = await openDatabase(url, silentLog);
  endings.push(() => database.close());
  const announcedIn = async () => {
    const all = await createSubscriptions(database.kysely).all();
    return names.filter((name) =>
      all.some(({ target }) => target.community === discord.guildId(name)),
    );
  };

  const grace = discord.user('grace');
  for (const guild of names) {
    messageOf(await grace.slash('conference announce', { channel: 'news' }, { guild }));
  }
  discord.beginOutage('camp');
  discord.removeBot('party');
  await expect.poll(announcedIn).toEqual(['conference', 'camp', 'meetup']);
  await expect.poll(() => program.log()).toContain('A server removed Hallway and is forgotten');

  await program.stop();
  discord.removeBot('meetup');
  await start();
  await expect.poll(announcedIn).toEqual(['conference', 'camp']);
});

describe('at the beginning of a session', () => {
  const answer = async () => refused(messagesFor('en'), 'Not asked here.');
  const guild = (name: string) => ({ name, channels: ['news'] });

  /** A bot that knows of these servers, and what it forgets of them. */
  async function knowing(
    discord: Discord,
    known: () => readonly string[],
    options: Partial<DiscordOptions> = {},
  ) {
    const forgotten: string[] = [];
    const log = collectingLog();
    const platform = createDiscord({
      token: discord.token,
      apiUrl: discord.apiUrl,
      isOurs: () => true,
      commands: [],
      programmes: { all: () => Promise.reject(new Error('Not asked here.')) },
      servers: { known: async () => known(), forget: async (id) => void forgotten.push(id) },
      newcomers: { isKnown: async () => true, isFirst: async () => false },
      namedRoles: { of: async () => [] },
      clock: systemClock,
      log,
      ...options,
    });
    endings.push(() => platform.stop());
    await platform.start({
      command: answer,
      ask: async () => undefined,
      press: answer,
      remind: answer,
      reader: async ({ locale }) => ({ locale }),
      suggest: async () => [],
    });
    return { forgotten, log };
  }

  const asked = (discord: Discord) =>
    discord.requests.filter(({ template }) => template === '/guilds/{guild_id}');

  test('those are forgotten that neither side of Discord has', async () => {
    const discord = await discordWith({ guilds: [guild('here'), guild('gone')] });
    const [here, gone, deleted] = [discord.guildId('here'), discord.guildId('gone'), '4194304'];
    discord.removeBot('gone');
    const { forgotten } = await knowing(discord, () => [here, gone, deleted]);
    await expect.poll(() => forgotten).toEqual([gone, deleted]);
    expect(asked(discord)).toHaveLength(2);
    expect(discord.violations).toEqual([]);
  });

  test('one that came since is kept, and one about which Discord does not answer', async () => {
    const discord = await discordWith({ guilds: [guild('here'), guild('gone')] });
    discord.removeBot('gone');
    discord.fail(
      { path: discord.guildId('gone'), times: 10 },
      { kind: 'status', status: 503, stored: false },
    );
    const { forgotten } = await knowing(discord, () => [
      discord.guildId('here'),
      discord.addGuild(guild('new')),
      discord.guildId('gone'),
      '4194304',
    ]);
    await expect.poll(() => forgotten).toEqual(['4194304']);
  });

  test('those of other shards are left to them', async () => {
    const discord = await discordWith({ guilds: [guild('here')], shards: 2 });
    const own = shardOf(discord.guildId('here'), 2);
    const onShard = (shard: number) => String((2 + shard) * 2 ** 22);
    const ids = [discord.guildId('here'), onShard(1 - own), onShard(own)];
    const { forgotten } = await knowing(discord, () => ids, { sharding: { ids: [own], count: 2 } });
    await expect.poll(() => forgotten).toEqual([onShard(own)]);
  });

  test.each([
    ['in no server at all', []],
    ['in other servers alone', [guild('elsewhere')]],
  ])('a bot that is %s forgets none: it is another', async (_where, others) => {
    const discord = await discordWith({ guilds: [guild('conference'), ...others] });
    discord.removeBot('conference');
    const { log } = await knowing(discord, () => [discord.guildId()]);
    await expect
      .poll(() => log.lines)
      .toContainEqual({
        level: 'warn',
        facts: { known: 1 },
        message: 'None of the known servers has this bot; they are kept',
      });
    expect(asked(discord)).toEqual([]);
  });

  test('what happened between two sessions is noticed as well', async () => {
    const discord = await discordWith({ guilds: [guild('here'), guild('gone')] });
    const { forgotten } = await knowing(discord, () => [
      discord.guildId('here'),
      discord.guildId('gone'),
    ]);
    discord.gateway.hold(true);
    discord.gateway.invalidate(false);
    discord.removeBot('gone');
    discord.gateway.hold(false);
    await expect.poll(() => forgotten).toEqual([discord.guildId('gone')]);
  });
});
