import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { SCOPES } from '../../../adapters/slack/connection/scopes.ts';
import { messageOf } from '../../servers/slack/answer.ts';
import type { Seen } from '../../servers/slack/seen.ts';
import { type Slack, startSlack } from '../../servers/slack/server.ts';
import { freePort } from '../../support/freePort.ts';
import { type Serving, serveHere } from '../../support/serving.ts';
import { FRINGE, MAIN, SOLO, WEB } from '../../support/sideEvent.ts';
import { ON_SLACK } from './program.ts';

/** A workspace with a main conference and a side event, beside one that has another conference; chapters of a morning. */
const MAIN_TALK = 'Lazy distribution of container images';
const SIDE_TALK = 'Distribution of bread';
const ENCRYPTION_KEY = Buffer.from('not a secret: for several stories').subarray(0, 32);

let folder: string;
let slack: Slack;
let program: Serving;
let port: number;

const startAt = (clock: string) =>
  serveHere({
    ...{ from: `2020-02-01T${clock}:00+01:00`, speed: 1.01, web: WEB, ready: ON_SLACK },
    environment: {
      ...{ SLACK_API_URL: slack.apiUrl, SLACK_SIGNING_SECRET: slack.signingSecret },
      ...{ SLACK_CLIENT_ID: slack.clientId, SLACK_CLIENT_SECRET: slack.clientSecret },
      ...{ SLACK_ENCRYPTION_KEY: ENCRYPTION_KEY.toString('base64'), PORT: String(port) },
      DATABASE_URL: `sqlite:${join(folder, 'hallway.sqlite')}`,
    },
  });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hallway-'));
  const common = { installed: false, scopes: SCOPES, channels: [{ name: 'general', app: true }] };
  slack = await startSlack({
    workspaces: [
      { ...common, name: 'conference', users: ['ada', { name: 'grace', admin: true }] },
      { ...common, name: 'solo', users: ['uwe', { name: 'olga', admin: true }] },
    ],
  });
  port = await freePort();
  slack.deliverTo(`http://127.0.0.1:${port}/slack/events`);
  program = await startAt('10:30');
  for (const name of ['grace', 'olga']) {
    await user(name).install(`http://127.0.0.1:${port}/slack/install`);
  }
});

afterEach(({ task }) => {
  if (task.result?.state === 'fail') console.error(program.log());
});

afterAll(async () => {
  await program.stop();
  expect(slack.violations).toEqual([]);
  await slack.stop();
  await rm(folder, { recursive: true });
});

const user = (name: string) =>
  slack.user(name, ['uwe', 'olga'].includes(name) ? 'solo' : 'conference');
const ask = async (name: string, command: string, text = '') =>
  messageOf(await user(name).slash(command, text));
const press = async (name: string, message: Seen, which: string | RegExp) =>
  messageOf(await user(name).action(message, which));

test('a second conference is asked about, and added; another workspace has its own alone', async () => {
  await ask('grace', '/conference', `use ${MAIN}`);
  const asked = await ask('grace', '/conference', `use ${FRINGE}`);
  expect(asked.text).toContain('Should it replace FOSDEM 2020');
  expect(asked.buttons.map(({ label }) => label)).toEqual(['Replace', 'Add beside']);
  expect((await press('grace', asked, 'Add beside')).text).toContain('Fringe');

  const own = await ask('olga', '/conference', `use ${SOLO}`);
  expect(own.text).toContain('This community now follows Solo');
});

test('a question finds talks of both with their labels, and nothing of it elsewhere', async () => {
  const { text } = await ask('ada', '/talk', 'distribution');
  for (const words of [MAIN_TALK, SIDE_TALK, 'Fringe', 'fosdem2020']) expect(text).toContain(words);
  for (const typed of ['distribution', 'conf:fringe', FRINGE]) {
    expect((await ask('uwe', '/talk', typed)).text).not.toMatch(/bread|Knitting|container/);
  }
});

test('a star of the side event is on the list and in Home, and reminded of with its label', async () => {
  await press('ada', await ask('ada', '/talk', SIDE_TALK), '☆ Star');
  expect((await ask('ada', '/mytalks')).text).toMatch(/Distribution of bread.*Fringe/s);
  await user('ada').openHome();
  await expect.poll(() => user('ada').home()?.text).toMatch(/My talks.*Distribution of bread/s);
  const next = user('ada').home()?.text ?? '';
  for (const words of [MAIN_TALK, 'Fringe']) expect(next).toContain(words);
  await user('uwe').openHome();
  await expect.poll(() => user('uwe').home()?.text).toContain('Distribution of honey');
  expect(user('uwe').home()?.text).not.toMatch(/bread|Fringe/);

  await program.stop();
  program = await startAt('10:51');
  const reminders = () =>
    slack
      .dms('ada')
      .filter(({ fallback }) => fallback.includes('starts in'))
      .map(({ text }) => text);
  await expect.poll(reminders).toEqual([expect.stringMatching(/Fringe.*Distribution of bread/s)]);
});

test('what is dropped is asked about first, and is searched no more', async () => {
  const asked = await ask('grace', '/conference', 'drop');
  expect(asked.text).toContain('Fringe');
  expect((await ask('ada', '/talk', SIDE_TALK)).text).toContain(SIDE_TALK);

  expect((await press('grace', asked, /Drop.*Fringe/)).text).toContain('Fringe');
  expect((await ask('ada', '/talk', 'distribution')).text).not.toContain(SIDE_TALK);
  expect((await ask('ada', '/mytalks')).text).toContain(SIDE_TALK);
});
