import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { SCOPES } from '../../../adapters/slack/connection/scopes.ts';
import { choiceOf, messageOf } from '../../servers/slack/answer.ts';
import type { Seen } from '../../servers/slack/seen.ts';
import { type Slack, startSlack } from '../../servers/slack/server.ts';
import { FORGED_DEEDS, forgedIds } from '../../support/forgedIds.ts';
import { freePort } from '../../support/freePort.ts';
import { type Serving, serveHere } from '../../support/serving.ts';
import { ON_SLACK } from './program.ts';

/**
 * The people behind a conference in one workspace, and strangers who press whatever they were shown:
 * the admin of another workspace, and a guest whom a shared channel brings here. The tests are
 * chapters of a morning.
 */
const SPEAKER = 'Akihiro Suda';
const TITLE = 'Lazy distribution of container images';
const ROOM = '"UD2.208 (Decroly)"';
const SAID = 'Lunch is in the corridor.';

let folder: string;
let slack: Slack;
let program: Serving;
let environment: Readonly<Record<string, string>>;

/** In real time, for whoever asks, but a turn of the cron each second. */
const startAt = (clock: string) =>
  serveHere({
    ...{ from: `2020-02-01T${clock}:00+01:00`, speed: 1.01, ready: ON_SLACK },
    environment: { ...environment, DATABASE_URL: `sqlite:${join(folder, 'hallway.sqlite')}` },
  });

async function goTo(clock: string): Promise<void> {
  await program.stop();
  program = await startAt(clock);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hallway-'));
  const guest = { name: 'guest', admin: true, owner: true, home: 'T0OTHER' };
  slack = await startSlack({
    workspaces: [
      {
        ...{ name: 'conference', scopes: SCOPES, installed: false },
        users: [{ name: 'grace', admin: true }, 'ada', 'hugo', guest],
        channels: ['hall', 'office', 'lobby'],
      },
      {
        ...{ name: 'kongress', scopes: SCOPES, installed: false },
        ...{ users: [{ name: 'mallory', admin: true }, 'uwe'], channels: ['saal'] },
      },
    ],
  });
  const port = await freePort();
  slack.deliverTo(`http://127.0.0.1:${port}/slack/events`);
  environment = {
    ...{ SLACK_CLIENT_ID: slack.clientId, SLACK_CLIENT_SECRET: slack.clientSecret },
    ...{ SLACK_SIGNING_SECRET: slack.signingSecret, SLACK_API_URL: slack.apiUrl },
    ...{ ENCRYPTION_KEY: randomBytes(32).toString('base64'), PORT: String(port) },
  };
  program = await startAt('10:30');
  const page = `http://127.0.0.1:${port}/slack/install`;
  await slack.user('grace').install(page);
  await slack.user('mallory', 'kongress').install(page);
});

afterEach(({ task }) => {
  if (task.result?.state !== 'fail') return;
  console.error(program.log(), textsIn('hall'), textsIn('office'), dmsOf('ada', ''));
});

afterAll(async () => {
  await program.stop();
  expect(slack.violations).toEqual([]);
  await slack.stop();
  await rm(folder, { recursive: true });
});

const organise = async (text: string) =>
  messageOf(await slack.user('grace').slash('/conference', text));
const mention = (channel: string) => `<#${slack.channelId(channel)}|${channel}>`;
const textsIn = (channel: string) => slack.messages(channel).map(({ text }) => text);
/** Begun with these words. */
const dmsOf = (name: string, title: string): readonly Seen[] =>
  slack.dms(name).filter(({ text }) => text.startsWith(title));

/** The one that has these words. */
async function messageIn(channel: string, words: string): Promise<Seen> {
  const found = () => slack.messages(channel).filter(({ text }) => text.includes(words));
  await expect.poll(() => found().length).toBe(1);
  const [only] = found();
  if (only === undefined) throw new Error(`Nothing in ${channel} says “${words}”.`);
  return only;
}

test('an organiser names the channel of alerts, a helper and where talks are announced', async () => {
  expect((await organise(`alerts ${mention('office')}`)).text).toContain(slack.channelId('office'));
  const { id } = slack.user('hugo');
  expect((await organise(`helpers <@${id}|hugo>`)).text).toContain(`<@${id}>`);
  expect((await organise(`announce ${mention('hall')}`)).text).toContain(slack.channelId('hall'));
});

test('a speaker claims a talk from its card, an organiser confirms it by the alert, and it is told', async () => {
  const ada = slack.user('ada');
  const card = messageOf(await ada.slash('/talk', 'crfs'));
  await ada.action(card, '☆ Star');
  const which = messageOf(await ada.action(card, ...choiceOf(card, 'I am this speaker …')));
  const claimed = messageOf(await ada.action(which, `I am ${SPEAKER}`));
  expect(claimed.text).toContain(`asked to confirm that you are ${SPEAKER}`);

  const alert = await messageIn('office', 'Somebody says they are a speaker');
  const refused = messageOf(await slack.user('hugo').action(alert, `Confirm ${SPEAKER}`));
  expect(refused.text).toContain('for organisers');
  const confirmed = messageOf(await slack.user('grace').action(alert, `Confirm ${SPEAKER}`));
  expect(confirmed.text).toContain(`Confirmed: ${SPEAKER}.`);
  await expect.poll(() => dmsOf('ada', `You are confirmed as ${SPEAKER}`)).toHaveLength(1);
});

test('a helper says that the room is full, and the announcement says so too', async () => {
  await goTo('10:46');
  const announced = await messageIn('hall', TITLE);
  const hers = messageOf(await slack.user('ada').slash('/room', `${ROOM} full`));
  expect(hers.text).toContain('helpers');
  const his = messageOf(await slack.user('hugo').slash('/room', `${ROOM} full`));
  expect(his.text).toContain('full');
  await expect.poll(() => slack.current(announced)?.text).toContain('full');
});

