import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { messageOf } from '../../servers/discord/answer.ts';
import type { Seen } from '../../servers/discord/seen.ts';
import { type Discord, startDiscord } from '../../servers/discord/server.ts';
import { FORGED_DEEDS, forgedIds } from '../../support/forgedIds.ts';
import type { Serving } from '../../support/serving.ts';
import { serveDiscord } from './program.ts';

/**
 * The people behind a conference in one server, and a stranger who organises another and presses
 * whatever they were shown; the tests are chapters of a morning.
 */
const SPEAKER = 'Akihiro Suda';
const TITLE = 'Lazy distribution of container images';
const ROOM = 'UD2.208 (Decroly)';
const SAID = 'Lunch is in the corridor.';

let folder: string;
let discord: Discord;
let program: Serving;

/** In real time, for whoever asks, but a turn of the cron each second. */
const startAt = (clock: string) =>
  serveDiscord(discord, {
    ...{ from: `2020-02-01T${clock}:00+01:00`, speed: 1.01 },
    environment: { DATABASE_URL: `sqlite:${join(folder, 'hallway.sqlite')}` },
  });

async function goTo(clock: string): Promise<void> {
  await program.stop();
  program = await startAt(clock);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hallway-'));
  const roles = [{ name: 'organisers', permissions: ['ManageGuild'] }] as const;
  const organising = (name: string) => ({ name, roles: ['organisers'] });
  discord = await startDiscord({
    rateLimits: {},
    guilds: [
      {
        ...{ name: 'conference', channels: ['hall', 'office', 'lobby'], roles },
        members: ['ada', 'hugo', 'mallory', organising('grace')],
      },
      { name: 'kongress', channels: ['saal'], roles, members: ['uwe', organising('mallory')] },
    ],
  });
  program = await startAt('10:30');
});

afterEach(({ task }) => {
  if (task.result?.state !== 'fail') return;
  console.error(program.log(), textsIn('hall'), textsIn('office'), dmsOf('ada', ''));
});

afterAll(async () => {
  await program.stop();
  expect(discord.violations).toEqual([]);
  await discord.stop();
  await rm(folder, { recursive: true });
});

const user = (name: string) => discord.user(name);
const organise = async (command: string, values = {}) =>
  messageOf(await user('grace').slash(`conference ${command}`, values));
const textsIn = (channel: string) => discord.messages(channel).map(({ text }) => text);
/** What stays, begun with these words. */
const dmsOf = (name: string, title: string): readonly Seen[] =>
  user(name)
    .dms()
    .filter(({ ephemeral, text }) => !ephemeral && text.startsWith(`## ${title}`));

/** The one that has these words. */
async function messageIn(channel: string, words: string): Promise<Seen> {
  const found = () => discord.messages(channel).filter(({ text }) => text.includes(words));
  await expect.poll(() => found().length).toBe(1);
  const [only] = found();
  if (only === undefined) throw new Error(`Nothing in ${channel} says “${words}”.`);
  return only;
}

test('an organiser names the channel of alerts, a helper and where talks are announced', async () => {
  expect((await organise('alerts', { where: `<#${discord.channelId('office')}>` })).text).toContain(
    discord.channelId('office'),
  );
  const helper = { who: 'hugo' };
  expect((await organise('helpers', helper)).text).toContain(`<@${user('hugo').id}>`);
  expect((await organise('announce', { channel: 'hall' })).text).toContain(
    discord.channelId('hall'),
  );
});

test('a speaker claims a talk from its card, an organiser confirms it by the alert, and it is told', async () => {
  const card = messageOf(await user('ada').slash('talk', { query: 'crfs' }));
  await user('ada').press(card, /^☆ Star$/);
  const which = messageOf(await user('ada').press(card, 'I am this speaker …'));
  const claimed = messageOf(await user('ada').press(which, `I am ${SPEAKER}`));
  expect(claimed.text).toContain(`asked to confirm that you are ${SPEAKER}`);

  const alert = await messageIn('office', 'Somebody says they are a speaker');
  const refused = messageOf(await user('hugo').press(alert, `Confirm ${SPEAKER}`));
  expect(refused.text).toContain('for organisers');
  const confirmed = messageOf(await user('grace').press(alert, `Confirm ${SPEAKER}`));
  expect(confirmed.text).toContain(`Confirmed: ${SPEAKER}.`);
  await expect.poll(() => dmsOf('ada', `You are confirmed as ${SPEAKER}`)).toHaveLength(1);
});

test('a helper says that the room is full, and the announcement says so too', async () => {
  await goTo('10:46');
  const announced = await messageIn('hall', TITLE);
  const hers = messageOf(await user('ada').slash('room', { room: ROOM, state: 'full' }));
  expect(hers.text).toContain('helpers');
  const his = messageOf(await user('hugo').slash('room', { room: ROOM, state: 'full' }));
  expect(his.text).toContain('full');
  await expect.poll(() => discord.current(announced)?.text).toContain('full');
});

test('a talk is cancelled by hand once it is said how many hear of it, and restored', async () => {
  const preview = await organise('talk', { talk: TITLE, act: 'cancel' });
  expect(preview.text).toContain('1 channel and 1 person will be told.');
  expect(messageOf(await user('grace').press(preview, 'Change it')).text).toContain('Done.');
  await expect.poll(() => textsIn('hall').join('\n')).toMatch(/cancel/i);
  const back = await organise('talk', { talk: TITLE, act: 'restore' });
  expect(messageOf(await user('grace').press(back, 'Change it')).text).toContain('Done.');
  await messageIn('hall', '## Takes place after all');
  await expect.poll(() => dmsOf('ada', 'Your talk: Takes place after all')).toHaveLength(1);
});

