import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { choiceOf, messageOf, modalOf } from '../../servers/discord/answer.ts';
import type { Seen } from '../../servers/discord/seen.ts';
import { type Discord, startDiscord } from '../../servers/discord/server.ts';
import type { DiscordUser } from '../../servers/discord/user.ts';
import { withMoreTalks, withoutTalksFrom } from '../../support/flood.ts';
import type { Serving } from '../../support/serving.ts';
import { serveDiscord } from './program.ts';

/**
 * A Saturday at FOSDEM; the tests are its chapters. The clock takes its time while people ask, and
 * runs while they wait.
 */
const REAL = 1;
/** Six seconds late, and a reminder would say another minute. */
const BRISK = 20;
const FAST = 60;
const TITLE = 'Lazy distribution of container images';
const MOVED = 'Container Live Migration';

let folder: string;
let schedule: string;
let discord: Discord;
let program: Serving;
let ada: DiscordUser;
let alan: DiscordUser;
let grace: DiscordUser;

const startAt = (clock: string, speed: number) =>
  serveDiscord(discord, {
    from: `2020-02-01T${clock}:00+01:00`,
    speed,
    environment: {
      DATABASE_URL: `sqlite:${join(folder, 'hallway.sqlite')}`,
      SCHEDULE: join(folder, 'schedule.json'),
      SCHEDULE_REFRESH_MINUTES: '1',
    },
  });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hallway-'));
  const original = new URL('../../../data/fosdem-2020-containers.json', import.meta.url);
  schedule = await readFile(original, 'utf8');
  await writeFile(join(folder, 'schedule.json'), schedule);
  discord = await startDiscord();
  [ada, alan, grace] = [discord.user('ada'), discord.user('alan'), discord.user('grace')];
  program = await startAt('10:35', REAL);
});

afterEach(({ task }) => {
  if (task.result?.state !== 'fail') return;
  console.error(`After "${task.name}":`, program.log(), titleLines(ada.dms()));
});

afterAll(async () => {
  await program.stop();
  expect(discord.violations).toEqual([]);
  await discord.stop();
  await rm(folder, { recursive: true });
});

const titleLines = (messages: readonly Seen[]) =>
  messages.map(({ text }) => text.split('\n').find((line) => line.startsWith('## ')));
/** What stays: an answer in direct messages is seen there as well, for a while. */
const lists = (user: DiscordUser) =>
  user.dms().filter(({ ephemeral, text }) => !ephemeral && text.startsWith('## My talks'));
const listOf = (user: DiscordUser) => lists(user)[0];

function theList(user: DiscordUser): Seen {
  const list = listOf(user);
  if (list === undefined) throw new Error(`${user.name} has no list.`);
  return list;
}

test('an organiser has talks announced, and hears which permission is missing', async () => {
  discord.deny('general', ['SendMessages']);
  const refusal = messageOf(await grace.slash('conference announce', { channel: 'general' }));
  expect(refusal.text).toContain('Send Messages');
  const silent = { channel: 'announcements', mention: 'organisers' };
  expect(messageOf(await grace.slash('conference announce', silent)).text).toContain(
    'Allow anyone to \\@mention this role',
  );
  const done = messageOf(
    await grace.slash('conference announce', { channel: 'announcements', mention: 'devroom' }),
  );
  expect(done.text).toContain('announcements');
});

test('the first star opens direct messages with the list, and a second one edits it', async () => {
  const card = messageOf(await ada.slash('talk', { query: 'crfs' }));
  await ada.press(card, /^☆ Star$/);
  await expect.poll(() => listOf(ada)?.text).toContain(TITLE);
  const other = messageOf(await ada.slash('talk', { query: 'live migration' }));
  await ada.press(other, /^☆ Star$/);
  await expect.poll(() => listOf(ada)?.text).toContain(MOVED);
  expect(lists(ada)).toHaveLength(1);
});

test('whose direct messages are closed hears so, and is not tried for ever', async () => {
  alan.closeDms();
  const card = messageOf(await alan.slash('talk', { query: 'crfs' }));
  await alan.press(card, /^☆ Star$/);
  await expect
    .poll(async () => messageOf(await alan.slash('mytalks list')).text)
    .toContain('direct messages do not reach you');
});

