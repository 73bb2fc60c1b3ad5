import { beforeEach, expect, test } from 'vitest';
import { createChannelInspector } from '../../../adapters/discord/sending/channels.ts';
import { messagesFor } from '../../../src/messages/messages.ts';
import type { ChannelInspector } from '../../../src/platform/platform.ts';
import { botForTest, discordForTest } from '../../servers/discord/bot.ts';
import type { Discord } from '../../servers/discord/server.ts';

let discord: Discord;
let inspector: ChannelInspector;

const guild = (
  name: string,
  botPermissions: readonly ('MentionEveryone' | 'SendMessagesInThreads' | 'Connect')[],
) => ({
  name,
  channels: [
    'news',
    { name: 'voice', kind: 'voice' },
    { name: 'stage', kind: 'stage' },
    { name: 'private', kind: 'thread' },
    { name: 'locked', kind: 'lockedThread' },
  ] as const,
  roles: ['quiet', { name: 'devroom', mentionable: true }],
  botPermissions: ['ViewChannel', 'SendMessages', ...botPermissions] as const,
});

beforeEach(async () => {
  discord = await discordForTest({
    guilds: [
      guild('conference', []),
      guild('loud', ['MentionEveryone']),
      guild('threads', ['SendMessagesInThreads', 'Connect']),
    ],
  });
  inspector = createChannelInspector(await botForTest(discord));
});

function inspect(server: string, channel: string, mention?: string, locale = 'en') {
  const community = discord.guildId(server);
  const target = { kind: 'channel', platform: 'discord', community, channel } as const;
  return inspector.inspect(target, messagesFor(locale), mention);
}

const news = (server: string) => discord.channelId('news', server);

test('a channel that can be written to is known by its name', async () => {
  expect(await inspect('conference', news('conference'))).toEqual({
    kind: 'writable',
    name: '#news',
  });
});

test('what is missing is told as the settings call it', async () => {
  discord.deny(news('conference'), ['SendMessages', 'ReadMessageHistory']);
  const lacking = async () => {
    const check = await inspect('conference', news('conference'));
    return check.kind === 'forbidden' ? check.lacking : check.kind;
  };
  await expect.poll(lacking).toEqual(['Send Messages', 'Read Message History']);
});

test('a channel of another server, and one that is gone, are missing', async () => {
  expect(await inspect('conference', news('loud'))).toEqual({ kind: 'missing' });
  expect(await inspect('conference', '4194304')).toEqual({ kind: 'missing' });
});

test('a role that nobody may mention is told, for it would stay silent', async () => {
  const check = (server: string, role: string, locale?: string) =>
    inspect(
      server,
      news(server),
      role === 'everyone' ? role : discord.roleId(role, server),
      locale,
    );
  const writable = { kind: 'writable', name: '#news' };
  expect(await check('conference', 'devroom')).toEqual(writable);
  expect(await check('conference', 'quiet')).toEqual({
    kind: 'forbidden',
    lacking: ['Allow anyone to @mention this role (@quiet)'],
  });
  expect(await check('conference', 'quiet', 'de')).toMatchObject({
    lacking: ['Jedem erlauben, diese Rolle zu @erwähnen (@quiet)'],
  });
  expect(await check('conference', 'everyone')).toEqual({
    kind: 'forbidden',
    lacking: ['Mention @everyone, @here, and All Roles'],
  });
  expect(await check('loud', 'quiet')).toEqual(writable);
  expect(await check('loud', 'everyone')).toEqual(writable);
});

test('a role that was deleted is told, for announcements would name nobody', async () => {
  for (const server of ['conference', 'loud']) {
    expect(await inspect(server, news(server), '4194305')).toEqual({ kind: 'mentionGone' });
  }
});

test('a locked thread is told, for nobody may write there who cannot unlock it', async () => {
  const community = 'threads';
  const check = (name: string, locale?: string) =>
    inspect(community, discord.channelId(name, community), undefined, locale);
  expect(await check('private')).toEqual({ kind: 'writable', name: '#private' });
  expect(await check('locked')).toEqual({
    kind: 'forbidden',
    lacking: ['an unlocked thread (or Manage Threads)'],
  });
  expect(await check('locked', 'de')).toMatchObject({
    lacking: ['ein Thread, der nicht gesperrt ist (oder Manage Threads)'],
  });
});

test('a voice channel and a stage can be written to by whoever may join them', async () => {
  for (const name of ['voice', 'stage']) {
    const threads = discord.channelId(name, 'threads');
    expect(await inspect('threads', threads)).toEqual({ kind: 'writable', name: `#${name}` });
    expect(await inspect('loud', discord.channelId(name, 'loud'))).toEqual({
      kind: 'forbidden',
      lacking: ['Connect'],
    });
  }
});
