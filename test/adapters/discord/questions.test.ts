import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDiscord } from '../../../adapters/discord/platform.ts';
import { systemClock } from '../../../src/clock.ts';
import { messageOf } from '../../servers/discord/answer.ts';
import type { Seen } from '../../servers/discord/seen.ts';
import { type Discord, startDiscord } from '../../servers/discord/server.ts';
import { createEcho, unasked } from '../../support/echo.ts';
import { collectingLog } from './collectingLog.ts';

const { hallway, asked } = createEcho();

/** One for each test that talks, so that each hears its own. */
const CHANNELS = ['general', 'bots', 'edits', 'gone', 'removed', 'again', 'foreign', 'roles'];

let discord: Discord;
let isOurs = true;
let looks = 0;
let stop: () => Promise<void>;
/** Languages that people chose. */
const chosen = new Map<string, string>();

beforeAll(async () => {
  discord = await startDiscord({
    guilds: [
      {
        name: 'conference',
        locale: 'de',
        channels: CHANNELS,
        members: ['ada', 'alan', { name: 'mod', roles: ['moderators'] }],
        roles: [{ name: 'moderators', permissions: ['ManageMessages'] }],
      },
    ],
  });
  const platform = createDiscord({
    ...{ token: discord.token, apiUrl: discord.apiUrl, commands: [], clock: systemClock },
    isOurs: () => {
      looks += 1;
      return isOurs;
    },
    programmes: { all: unasked },
    servers: { known: async () => [], forget: async () => {} },
    newcomers: { isKnown: async () => true, isFirst: async () => false },
    namedRoles: { of: async () => [] },
    log: collectingLog(),
  });
  stop = () => platform.stop();
  await platform.start({
    ...hallway,
    reader: async ({ locale, member }) => ({ locale: chosen.get(member) ?? locale }),
  });
});

afterAll(async () => {
  await stop();
  expect(discord.violations).toEqual([]);
  await discord.stop();
});

const ada = () => discord.user('ada');
/** What Hallway said there. */
const answersIn = (channel: string) =>
  discord.messages(channel).filter(({ raw }) => raw.author.id === discord.applicationId);
const textsIn = (channel: string) => answersIn(channel).map(({ text }) => text);
const questions = (word: string) => asked.filter(({ text }) => text.includes(word));

async function answerTo(question: Seen, channel: string): Promise<Seen> {
  const replies = () =>
    answersIn(channel).filter(({ raw }) => raw.message_reference?.message_id === question.id);
  await expect.poll(replies).toHaveLength(1);
  const [only] = replies();
  if (only === undefined) throw new Error('Nothing was answered.');
  return only;
}

test('a mention is answered as a reply that pings nobody, for everyone who reads along', async () => {
  const question = ada().says('@hallway  when is   lunch?', { channel: 'general' });

  const answer = await answerTo(question, 'general');

  expect(answer.text).toBe('## You asked: when is lunch?');
  expect(answer.mentions).toEqual({ everyone: false, roles: [], users: [] });
  expect(answer.buttons.map(({ label }) => label)).toEqual(['Now', 'Entfernen']);
  expect(questions('when is lunch')).toEqual([
    {
      kind: 'question',
      text: 'when is lunch?',
      caller: {
        platform: 'discord',
        member: ada().id,
        locale: 'de',
        isLocaleGuessed: true,
        communityLocale: 'de',
        community: discord.guildId(),
        channel: discord.channelId('general'),
        isOrganiser: false,
      },
      isPublic: true,
      follows: [],
    },
  ]);
});

test('a direct message is answered, and carries on from what was shown', async () => {
  ada().says('first', { dm: true });
  await expect
    .poll(() =>
      ada()
        .dms()
        .map(({ text }) => text),
    )
    .toContain('## You asked: first');
  ada().says('and then?', { dm: true });
  await expect
    .poll(() =>
      ada()
        .dms()
        .map(({ text }) => text),
    )
    .toContain('## You asked: and then?');

  expect(questions('first')[0]).toMatchObject({ follows: [], welcome: 'member' });
  expect(questions('and then?')[0]).not.toHaveProperty('welcome');
  const shown = ada()
    .dms()
    .filter(({ raw }) => raw.author.bot === true);
  expect(shown.map(({ buttons }) => buttons.map(({ label }) => label))).toEqual([['Now'], ['Now']]);
  expect(questions('and then?')[0]).toMatchObject({
    isPublic: false,
    follows: ['h1:x:open:now'],
  });
  expect(questions('and then?')[0]?.caller).not.toHaveProperty('community');
});