test('the lead time is asked for in a form', async () => {
  const settings = messageOf(await ada.press(theList(ada), 'Settings'));
  const asked = modalOf(await ada.select(settings, ...choiceOf(settings, 'Another time …')));
  expect(asked).toMatchObject({
    title: 'Lead time of reminders',
    fields: [{ label: 'Minutes before a talk starts', value: '10' }],
  });
  await ada.submit(asked, { value: '5' });
  await expect.poll(() => theList(ada).text).toContain('5 min before');
});

test('after a restart the channel hears of the talk at its minute, and then its member', async () => {
  expect(await program.stop()).toBe(0);
  program = await startAt('10:48', BRISK);
  const announced = () =>
    discord.messages('announcements').filter(({ text }) => text.includes(TITLE));
  await expect.poll(announced).toHaveLength(1);
  expect(announced()[0]?.mentions).toEqual({
    everyone: false,
    roles: [discord.roleId('devroom')],
    users: [],
  });
  const reminded = () => ada.dms().filter(({ text }) => text.startsWith('## On your list'));
  await expect.poll(reminded).toHaveLength(1);
  expect(reminded()[0]?.text).toMatch(/^## On your list: starts in [45] min\n/);
  expect(reminded()[0]?.text).toContain(TITLE);
});

const changed = () =>
  schedule.replaceAll('T12:55:00', 'T13:25:00').replaceAll('"12:55"', '"13:25"');

test('a talk that moves is told to its channel and its members, and the list follows', async () => {
  await writeFile(join(folder, 'schedule.json'), changed());
  const told = (messages: readonly Seen[]) =>
    messages.filter(({ text }) => text.includes('Moved') && text.includes(MOVED));
  await expect.poll(() => told(discord.messages('announcements'))).toHaveLength(1);
  await expect.poll(() => told(ada.dms())).toHaveLength(1);
  await expect.poll(() => theList(ada).text).toContain('13:25');
  expect(lists(ada)).toHaveLength(1);
});

const floods = () =>
  discord.messages('announcements').filter(({ text }) => text.startsWith('## 22 changes'));

function theFlood(): Seen {
  const [flood] = floods();
  if (flood === undefined) throw new Error('Nothing tells of the flood.');
  return flood;
}

test('very many changes are one message, whose button opens all of them by page', async () => {
  await writeFile(join(folder, 'schedule.json'), withMoreTalks(changed(), 22));
  await expect.poll(floods).toHaveLength(1);
  const first = messageOf(await ada.press(theFlood(), /^All changes$/));
  expect(first).toMatchObject({ ephemeral: true, text: expect.stringContaining('Page 1 of 3') });
  const second = messageOf(await ada.press(first, /^More$/));
  expect(second.text).toContain('New: Lightning talk 9');
});

test('who comes late asks what changed: each talk once, the own marked for its reader alone', async () => {
  const page = messageOf(await ada.slash('changes', { since: 'breakfast' }));
  expect(page).toMatchObject({
    ephemeral: true,
    text: expect.stringContaining('changes since 07:00'),
  });
  const asked = messageOf(await ada.slash('talk', { query: 'what changed since yesterday?' }));
  const pages = async (from: Seen): Promise<string> =>
    from.buttons.some(({ label }) => label === 'More')
      ? `${from.text}\n${await pages(messageOf(await ada.press(from, /^More$/)))}`
      : from.text;
  const told = await pages(asked);
  expect(told.split(`Moved: ${MOVED}`)).toHaveLength(2);
  expect(told.split('on your list').length).toBeGreaterThan(2);
  const shared = messageOf(await ada.press(page, /^Share to channel$/));
  expect(shared).toMatchObject({
    ephemeral: false,
    text: expect.not.stringContaining('your list'),
  });
});

test('buttons of before a restart still work after it, and nothing is told twice', async () => {
  const before = titleLines([...ada.dms(), ...discord.messages('announcements')]);
  expect(await program.stop()).toBe(0);
  program = await startAt('11:40', FAST);
  const list = theList(ada);
  await ada.press(list, /^★ Starred$/);
  await expect.poll(() => theList(ada).text).not.toContain(TITLE);
  expect(theList(ada).text).toContain(MOVED);
  const page = messageOf(await ada.press(theFlood(), /^All changes$/));
  expect(page.text).toContain('Page 1 of 3');
  expect(titleLines([...ada.dms(), ...discord.messages('announcements')])).toEqual(
    expect.arrayContaining(before),
  );
  const told = titleLines([...ada.dms(), ...discord.messages('announcements')]);
  for (const title of new Set(before)) {
    expect(told.filter((each) => each === title)).toEqual(before.filter((each) => each === title));
  }
});

test('who wishes for it hears of recordings and is asked how talks were, once the hour is over', async () => {
  const said = await grace.slash('conference stream', {
    room: 'UD2.208',
    url: 'https://live.fosdem.org/watch/ud2208',
  });
  expect(messageOf(said).text).toContain('<https://live.fosdem.org/watch/ud2208>');
  const log = messageOf(await grace.slash('conference status', { show: 'log' })).text;
  const [streamed, announced] = log.split('\n').filter((line) => line.includes(`<@${grace.id}>`));
  expect(streamed).toContain('stream of UD2.208 \\(Decroly\\): nothing → https');
  expect(announced).toContain(`announcements in <#${discord.channelId('announcements')}>: nothing`);
  for (const query of ['crfs', 'bpf as a revolutionary']) {
    await ada.press(messageOf(await ada.slash('talk', { query })), /^☆ Star$/);
  }
  for (const wish of ['recordings', 'feedback']) {
    await ada.slash(`mytalks ${wish}`, { when: 'on' });
  }
  expect(await program.stop()).toBe(0);
  program = await startAt('11:58', FAST);
  const told = (title: string) => ada.dms().filter(({ text }) => text.startsWith(`## ${title}`));
  await expect.poll(() => told('How were they?')).toHaveLength(1);
  await expect.poll(() => told('A recording is up')).toHaveLength(1);
  const [recording] = told('A recording is up');
  if (recording === undefined) throw new Error('Nothing tells of the recording.');
  expect(recording.text).toContain(TITLE);
  const stopped = messageOf(await ada.press(recording, 'No more recordings'));
  expect(stopped.text).toContain('no longer told of recordings');
});

test('a version that lost too much is taken once an organiser has looked at it', async () => {
  const where = `<#${discord.channelId('announcements')}>`;
  expect(messageOf(await ada.slash('conference alerts', { where })).text).toContain('organisers');
  const named = messageOf(await grace.slash('conference alerts', { where })).text;
  expect(named).toContain(`${where} is where organisers are told`);
  const alerts = () => titleLines(discord.messages('announcements'));
  await expect.poll(alerts).toContain('## Alerts come here');
  await writeFile(join(folder, 'schedule.json'), withoutTalksFrom(schedule, '12:00'));
  const shown = messageOf(await grace.slash('conference accept'));
  expect(shown.text).toMatch(/has lacked \d+ of \d+ talks still to come/);
  expect(shown.text).toMatch(/It would change \d+ talks: \d+ canceled/);
  const unbelieved = 'A new version of the schedule looks wrong';
  await expect.poll(alerts).toContain(`## ${unbelieved}`);
  const told = () => discord.messages('announcements').map(({ text }) => text);
  expect(told()).not.toContainEqual(expect.stringMatching(/\d canceled/));
  expect(messageOf(await ada.slash('conference accept')).text).toContain('organisers');

  const taken = messageOf(await grace.press(shown, 'Take this version'));
  expect(taken.text).toContain('The version is taken over. 1 channel');
  await expect.poll(told).toContainEqual(expect.stringMatching(/\d canceled/));
  expect(messageOf(await grace.slash('conference accept')).text).toContain('nothing to accept');
  const { text: log } = messageOf(await grace.slash('conference status', { show: 'log' }));
  expect(log).toMatch(/version: .*#\d+ .* → .*#\d+/);
  await expect.poll(alerts).toContain(`## Over: ${unbelieved}`);
  expect(alerts().filter((title) => title?.includes(unbelieved))).toHaveLength(1);
});

test('who asks to be forgotten is', async () => {
  const asked = messageOf(await ada.slash('mytalks forget'));
  const answer = asked.buttons.length > 0 ? messageOf(await ada.press(asked, /.*/)) : asked;
  expect(answer.text).toContain('erased');
  const list = messageOf(await ada.slash('mytalks list'));
  expect(list.text).toContain('Your list is empty');
});
