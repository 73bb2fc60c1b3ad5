import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { messageOf } from '../../servers/slack/answer.ts';
import type { Seen } from '../../servers/slack/seen.ts';
import { type Slack, startSlack } from '../../servers/slack/server.ts';
import { unrecorded } from '../../support/editions.ts';
import { type Serving, serveHere } from '../../support/serving.ts';
import { ON_SLACK, slackEnvironment } from './program.ts';
import { WORKSPACES } from './workspaces.ts';

/** What is offered below messages and in settings, with the real program; the tests are chapters of a morning. */
const FIRST = 'Podman - The Powerful Container Multi-Tool';
const LAST = 'BPF as a revolutionary technology for the container landscape';
const RECORDINGS = /^Tell me when recordings are up/;
const STREAM = 'https://live.fosdem.org/watch/ud2208';
const PATIENCE = { timeout: 30_000 };

let folder: string;
let schedule: string;
let slack: Slack;
let program: Serving;

/** In real time, for whoever asks, but a turn of the cron each second. */
const startAt = async (clock: string) =>
  serveHere({
    ...{ from: `2020-02-01T${clock}+01:00`, speed: 1.01, ready: ON_SLACK },
    environment: {
      ...(await slackEnvironment(slack, 'socket')),
      DATABASE_URL: `sqlite:${join(folder, 'hallway.sqlite')}`,
      SCHEDULE: join(folder, 'schedule.json'),
    },
  });

async function goTo(clock: string): Promise<void> {
  await program.stop();
  program = await startAt(clock);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hallway-'));
  const original = new URL('../../../data/fosdem-2020-containers.json', import.meta.url);
  schedule = await readFile(original, 'utf8');
  await writeFile(join(folder, 'schedule.json'), unrecorded(schedule));
  slack = await startSlack({ workspaces: WORKSPACES });
  program = await startAt('10:12:00');
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
const labels = ({ buttons }: Seen) => buttons.map(({ label }) => label);

/** The only one that stays and begins with these words. */
async function dm(title: string): Promise<Seen> {
  const found = () =>
    slack.dms('ada').filter(({ byApp, text }) => byApp && text.split('\n')[0]?.startsWith(title));
  await expect.poll(() => found().length, PATIENCE).toBe(1);
  const [message] = found();
  if (message === undefined) throw new Error(`Ada was not told “${title}”.`);
  return message;
}

test('each setting is a button that shows how it stands', async () => {
  const settings = messageOf(await ada().slash('/mytalks', 'settings'));
  expect(labels(settings)).toEqual([
    'Morning message: off',
    'Recordings: off',
    'How was it?: off',
    '✓ From organisers: on',
  ]);
  const set = messageOf(await ada().action(settings, 'Morning message: off'));
  expect(labels(set)).toContain('✓ Morning message: on');
  const unset = messageOf(await ada().action(set, '✓ Morning message: on'));
  expect(labels(unset)).toContain('Morning message: off');
});

test('what should be seen is near to what is starred, and says so', async () => {
  for (const query of ['sascha grunert', 'daniel borkmann']) {
    await ada().action(messageOf(await ada().slash('/talk', query)), '☆ Star');
  }
  const list = messageOf(await ada().slash('/mytalks'));
  const seen = messageOf(await ada().action(list, 'What should I see?'));
  expect(seen).toMatchObject({ ephemeralFor: ada().id });
  expect(seen.text).toMatch(/because you starred “Podman/);
  expect(seen.text).not.toContain(`*${FIRST}*`);
});

test('a list is posted once its owner has seen what all will see', async () => {
  const look = messageOf(await ada().slash('/mytalks', 'share'));
  expect(look).toMatchObject({ ephemeralFor: ada().id });
  // Her list is edited meanwhile: what she sees first after the press may be that.
  await ada().action(look, 'Post it here');
  const shared = () => slack.messages('general').filter(({ text }) => text.includes(FIRST));
  await expect.poll(() => shared().length, PATIENCE).toBe(1);
  const [posted] = shared();
  if (posted === undefined) throw new Error('Nothing was posted.');
  expect(posted).toMatchObject({ ephemeralFor: undefined });
  for (const title of [FIRST, LAST]) expect(posted.text).toContain(title);
  expect(posted.text).not.toContain('Reminders');
});

test('the first reminder bears the stream, and offers to be asked afterwards', async () => {
  await slack.user('grace').slash('/conference', `stream UD2.208 ${STREAM}`);
  await goTo('10:21:00');
  const reminder = await dm('On your list');
  expect(reminder.text).toContain(STREAM);
  expect(labels(reminder).some((label) => RECORDINGS.test(label))).toBe(false);
  const asked = messageOf(await ada().action(reminder, 'Ask me afterwards how talks were'));
  expect(asked.text).toContain('you are asked how it was');
});

test('it is asked how it was, until nobody wants to be asked', async () => {
  await goTo('11:00:30');
  const question = await dm('How was it?');
  expect(question.text).toContain('https://submission.fosdem.org/feedback/10255.php');
  const ended = messageOf(await ada().action(question, 'Do not ask me'));
  expect(ended.text).toContain('no longer asked');
  expect(labels(messageOf(await ada().slash('/mytalks', 'settings')))).toContain(
    'How was it?: off',
  );
});

test('the day’s last reminder offers recordings, and says for how long the list is kept', async () => {
  await goTo('11:11:00');
  const reminders = () =>
    slack.dms('ada').filter(({ buttons }) => buttons.some(({ label }) => RECORDINGS.test(label)));
  await expect.poll(() => reminders().length, PATIENCE).toBe(1);
  const [last] = reminders();
  if (last === undefined) throw new Error('Ada was not reminded.');
  const offer = labels(last).find((label) => RECORDINGS.test(label));
  expect(offer).toContain('180 days');
  const wished = messageOf(await ada().action(last, offer ?? ''));
  expect(wished.text).toContain('at most 180 days');
  expect(labels(messageOf(await ada().slash('/mytalks', 'settings')))).toContain(
    '✓ Recordings: on',
  );
});

test('recordings of one hour are told once, in one message, and no more of them when it is said so', async () => {
  await writeFile(join(folder, 'schedule.json'), schedule);
  await goTo('11:59:58');
  const told = await dm('2 recordings are up');
  for (const title of [FIRST, LAST]) expect(told.text).toContain(title);
  expect(told.text).toContain('https://video.fosdem.org/2020/UD2.208/containers_bpf.webm');
  const ended = messageOf(await ada().action(told, 'No more recordings'));
  expect(ended.text).toContain('no longer told of recordings');
  const over = messageOf(await ada().slash('/talk', 'sascha grunert'));
  expect(over.text).toContain('https://video.fosdem.org/');
});
