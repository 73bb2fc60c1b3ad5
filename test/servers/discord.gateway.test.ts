import {
  ApplicationCommandOptionType,
  Client,
  Events,
  GatewayIntentBits,
  type Interaction,
} from 'discord.js';
import { expect, onTestFinished, test } from 'vitest';
import { messageOf } from './discord/answer.ts';
import { botForTest, discordForTest } from './discord/bot.ts';
import type { DiscordOptions } from './discord/description.ts';
import type { Discord } from './discord/server.ts';

const TALK = {
  name: 'talk',
  description: 'Finds a talk',
  options: [{ type: ApplicationCommandOptionType.String, name: 'query', description: 'What' }],
} as const;

async function echo(interaction: Interaction) {
  if (interaction.isChatInputCommand())
    await interaction.reply(`${interaction.options.getString('query')}`);
}

async function setUp(options?: DiscordOptions) {
  const discord = await discordForTest(options);
  // discord.js waits 5 s between two IDENTIFYs of a shard; these tests need not.
  const atOnce = { waitForIdentify: async () => {} };
  const ws = { buildIdentifyThrottler: () => atOnce };
  const client = await botForTest(discord, { onInteraction: echo, client: { ws } });
  await client.application.commands.set([TALK]);
  return { discord, client, ada: discord.user('ada') };
}

function kinds(discord: Discord): readonly string[] {
  return discord.gateway.events.map((each) => each.kind).filter((kind) => kind !== 'heartbeat');
}

async function comesBack(discord: Discord) {
  await expect.poll(() => discord.gateway.connected()).toBe(0);
  await discord.gateway.ready();
}

test.each([
  ['dropped', (discord: Discord) => discord.gateway.drop()],
  ['closed with 4000', (discord: Discord) => discord.gateway.close(4000)],
] as const)(
  'a socket that is %s is resumed, and what was missed is replayed',
  async (_how, end) => {
    const { discord, ada } = await setUp();
    end(discord);
    const answer = await ada.slash('talk', { query: 'while away' });
    expect(messageOf(answer).text).toBe('while away');
    expect(kinds(discord)).toEqual(['connect', 'identify', 'close', 'connect', 'resume']);
  },
);

test('op 7 is followed by a resume', async () => {
  const { discord, ada } = await setUp();
  discord.gateway.askToReconnect();
  await expect.poll(() => kinds(discord)).toContain('resume');
  expect(messageOf(await ada.slash('talk', { query: 'x' })).text).toBe('x');
});

test('op 9 is followed by a resume when it is resumable, by an identify when not', async () => {
  const { discord, ada } = await setUp();
  discord.gateway.invalidate(true);
  await expect.poll(() => kinds(discord)).toContain('resume');
  discord.gateway.invalidate(false);
  await expect.poll(() => kinds(discord).filter((kind) => kind === 'identify').length).toBe(2);
  expect(messageOf(await ada.slash('talk', { query: 'y' })).text).toBe('y');
});

test('a gateway that closes at once is tried again', async () => {
  const { discord } = await setUp();
  discord.gateway.closeAtOnce(2);
  discord.gateway.drop();
  await comesBack(discord);
  expect(kinds(discord).filter((kind) => kind === 'connect').length).toBe(4);
});

test('a client waits while HELLO is held back', async () => {
  const { discord, ada } = await setUp();
  discord.gateway.hold(true);
  discord.gateway.drop();
  await expect.poll(() => kinds(discord).filter((kind) => kind === 'connect').length).toBe(2);
  expect(discord.gateway.connected()).toBe(0);
  discord.gateway.hold(false);
  expect(messageOf(await ada.slash('talk', { query: 'z' })).text).toBe('z');
});

test('a heartbeat that is not acknowledged ends the socket, and the session is resumed', async () => {
  const { discord } = await setUp({ heartbeatMs: 150 });
  await expect.poll(() => discord.gateway.events.map((each) => each.kind)).toContain('heartbeat');
  discord.gateway.acknowledgeHeartbeats(false);
  await expect.poll(() => kinds(discord)).toContain('close');
  discord.gateway.acknowledgeHeartbeats(true);
  await discord.gateway.ready();
  expect(kinds(discord)).toContain('resume');
});

test('a token refused at the gateway ends the client; a wrong one is refused over HTTP', async () => {
  const { discord, client } = await setUp();
  const ended = new Promise((resolve) =>
    client.once(Events.Invalidated, () => resolve('invalidated')),
  );
  const disconnected = new Promise((resolve) =>
    client.once(Events.ShardDisconnect, ({ code }) => resolve(code)),
  );
  discord.gateway.refuseToken();
  discord.gateway.drop();
  expect(await Promise.race([ended, disconnected])).toBe(4004);
  expect(
    (await fetch(`${discord.apiUrl}/v10/gateway/bot`, { headers: { authorization: 'Bot x' } }))
      .status,
  ).toBe(401);
});

test('privileged intents are refused', async () => {
  const discord = await discordForTest();
  const client = new Client({
    intents: [GatewayIntentBits.GuildMembers],
    rest: { api: discord.apiUrl },
  });
  onTestFinished(() => client.destroy());
  await expect(client.login(discord.token)).rejects.toThrow('disallowed intents');
});

test('every shard hears of its own servers and the first of direct messages', async () => {
  const guilds = ['one', 'two', 'three', 'four'].map((name) => ({ name, members: ['ada'] }));
  const discord = await discordForTest({ shards: 2, guilds });
  const heard: string[] = [];
  const client = await botForTest(discord, {
    client: { shards: 'auto' },
    onInteraction: async (interaction) => {
      heard.push(`${interaction.guild?.name} ${interaction.guild?.shardId ?? 0}`);
      await echo(interaction);
    },
  });
  await client.application.commands.set([TALK]);
  expect(discord.gateway.connected()).toBe(2);
  const ada = discord.user('ada');
  for (const { name } of guilds) await ada.slash('talk', { query: name }, { guild: name });
  await ada.slash('talk', { query: 'dm' }, { dm: true });
  const shard = (name: string) => (BigInt(discord.guildId(name)) >> 22n) % 2n;
  expect(heard).toEqual([...guilds.map(({ name }) => `${name} ${shard(name)}`), 'undefined 0']);
});
