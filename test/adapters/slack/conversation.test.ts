import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Seen } from '../../servers/slack/seen.ts';
import { type Slack, startSlack } from '../../servers/slack/server.ts';
import type { Program } from '../../support/startedProgram.ts';
import { slackEnvironment, startOnSlack } from './program.ts';

/** People who talk to Hallway, with the real program as a process of its own; the tests are chapters. */
const CHANNELS = ['general', 'threads', 'two', 'flood'];

let slack: Slack;
let program: Program;

beforeAll(async () => {
  slack = await startSlack({
    workspaces: [
      {
        name: 'conference',
        users: ['ada', 'alan', { name: 'uwe', locale: 'de-DE' }],
        channels: CHANNELS.map((name) => ({ name, app: true })),
      },
    ],
  });
  program = await startOnSlack({
    args: ['--from', '2020-02-01T10:40:00+01:00'],
    environment: await slackEnvironment(slack, 'socket'),
  });
  // Both connections: a first request that meets one on its way would wait to be told again.
  await slack.socketMode.connected(2);
});

afterAll(async () => {
  await program.stop();
  expect(slack.violations).toEqual([]);
  expect(slack.unacknowledged).toEqual([]);
  await slack.stop();
});

const ada = () => slack.user('ada');
const answersIn = (channel: string) => slack.messages(channel).filter(({ byApp }) => byApp);

async function answersTo(question: Seen, channel: string, count = 1): Promise<readonly Seen[]> {
  const inThread = () => answersIn(channel).filter(({ threadTs }) => threadTs === question.ts);
  await expect.poll(inThread).toHaveLength(count);
  return inThread();
}

test('a mention is answered in a thread, and the thread goes on from there', async () => {
  const question = await ada().says('@hallway podman', { channel: 'threads' });
  const [first] = await answersTo(question, 'threads');
  expect(first?.text).toContain('Podman - The Powerful Container Multi-Tool');
  await slack.user('alan').says('@hallway and after that?', {
    ...{ channel: 'threads', thread: question },
  });
  const [, second] = await answersTo(question, 'threads', 2);
  expect(second?.text).not.toContain('did not understand');
});

test('what is starred there is said to whoever did it, and to nobody else', async () => {
  const question = await ada().says('@hallway crfs', { channel: 'general' });
  await answersTo(question, 'general');
  await ada().says('@hallway star it', { channel: 'general', thread: question });

  const whispered = () =>
    ada()
      .sees('general')
      .filter(({ ephemeralFor }) => ephemeralFor);
  await expect.poll(whispered).toHaveLength(1);
  expect(whispered()[0]).toMatchObject({ threadTs: question.ts });
  expect(whispered()[0]?.text).toContain('Lazy distribution of container images is on your list');
  expect(answersIn('general')).toHaveLength(1);
  await expect.poll(() => JSON.stringify(ada().dms())).toContain('1 talk on your list');
});

test('a first direct message is answered with a word on how to ask, and the next carries on from it', async () => {
  const uwe = slack.user('uwe');
  const said = () => slack.dms('uwe').filter(({ byApp }) => byApp);
  await uwe.says('was läuft jetzt', { dm: true });
  await expect.poll(said).toHaveLength(1);
  expect(said()[0]?.text).toContain('Frag mich mit eigenen Worten');
  const question = await uwe.says('crfs', { dm: true });
  await expect.poll(said).toHaveLength(2);
  expect(said()[1]?.text).not.toContain('Frag mich');
  await uwe.edits(question, 'podman');
  await expect.poll(() => said()[1]?.text).toContain('Podman - The Powerful Container Multi-Tool');
  expect(said()[1]?.text).toContain('*Raum*');
  await uwe.says('merk dir das', { dm: true });
  await expect
    .poll(() =>
      said()
        .map(({ text }) => text)
        .join(),
    )
    .toContain('1 Vortrag auf deiner Liste');
});

test('two who talk at once are each answered in their own thread', async () => {
  const [one, other] = await Promise.all([
    ada().says('@hallway crfs', { channel: 'two' }),
    slack.user('alan').says('@hallway podman', { channel: 'two' }),
  ]);
  const [first] = await answersTo(one, 'two');
  const [second] = await answersTo(other, 'two');
  expect(first?.text).toContain('Lazy distribution of container images');
  expect(second?.text).toContain('Podman - The Powerful Container Multi-Tool');
});

test('of fifty questions at once each is answered at most once, and a channel is not drowned', async () => {
  const asked = await Promise.all(
    Array.from({ length: 50 }, (_, at) => {
      const who = at % 2 === 0 ? ada() : slack.user('alan');
      return who.says(`@hallway crfs ${at}`, { channel: 'flood' });
    }),
  );
  // Who asked too much is answered elsewhere only after a while: somebody else shows that all were heard.
  const last = await slack.user('uwe').says('@hallway crfs', { channel: 'flood' });
  await answersTo(last, 'flood');
  const threads = answersIn('flood').map(({ threadTs }) => threadTs);
  expect(new Set(threads).size).toBe(threads.length);
  expect(threads.length).toBeGreaterThan(1);
  expect(threads.length).toBeLessThanOrEqual(21);
  expect(asked).toHaveLength(50);
});
