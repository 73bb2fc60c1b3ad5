import { afterAll, beforeAll, expect, test } from 'vitest';
import { ANSWERED_A_MINUTE } from '../../../src/commands/answering/questionPace.ts';
import { messageOf } from '../../servers/discord/answer.ts';
import type { Seen } from '../../servers/discord/seen.ts';
import { type Discord, startDiscord } from '../../servers/discord/server.ts';
import { expectGolden } from '../../support/golden.ts';
import type { Program } from '../../support/startedProgram.ts';
import { startOnDiscord } from './program.ts';

/** People who talk to Hallway, with the real program as a process of its own; the tests are chapters. */
const CHANNELS = ['hallway', 'general', 'stars', 'edits', 'two', 'flood'];

let discord: Discord;
let program: Program;

beforeAll(async () => {
  discord = await startDiscord({
    guilds: [
      {
        name: 'conference',
        channels: CHANNELS,
        members: ['ada', 'alan', 'flo', 'finn', 'grace', 'greta'],
      },
      { name: 'kongress', locale: 'de', channels: ['saal'], members: ['uwe'] },
    ],
    // The flood is to be held back by Hallway alone.
    rateLimits: {},
  });
  program = await startOnDiscord(discord, { args: ['--from', '2020-02-01T10:40:00+01:00'] });
});

afterAll(async () => {
  await program.stop();
  expect(discord.violations).toEqual([]);
  await discord.stop();
});

const ada = () => discord.user('ada');
const alan = () => discord.user('alan');
const answersIn = (channel: string) =>
  discord.messages(channel).filter(({ raw }) => raw.author.id === discord.applicationId);
const saidTo = (name: string) =>
  discord
    .user(name)
    .dms()
    .filter(({ raw }) => raw.author.id === discord.applicationId);
const CRFS = 'Lazy distribution of container images';
/** Of two people in a minute. */
const MOST_OF_TWO = 2 * ANSWERED_A_MINUTE.member;
const PODMAN = 'Podman - The Powerful Container Multi-Tool';

async function answerTo(question: Seen, channel: string): Promise<Seen> {
  const replies = () =>
    answersIn(channel).filter(({ raw }) => raw.message_reference?.message_id === question.id);
  await expect.poll(replies).toHaveLength(1);
  const [only] = replies();
  if (only === undefined) throw new Error('Nothing was answered.');
  return only;
}

test('a mention is answered, and a reply to the answer goes on from there, whoever writes it', async () => {
  const question = ada().says('@hallway podman', { channel: 'general' });
  const first = await answerTo(question, 'general');
  expect(first.text).toContain(PODMAN);
  expect(first.mentions.users).toEqual([]);
  const reply = alan().says('and after that?', { channel: 'general', replyTo: first });
  const second = await answerTo(reply, 'general');
  expect(second.text).toContain(CRFS);
});

test('a question, one of its answers picked, and one’s own, as the pictures in the docs show them', async () => {
  const channel = 'hallway';
  // What the talks mean is known a moment after the start; the picture shows the answer from then on.
  const found = async () =>
    messageOf(await ada().slash('talk', { query: 'kubernetes day:1 after:12 before:18' }));
  await expect.poll(async () => (await found()).text).toContain('How');
  const first = ada().says('@hallway what is there about kubernetes this afternoon?', { channel });
  const list = await answerTo(first, channel);
  const second = alan().says('the second one', { channel, replyTo: list });
  const picked = await answerTo(second, channel);
  const third = alan().says('star it', { channel, replyTo: picked });
  const starred = await answerTo(third, channel);

  const said = [
    ['ada', '@Hallway what is there about kubernetes this afternoon?', list],
    ['alan', 'the second one', picked],
    ['alan', 'star it', starred],
  ] as const;
  const exchange = said.map(([name, words, { raw }]) => ({
    ...{ name, words, components: raw.components },
  }));
  const withoutIds = JSON.stringify(exchange, undefined, 2).replaceAll(/\d{17,}/g, 'ID');
  await expectGolden('discord/conversation.json', `${withoutIds}\n`);
});

