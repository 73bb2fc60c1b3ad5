import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebClient } from '@slack/web-api';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { choiceOf, messageOf, viewOf } from '../../servers/slack/answer.ts';
import type { Seen } from '../../servers/slack/seen.ts';
import { type Slack, startSlack } from '../../servers/slack/server.ts';
import { type Serving, serveHere } from '../../support/serving.ts';
import { ON_SLACK, slackEnvironment } from './program.ts';
import { WORKSPACES } from './workspaces.ts';

/** A speaker is followed, with the real program; the tests are chapters of a morning. */
const SPEAKER = 'Akihiro Suda';
const TITLE = 'Lazy distribution of container images';
const AGAIN = 'Again in 10 min';

let folder: string;
let slack: Slack;
let program: Serving;

/** In real time, for whoever asks, but a turn of the cron each second. */
const startAt = async (clock: string) =>
  serveHere({
    ...{ from: `2020-02-01T${clock}:00+01:00`, speed: 1.01, ready: ON_SLACK },
    environment: {
      ...(await slackEnvironment(slack, 'socket')),
      DATABASE_URL: `sqlite:${join(folder, 'hallway.sqlite')}`,
    },
  });

async function goTo(clock: string): Promise<void> {
  await program.stop();
  program = await startAt(clock);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hallway-'));
  const [first] = WORKSPACES;
  if (first === undefined) throw new Error('There is no workspace.');
  const gus = { name: 'gus', home: 'T0OTHER' };
  slack = await startSlack({
    workspaces: [{ ...first, users: [...(first.users ?? []), gus] }],
  });
  program = await startAt('10:30');
});

afterEach(({ task }) => {
  if (task.result?.state !== 'fail') return;
  console.error(program.log(), slack.dms('ada'));
});

afterAll(async () => {
  await program.stop();
  expect(slack.violations).toEqual([]);
  expect(slack.unacknowledged).toEqual([]);
  await slack.stop();
  await rm(folder, { recursive: true });
});

const ada = () => slack.user('ada');
const reminders = (name: string) =>
  slack.dms(name).filter(({ byApp, fallback }) => byApp && fallback.includes(TITLE));

/** The last of so many. */
async function reminder(count: number): Promise<Seen> {
  await expect.poll(() => reminders('ada').length).toBe(count);
  const last = reminders('ada').at(-1);
  if (last === undefined) throw new Error('Ada was not told.');
  return last;
}

test('a speaker is followed by asking', async () => {
  const settings = messageOf(await ada().slash('/mytalks', 'settings'));
  const form = viewOf(await ada().action(settings, ...choiceOf(settings, 'Another time …')));
  await ada().submit(form, { value: '15' });
  const question = `tell me about every talk by ${SPEAKER}`;
  const told = messageOf(await ada().slash('/talk', question));
  expect(told.text).toContain(`You follow ${SPEAKER}: 1 talk is to come.`);
  expect(slack.dms('ada').filter(({ text }) => text.includes(TITLE))).toEqual([]);
});

test('its reminder says why', async () => {
  await goTo('10:40');
  expect((await reminder(1)).text).toContain(`because you follow ${SPEAKER}`);
});

test('the same buttons do nothing for a person of another workspace', async () => {
  const [first] = reminders('ada');
  const copied = await post('general', first?.blocks ?? []);
  const gus = slack.user('gus');
  expect(messageOf(await gus.action(copied, AGAIN)).text).toContain('too old to come again');
  const unfollowed = messageOf(await gus.action(copied, `Unfollow ${SPEAKER}`));
  expect(unfollowed.text).toContain('You do not follow that.');
  expect(slack.dms('gus')).toEqual([]);
  expect(messageOf(await ada().slash('/follow')).text).toContain('You follow 1 thing.');
});

test('it comes again after ten minutes, and never at the start', async () => {
  expect(messageOf(await ada().action(await reminder(1), AGAIN)).text).toContain('10:50');
  await goTo('10:51');
  const again = await reminder(2);
  expect(again.text).toContain(`because you follow ${SPEAKER}`);
  expect(again.buttons.map(({ label }) => label)).not.toContain(AGAIN);
});

test('it is followed no more by the button of the message', async () => {
  const done = messageOf(await ada().action(await reminder(2), `Unfollow ${SPEAKER}`));
  expect(done.text).toContain(`You no longer follow ${SPEAKER}.`);
  expect(messageOf(await ada().slash('/follow')).text).toContain('You follow nothing.');
});

/** As if the app had said it to all of a channel. */
async function post(channel: string, blocks: Seen['blocks']): Promise<Seen> {
  const web = new WebClient(slack.botToken, { slackApiUrl: slack.apiUrl });
  const to = { channel: slack.channelId(channel), text: TITLE };
  await web.apiCall('chat.postMessage', { ...to, blocks });
  const said = slack.messages(channel).at(-1);
  if (said === undefined) throw new Error('It was not posted.');
  return said;
}
