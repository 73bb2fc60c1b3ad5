import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { messageOf } from '../../servers/discord/answer.ts';
import type { Seen } from '../../servers/discord/seen.ts';
import { type Discord, startDiscord } from '../../servers/discord/server.ts';
import type { Serving } from '../../support/serving.ts';
import { FRINGE, MAIN, SOLO, WEB } from '../../support/sideEvent.ts';
import { serveDiscord } from './program.ts';

/** A server with a main conference and a side event, beside one that has another conference; chapters of a morning. */
const MAIN_TALK = 'Lazy distribution of container images';
const SIDE_TALK = 'Distribution of bread';
const QUESTION = { query: 'distribution' };

let folder: string;
let discord: Discord;
let program: Serving;

const startAt = (clock: string) =>
  serveDiscord(discord, {
    ...{ from: `2020-02-01T${clock}:00+01:00`, speed: 1.01, web: WEB },
    environment: { DATABASE_URL: `sqlite:${join(folder, 'hallway.sqlite')}` },
  });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hallway-'));
  const roles = [{ name: 'organisers', permissions: ['ManageGuild'] }] as const;
  const [grace, olga] = ['grace', 'olga'].map((name) => ({ name, roles: ['organisers'] }));
  discord = await startDiscord({
    guilds: [
      { name: 'conference', channels: ['hall'], roles, members: ['ada', grace ?? 'grace'] },
      { name: 'solo', channels: ['barn'], roles, members: ['uwe', olga ?? 'olga'] },
    ],
  });
  program = await startAt('10:30');
});

afterEach(({ task }) => {
  if (task.result?.state === 'fail') console.error(program.log());
});

afterAll(async () => {
  await program.stop();
  expect(discord.violations).toEqual([]);
  await discord.stop();
  await rm(folder, { recursive: true });
});

const user = (name: string) => discord.user(name);
const ask = async (name: string, command: string, options = {}) =>
  messageOf(await user(name).slash(command, options));
const press = async (name: string, message: Seen, which: string | RegExp) =>
  messageOf(await user(name).press(message, which));
const labels = ({ buttons }: Seen) => buttons.map(({ label }) => label);

test('a second conference is asked about, and added; another server has its own alone', async () => {
  await ask('grace', 'conference use', { source: MAIN });
  const asked = await ask('grace', 'conference use', { source: FRINGE });
  expect(asked.text).toContain('Should it replace FOSDEM 2020');
  expect(labels(asked)).toEqual(['Replace', 'Add beside']);
  expect((await press('grace', asked, 'Add beside')).text).toContain('Fringe');

  const own = await ask('olga', 'conference use', { source: SOLO });
  expect(own.text).toContain('This community now follows Solo');
});

test('a question finds talks of both with their labels, and nothing of it elsewhere', async () => {
  const { text } = await ask('ada', 'talk', QUESTION);
  for (const words of [MAIN_TALK, SIDE_TALK, 'Fringe', 'fosdem2020']) expect(text).toContain(words);
  const elsewhere = await ask('uwe', 'talk', QUESTION);
  expect(elsewhere.text).toContain('Distribution of honey');
  expect(elsewhere.text).not.toMatch(/bread|Fringe|container/);
});

test('a star of the side event is on the list, and reminded of with its label', async () => {
  const card = await ask('ada', 'talk', { query: SIDE_TALK });
  await press('ada', card, '☆ Star');
  const list = await ask('ada', 'mytalks list');
  expect(list.text).toContain(SIDE_TALK);
  expect(list.text).toContain('Fringe');

  await program.stop();
  program = await startAt('10:51');
  const reminders = () =>
    user('ada')
      .dms()
      .filter(({ text }) => text.includes('starts in'))
      .map(({ text }) => text);
  await expect.poll(reminders).toEqual([expect.stringMatching(/Fringe.*Distribution of bread/s)]);
});

test('what was offered here means nothing to another server', async () => {
  const [offered] = await user('ada').autocomplete('talk', 'query', 'knitting');
  const query = String(offered?.value);
  expect((await ask('ada', 'talk', { query })).text).toContain('Knitting');
  for (const typed of [query, 'conf:fringe', FRINGE]) {
    expect((await ask('uwe', 'talk', { query: typed })).text).not.toMatch(/Knitting|bread/);
  }
  expect((await ask('uwe', 'mytalks list')).text).not.toMatch(/Knitting|bread/);
});

test('what is dropped is asked about first, and is searched no more', async () => {
  const asked = await ask('grace', 'conference drop');
  expect(asked.text).toContain('Fringe');
  expect((await ask('ada', 'talk', QUESTION)).text).toContain(SIDE_TALK);

  expect((await press('grace', asked, /Drop.*Fringe/)).text).toContain('Fringe');
  const again = await press('grace', asked, /Drop.*Fringe/);
  expect(again.text).toContain('a conference other than');
  expect((await ask('ada', 'talk', QUESTION)).text).not.toContain(SIDE_TALK);
  expect((await ask('ada', 'mytalks list')).text).toContain(SIDE_TALK);
});