test('what is starred there is on the list of whoever said so, and the channel learns no more', async () => {
  const answer = await answerTo(ada().says('@hallway crfs', { channel: 'stars' }), 'stars');
  expect(answer.text).toContain(CRFS);
  const said = await answerTo(
    ada().says('star it', { channel: 'stars', replyTo: answer }),
    'stars',
  );
  expect(said.text).not.toContain(CRFS);
  expect(said.buttons.map(({ label }) => label)).toContain('Show mine');
  await expect
    .poll(() =>
      saidTo('ada')
        .map(({ text }) => text)
        .join(),
    )
    .toContain(CRFS);
});

test('an edited question changes its answer, and a deleted one takes it along', async () => {
  const question = ada().says('@hallway crfs', { channel: 'edits' });
  const answer = await answerTo(question, 'edits');
  ada().edits(question, '@hallway podman');
  await expect.poll(() => answersIn('edits')[0]?.text).toContain(PODMAN);
  expect(answersIn('edits').map(({ id }) => id)).toEqual([answer.id]);
  ada().deletes(question);
  await expect.poll(() => answersIn('edits')).toEqual([]);
});

test('a direct conversation begins with a word on how to ask, and carries on', async () => {
  const grace = discord.user('grace');
  grace.says('what is on now?', { dm: true });
  await expect.poll(() => saidTo('grace')).toHaveLength(1);
  expect(saidTo('grace')[0]?.text).toContain('Ask me in your own words');
  grace.says('crfs', { dm: true });
  await expect.poll(() => saidTo('grace')).toHaveLength(2);
  expect(saidTo('grace')[1]?.text).toContain(CRFS);
  expect(saidTo('grace')[1]?.text).not.toContain('Ask me in');
  grace.says('star it', { dm: true });
  const all = () =>
    saidTo('grace')
      .map(({ text }) => text)
      .join('\n');
  await expect.poll(all).toContain('1 talk on your list');
});

test('a German server is answered in German, and understood', async () => {
  const first = await answerTo(
    discord.user('uwe').says('@hallway was läuft jetzt?', { channel: 'saal', guild: 'kongress' }),
    'saal',
  );
  expect(first.text).toContain('## Jetzt, Sa 10:40');
  const question = discord.user('uwe').says('und danach?', { channel: 'saal', replyTo: first });
  const second = await answerTo(question, 'saal');
  expect(second.buttons.map(({ label }) => label)).toContain('Entfernen');
  expect(second.text).toContain('**Raum**');
  expect(second.text).toContain(CRFS);
});

test('whose language is known from a command is answered in it, wherever they write, and stays so', async () => {
  const greta = discord.user('greta');
  const german = { channel: 'general', locale: 'de' };
  const talk = messageOf(await greta.slash('talk', { query: 'crfs' }, german));
  await greta.press(talk, '☆ Merken', german);
  await expect.poll(() => saidTo('greta')).toHaveLength(1);

  const mention = greta.says('@hallway podman', { channel: 'general' });
  const answer = await answerTo(mention, 'general');
  expect(answer.text).toContain('**Raum**');
  expect(answer.buttons.map(({ label }) => label)).toContain('Entfernen');
  greta.says('merk dir das', { channel: 'general', replyTo: answer });
  await expect.poll(() => saidTo('greta')[0]?.text).toContain('2 Vorträge auf deiner Liste');
});

test('two who talk at once are each answered under their own words', async () => {
  const one = ada().says('@hallway crfs', { channel: 'two' });
  const other = alan().says('@hallway podman', { channel: 'two' });
  const [first, second] = await Promise.all([answerTo(one, 'two'), answerTo(other, 'two')]);
  expect(first.text).toContain(CRFS);
  expect(second.text).toContain(PODMAN);
});

test('of fifty questions at once each is answered at most once, and a channel is not drowned', async () => {
  const asked = Array.from({ length: 50 }, (_, at) =>
    discord.user(at % 2 === 0 ? 'flo' : 'finn').says(`@hallway crfs ${at}`, { channel: 'flood' }),
  );
  // Who asked too much is answered elsewhere only after a while: somebody else shows that all were heard.
  const last = discord.user('grace').says('@hallway crfs', { channel: 'flood' });
  await answerTo(last, 'flood');
  const answered = () => answersIn('flood').map(({ raw }) => raw.message_reference?.message_id);
  await expect.poll(answered).toHaveLength(MOST_OF_TWO + 1);
  expect(new Set(answered()).size).toBe(MOST_OF_TWO + 1);
  expect([...asked, last].map(({ id }) => id)).toEqual(expect.arrayContaining(answered()));
});
