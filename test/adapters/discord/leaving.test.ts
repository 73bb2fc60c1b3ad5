import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GatewayDispatchEvents, GatewayIntentBits } from 'discord-api-types/v10';
import { afterEach, expect, test } from 'vitest';
import { openDatabase } from '../../../adapters/storage/database.ts';
import { createSubscriptions } from '../../../adapters/storage/subscriptions.ts';
import { silentLog } from '../../../src/log.ts';
import { messageOf } from '../../servers/discord/answer.ts';
import { startDiscord } from '../../servers/discord/server.ts';
import { startProgram } from './program.ts';

const endings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

test('a server that removes Hallway is forgotten, one in an outage is not, nor any other', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hallway-'));
  endings.push(() => rm(folder, { recursive: true }));
  const url = `sqlite:${join(folder, 'hallway.sqlite')}`;
  const guild = (name: string, channel: string) => ({
    name,
    channels: [channel],
    roles: [{ name: 'organisers', permissions: ['ManageGuild'] }] as const,
    members: [{ name: 'grace', roles: ['organisers'] }],
  });
  const discord = await startDiscord({
    guilds: [guild('conference', 'news'), guild('other', 'else')],
  });
  endings.push(() => discord.stop());
  const program = await startProgram(discord, { environment: { DATABASE_URL: url } });
  endings.push(() => program.stop());
  const database = await openDatabase(url, silentLog);
  endings.push(() => database.close());
  const channelsOf = async (name: string) => {
    const community = { platform: 'discord', id: discord.guildId(name) };
    const subscriptions = await createSubscriptions(database.kysely).of(community);
    return subscriptions.map(({ target }) => target.channel);
  };

  const grace = discord.user('grace');
  messageOf(await grace.slash('conference announce', { channel: 'news' }));
  messageOf(await grace.slash('conference announce', { channel: 'else' }, { guild: 'other' }));
  const id = discord.guildId('conference');
  const scope = { guildId: id, intent: GatewayIntentBits.Guilds };
  discord.gateway.dispatch(GatewayDispatchEvents.GuildDelete, { id, unavailable: true }, scope);
  discord.removeBot('other');

  await expect.poll(() => channelsOf('other')).toEqual([]);
  expect(await channelsOf('conference')).toEqual([discord.channelId('news')]);
  await expect.poll(() => program.log()).toContain('A server removed Hallway and is forgotten');
});