test('a talk is cancelled by hand once it is said how many hear of it, and restored', async () => {
  const preview = await organise(`talk "${TITLE}" cancel`);
  expect(preview.text).toContain('1 channel and 1 person will be told.');
  expect(messageOf(await slack.user('grace').action(preview, 'Change it')).text).toContain('Done.');
  await expect.poll(() => dmsOf('ada', 'Your talk: Canceled')).toHaveLength(1);
  const back = await organise(`talk "${TITLE}" restore`);
  expect(messageOf(await slack.user('grace').action(back, 'Change it')).text).toContain('Done.');
  await messageIn('hall', 'Takes place after all');
  await expect.poll(() => dmsOf('ada', 'Your talk: Takes place after all')).toHaveLength(1);
  // It is on her list, too, and the time of its reminder has passed meanwhile.
  await expect.poll(() => dmsOf('ada', 'On your list: starts in')).toHaveLength(1);
});

test('something is said to the channel, seen first, and taken back', async () => {
  const preview = await organise(`say ${SAID} to=${mention('lobby')}`);
  expect(preview.text).toContain(SAID);
  expect(textsIn('lobby')).toEqual([]);
  const sent = messageOf(await slack.user('grace').action(preview, 'Send it'));
  const said = await messageIn('lobby', SAID);
  await expect.poll(() => slack.current(sent)?.text).toContain('1 of 1 have arrived.');
  await slack.user('grace').action(sent, 'Take it back');
  await expect.poll(() => slack.current(said)).toBeUndefined();
  expect(textsIn('lobby')).toEqual([]);
});

/** Whatever there ever was to press, of what Slack was sent. */
function everyId(): readonly string[] {
  const sent = JSON.stringify(slack.calls.map(({ args }) => args));
  return [...new Set([...sent.matchAll(/h1:[^"\\#]+/g)].map(([id]) => id))];
}

const ORGANISERS_DEEDS = ['confirmClaim', 'refuseClaim', 'changeTalk', 'say', 'roomState', 'late'];
const isOrganisers = (id: string) =>
  [...ORGANISERS_DEEDS, ...FORGED_DEEDS].includes(id.split(':')[2] ?? '');
const COMMANDS = [
  ...['status show=log', 'doctor', 'say Hello to=speakers', `talk "${TITLE}" cancel`],
  ...[`delay ${ROOM} 5`, 'alerts off', 'interest', 'drop', 'accept'],
];

const stateOfFirst = async () => [
  textsIn('hall'),
  textsIn('office'),
  textsIn('lobby'),
  dmsOf('ada', '').map(({ text }) => text.split('\n')[0]),
  (await organise('status show=log')).text,
];

test('strangers who press all of it at home and here learn and change nothing', async () => {
  const claimed = messageOf(await slack.user('hugo').slash('/speaker', `claim "${TITLE}"`));
  expect(claimed.text).toContain('asked to confirm');
  const hugo = slack.user('hugo').id;
  await expect.poll(() => textsIn('office').at(-1)).toContain(hugo);
  const before = await stateOfFirst();
  const sent = everyId();
  const deeds = new Set(sent.map((id) => id.split(':')[2]));
  expect(ORGANISERS_DEEDS.filter((deed) => !deeds.has(deed))).toEqual([]);
  const ids = [...sent, ...forgedIds(sent[0] ?? '')];

  const mallory = slack.user('mallory', 'kongress');
  const guest = slack.user('guest');
  const secrets = [
    ...['ada', 'hugo', 'grace'].map((name) => slack.user(name).id),
    ...['hall', 'office', 'lobby'].map((channel) => slack.channelId(channel)),
    ...[slack.teamId('conference'), SAID],
  ];
  const room = messageOf(await mallory.slash('/room', ROOM));
  expect(room.text).toContain('Nobody has said that it is full.');
  const told: string[] = [];
  const press = async (id: string, who: typeof guest) => {
    const screen = messageOf(await who.slash('/now'));
    const { messages, view } = await who.action(screen, id, undefined, { forged: true });
    return JSON.stringify([messages, view]);
  };
  for (const id of ids) {
    told.push(`${id}: ${await press(id, mallory)}`);
    // What any member may do for all to see is theirs to do here.
    if (/:(?:share|claimSpeaker):/.test(id)) continue;
    // What the guest had starred may ring in between, and would be taken for the answer.
    const pressed = async () => `${id} ${await press(id, guest)}`;
    if (isOrganisers(id)) {
      await expect.poll(pressed).toContain('That did not work');
    } else await pressed();
  }
  for (const command of COMMANDS) {
    for (const who of [guest, slack.user('uwe', 'kongress')]) {
      const said = async () => messageOf(await who.slash('/conference', command)).text;
      await expect.poll(said).toContain('for organisers');
    }
    told.push(
      `${command}: ${JSON.stringify(messageOf(await mallory.slash('/conference', command)))}`,
    );
  }
  expect(told.filter((one) => secrets.some((secret) => one.includes(secret)))).toEqual([]);
  expect(await stateOfFirst()).toEqual(before);
});

test('who is not that speaker hears so kindly', async () => {
  const alert = await messageIn('office', `<@${slack.user('hugo').id}> says they are`);
  const refused = messageOf(await slack.user('grace').action(alert, `Refuse ${SPEAKER}`));
  expect(refused.text).toContain(`Refused: ${SPEAKER}.`);
  await expect.poll(() => dmsOf('hugo', `Not confirmed as ${SPEAKER}`)).toHaveLength(1);
});
