import {
  type Client,
  DiscordAPIError,
  GuildScheduledEventEntityType,
  GuildScheduledEventPrivacyLevel,
} from 'discord.js';
import { expect, test } from 'vitest';
import { botForTest, discordForTest } from './discord/bot.ts';
import { DEFAULT_GUILDS } from './discord/description.ts';
import type { Discord } from './discord/server.ts';

async function refusal(action: Promise<unknown>): Promise<string> {
  const error = await action.then(
    () => undefined,
    (caught: unknown) => caught,
  );
  return error instanceof DiscordAPIError ? `${error.status} ${error.code}` : String(error);
}

async function sendTo(client: Client, discord: Discord, channel: string, content: string) {
  const found = await client.channels.fetch(discord.channelId(channel), { force: true });
  if (!found?.isSendable()) throw new Error(`${channel} is not writable.`);
  return found.send({ content });
}

test('messages are posted, edited in place and deleted', async () => {
  const discord = await discordForTest();
  const client = await botForTest(discord);
  const message = await sendTo(client, discord, 'general', 'one');
  await message.edit('two');
  expect(discord.messages('general')).toMatchObject([{ id: message.id, text: 'two', edits: 1 }]);
  await message.delete();
  expect(discord.messages('general')).toEqual([]);
  expect(await refusal(message.edit('three'))).toBe('404 10008');
  expect(discord.violations).toEqual([]);
});

test.each([
  { everyone: true, may: ['MentionEveryone'] },
  { everyone: false, may: [] },
] as const)('only allowed mentions come alive: $may', async ({ everyone, may }) => {
  const discord = await discordForTest({
    guilds: DEFAULT_GUILDS.map((guild) => ({
      ...guild,
      botPermissions: ['ViewChannel', 'SendMessages', ...may],
    })),
  });
  const client = await botForTest(discord);
  const role = discord.roleId('devroom');
  const content = `@everyone <@&${role}> <@${discord.user('ada').id}>`;
  const channel = await client.channels.fetch(discord.channelId('general'));
  if (!channel?.isSendable()) throw new Error('general is not writable.');
  await channel.send({ content });
  await channel.send({ content, allowedMentions: { parse: [] } });
  await channel.send({ content, allowedMentions: { roles: [role] } });
  const ada = discord.user('ada').id;
  expect(discord.messages('general').map((each) => each.mentions)).toEqual([
    { everyone, roles: [role], users: [ada] },
    { everyone: false, roles: [], users: [] },
    { everyone: false, roles: [role], users: [] },
  ]);
});

test('a direct message arrives, unless they are closed or there is no common server', async () => {
  const discord = await discordForTest();
  const client = await botForTest(discord);
  const ada = discord.user('ada');
  await client.users.send(ada.id, 'hello');
  expect(ada.dms().map((each) => each.text)).toEqual(['hello']);
  ada.closeDms();
  expect(await refusal(client.users.send(ada.id, 'again'))).toBe('403 50007');
  ada.openDms();
  await client.users.send(ada.id, 'back');
  const stranger = discord.user('mallory');
  expect(await refusal(client.users.send(stranger.id, 'hi'))).toBe('403 50278');
  expect(ada.dms().map((each) => each.text)).toEqual(['hello', 'back']);
  expect(discord.violations).toEqual([]);
});

test('too many new conversations at once are refused with 40003', async () => {
  const discord = await discordForTest({
    rateLimits: { dmOpenings: { limit: 1, windowMs: 60_000 } },
  });
  const client = await botForTest(discord);
  await client.users.send(discord.user('ada').id, 'one');
  expect(await refusal(client.users.send(discord.user('alan').id, 'two'))).toBe('403 40003');
  await client.users.send(discord.user('ada').id, 'three');
});

test('a channel without sight is 50001, one without a voice 50013, and the client can tell beforehand', async () => {
  const discord = await discordForTest({
    guilds: [
      {
        name: 'conference',
        channels: ['open', { name: 'hidden', denyBot: ['ViewChannel'] }, 'quiet'],
      },
    ],
  });
  const client = await botForTest(discord);
  discord.deny('quiet', ['SendMessages']);
  expect(await refusal(sendTo(client, discord, 'hidden', 'x'))).toBe('403 50001');
  expect(await refusal(sendTo(client, discord, 'quiet', 'x'))).toBe('403 50013');
  const channel = client.guilds.cache.first()?.channels.cache.get(discord.channelId('quiet'));
  const mayI = () => channel?.permissionsFor(client.user)?.has('SendMessages');
  expect(mayI()).toBe(false);
  discord.allow('quiet', ['SendMessages']);
  await expect.poll(mayI).toBe(true);
  await sendTo(client, discord, 'quiet', 'heard');
  discord.deleteChannel('quiet');
  expect(await refusal(client.channels.fetch(channel?.id ?? '', { force: true }))).toBe(
    '404 10003',
  );
  expect(discord.violations).toEqual([]);
});

test('servers come and go', async () => {
  const discord = await discordForTest();
  const client = await botForTest(discord);
  const names = () => client.guilds.cache.map((guild) => guild.name).sort();
  discord.addGuild({ name: 'second', channels: ['lobby'] });
  await expect.poll(names).toEqual(['conference', 'second']);
  discord.removeBot('conference');
  await expect.poll(names).toEqual(['second']);
  expect(await refusal(client.guilds.fetch(discord.guildId('conference')))).toBe('403 50001');
});

test('the same enforced nonce is the same message, until the window is over', async () => {
  const discord = await discordForTest({ nonceWindowMs: 200 });
  const client = await botForTest(discord);
  const channel = await client.channels.fetch(discord.channelId('general'));
  if (!channel?.isSendable()) throw new Error('general is not writable.');
  const send = (content: string) => channel.send({ content, nonce: 'key', enforceNonce: true });
  const first = await send('one');
  expect((await send('two')).id).toBe(first.id);
  expect(discord.messages('general').map((each) => each.text)).toEqual(['one']);
  await new Promise((resolve) => setTimeout(resolve, 250));
  await send('three');
  expect(discord.messages('general').map((each) => each.text)).toEqual(['one', 'three']);
});

test('scheduled events are made, moved and removed, at most a hundred', async () => {
  const discord = await discordForTest();
  const client = await botForTest(discord);
  const guild = await client.guilds.fetch(discord.guildId());
  const at = (hours: number) => new Date(Date.now() + hours * 3_600_000);
  const create = (name: string) =>
    guild.scheduledEvents.create({
      name,
      entityType: GuildScheduledEventEntityType.External,
      privacyLevel: GuildScheduledEventPrivacyLevel.GuildOnly,
      scheduledStartTime: at(1),
      scheduledEndTime: at(2),
      entityMetadata: { location: 'UD2.218A' },
    });
  const event = await create('CRFS');
  await event.edit({ scheduledStartTime: at(3), scheduledEndTime: at(4) });
  expect(discord.scheduledEvents()).toMatchObject([
    { name: 'CRFS', entity_metadata: { location: 'UD2.218A' } },
  ]);
  await event.delete();
  expect(discord.scheduledEvents()).toEqual([]);
  await Promise.all(Array.from({ length: 100 }, (_, index) => create(`talk ${index}`)));
  expect(await refusal(create('one too many'))).toBe('400 30038');
  expect(discord.violations).toEqual([]);
});