test('something is said to the channel, seen first, and taken back', async () => {
  const preview = await organise('say', { text: SAID, to: `<#${discord.channelId('lobby')}>` });
  expect(preview.text).toContain(SAID);
  expect(textsIn('lobby')).toEqual([]);
  const sent = messageOf(await user('grace').press(preview, 'Send it'));
  const said = await messageIn('lobby', SAID);
  await expect.poll(() => discord.current(sent)?.text).toContain('1 of 1 have arrived.');
  await user('grace').press(sent, 'Take it back');
  await expect.poll(() => discord.current(said)).toBeUndefined();
  expect(textsIn('lobby')).toEqual([]);
});

/** Whatever there ever was to press, of the messages that Discord was sent. */
function everyId(): readonly string[] {
  const sent = discord.requests.map(({ body }) => JSON.stringify(body) ?? '');
  const found = sent.flatMap((body) => [...body.matchAll(/"(?:custom_id|value)":"(h1:[^"]+)"/g)]);
  return [...new Set(found.flatMap(([, id]) => id ?? []))];
}

const ORGANISERS_DEEDS = ['confirmClaim', 'refuseClaim', 'changeTalk', 'say', 'roomState', 'late'];
const isOrganisers = (id: string) =>
  [...ORGANISERS_DEEDS, ...FORGED_DEEDS].includes(id.split(':')[2] ?? '');
const COMMANDS: readonly (readonly [string, Readonly<Record<string, string | number>>])[] = [
  ['status', { show: 'log' }],
  ['doctor', {}],
  ['say', { text: 'Hello', to: 'speakers' }],
  ['talk', { talk: TITLE, act: 'cancel' }],
  ['delay', { room: ROOM, minutes: 5 }],
  ['alerts', { where: 'off' }],
  ['helpers', { who: 'uwe' }],
  ['interest', {}],
  ['drop', {}],
  ['accept', {}],
];

const stateOfFirst = async () => [
  textsIn('hall'),
  textsIn('office'),
  textsIn('lobby'),
  dmsOf('ada', '').map(({ text }) => text.split('\n')[0]),
  (await organise('status', { show: 'log' })).text,
  (await organise('status')).text.replace(/^\*\*(?:Last|Messages).*$/gm, ''),
];

test('a stranger who presses all of it at home and here learns and changes nothing', async () => {
  const claimed = messageOf(await user('hugo').slash('speaker claim', { talk: TITLE }));
  expect(claimed.text).toContain('asked to confirm');
  await expect.poll(() => textsIn('office').at(-1)).toContain(user('hugo').id);
  const before = await stateOfFirst();
  const sent = everyId();
  const deeds = new Set(sent.map((id) => id.split(':')[2]));
  expect(ORGANISERS_DEEDS.filter((deed) => !deeds.has(deed))).toEqual([]);
  const ids = [...sent, ...forgedIds(sent[0] ?? '')];

  const secrets = [
    ...['ada', 'hugo', 'grace'].map((name) => user(name).id),
    ...['hall', 'office', 'lobby'].map((channel) => discord.channelId(channel)),
    ...[discord.guildId('conference'), SAID],
  ];
  const at = { guild: 'kongress' };
  const room = messageOf(await user('mallory').slash('room', { room: ROOM }, at));
  expect(room.text).toContain('Nobody has said that it is full.');
  const told: string[] = [];
  const press = async (id: string, guild: string) => {
    const screen = messageOf(await user('mallory').slash('now', {}, { guild }));
    const answer = await user('mallory').press(screen, id, { force: true });
    return JSON.stringify(answer.kind === 'modal' ? answer.modal : answer.message);
  };
  for (const id of ids) {
    told.push(`${id}: ${await press(id, 'kongress')}`);
    // What any member may do for all to see is theirs to do here.
    if (/:(?:share|claimSpeaker):/.test(id)) continue;
    const here = await press(id, 'conference');
    if (isOrganisers(id)) {
      expect(`${id} ${here}`).toContain('That did not work');
    }
  }
  for (const [command, values] of COMMANDS) {
    for (const [who, guild] of [
      ['mallory', 'conference'],
      ['uwe', 'kongress'],
    ] as const) {
      const answer = await user(who).slash(`conference ${command}`, values, { guild, force: true });
      expect(messageOf(answer).text).toContain('for organisers');
    }
    const own = await user('mallory').slash(`conference ${command}`, values, at);
    told.push(`${command}: ${JSON.stringify(messageOf(own))}`);
  }
  expect(told.filter((one) => secrets.some((secret) => one.includes(secret)))).toEqual([]);
  expect(await stateOfFirst()).toEqual(before);
});

test('who is not that speaker hears so kindly', async () => {
  const alert = await messageIn('office', `<@${user('hugo').id}> says they are`);
  const refused = messageOf(await user('grace').press(alert, `Refuse ${SPEAKER}`));
  expect(refused.text).toContain(`Refused: ${SPEAKER}.`);
  await expect.poll(() => dmsOf('hugo', `Not confirmed as ${SPEAKER}`)).toHaveLength(1);
});