test('a reply to an answer carries on from it when it pings, and is not for Hallway otherwise', async () => {
  const question = ada().says('@hallway before', { channel: 'general' });
  const answer = await answerTo(question, 'general');
  discord.user('alan').says('silently', { channel: 'general', replyTo: answer, pings: false });
  const reply = discord.user('alan').says('tomorrow?', { channel: 'general', replyTo: answer });

  expect((await answerTo(reply, 'general')).text).toBe('## You asked: tomorrow?');
  expect(questions('tomorrow?')[0]?.follows).toContain('h1:x:open:now');
  expect(questions('silently')).toEqual([]);
});

test('neither programs nor Hallway itself nor what is not for it is answered', async () => {
  ada().says('@hallway loop', { channel: 'bots', byBot: true });
  ada().says('nothing for anybody', { channel: 'bots' });
  ada().says('@hallway hush', { channel: 'bots' });
  const last = ada().says('@hallway heard', { channel: 'bots' });

  await answerTo(last, 'bots');
  expect(textsIn('bots')).toEqual(['## You asked: heard']);
  expect(questions('loop')).toEqual([]);
});

test('whose words do not arrive is told how to be heard', async () => {
  const role = discord.roleId('hallway');
  const question = ada().says(`<@&${role}> hello`, { channel: 'roles' });

  const answer = await answerTo(question, 'roles');

  expect(answer.text).toContain('Erwähne mich mit Namen');
  expect(questions('hello')).toEqual([]);
});

test('an edited question changes its answer, a deleted one takes it along', async () => {
  const question = ada().says('@hallway rst', { channel: 'edits' });
  const answer = await answerTo(question, 'edits');

  ada().edits(question, '@hallway rust');
  await expect.poll(() => textsIn('edits')).toEqual(['## You asked: rust']);
  expect(answersIn('edits')[0]).toMatchObject({ id: answer.id, edits: 1 });

  ada().deletes(question);
  await expect.poll(() => textsIn('edits')).toEqual([]);
});

test('a message that Discord tells of twice is answered once', async () => {
  const question = ada().says('@hallway once', { channel: 'again' });
  ada().repeats(question);
  await answerTo(question, 'again');
  const last = ada().says('@hallway last', { channel: 'again' });
  await answerTo(last, 'again');

  expect(textsIn('again')).toEqual(['## You asked: once', '## You asked: last']);
});

test('what another process may have heard is left to it', async () => {
  isOurs = false;
  const before = looks;
  ada().says('@hallway theirs', { channel: 'foreign' });
  await expect.poll(() => looks).toBeGreaterThan(before);
  isOurs = true;
  const last = ada().says('@hallway ours', { channel: 'foreign' });

  await answerTo(last, 'foreign');
  expect(questions('theirs')).toEqual([]);
});

test('an answer is removed by whoever asked or moderates, and by nobody else', async () => {
  const first = await answerTo(ada().says('@hallway one', { channel: 'removed' }), 'removed');
  const second = await answerTo(ada().says('@hallway two', { channel: 'removed' }), 'removed');

  const refusal = messageOf(await discord.user('alan').press(first, 'Entfernen'));
  expect(refusal).toMatchObject({
    ephemeral: true,
    text: expect.stringContaining('Only whoever asked'),
  });
  const alan = discord.user('alan');
  chosen.set(alan.id, 'de');
  const inGerman = messageOf(await alan.press(first, 'Entfernen'));
  expect(inGerman.text).toContain('wer gefragt hat');
  expect(textsIn('removed')).toHaveLength(2);

  await ada().press(first, 'Entfernen', { acknowledged: true });
  await discord.user('mod').press(second, 'Entfernen', { acknowledged: true });
  await expect.poll(() => textsIn('removed')).toEqual([]);
});
