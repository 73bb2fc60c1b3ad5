import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type TestContext, test } from 'vitest';
import { messageOf } from '../../servers/slack/answer.ts';
import type { Failure } from '../../servers/slack/failures.ts';
import { type Slack, startSlack } from '../../servers/slack/server.ts';
import { serveHere } from '../../support/serving.ts';
import { ON_SLACK, slackEnvironment, startOnSlack } from './program.ts';

/**
 * What goes wrong between a message's arrival at Slack and the outbox's note that it was sent. The
 * clock jumps at the restart, past the end of the dead sender's lease.
 */
const TALK_AT = Date.parse('2020-02-01T10:55:00+01:00');
const SPEED = 10;
const POST = { method: 'chat.postMessage' };
const HANG: Failure = { kind: 'hang', ms: 60_000, stored: true };

async function morning(onTestFinished: TestContext['onTestFinished']) {
  const folder = await mkdtemp(join(tmpdir(), 'hallway-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const slack = await startSlack();
  onTestFinished(() => slack.stop());
  const environment = {
    ...(await slackEnvironment(slack, 'socket')),
    DATABASE_URL: `sqlite:${join(folder, 'hallway.sqlite')}`,
  };
  const at = async (instant: number) => {
    const startedAt = performance.now();
    const program = await startOnSlack({
      args: ['--from', new Date(instant).toISOString(), '--speed', String(SPEED)],
      environment,
    });
    onTestFinished(() => void program.stop());
    return {
      kill: async () => {
        await program.kill();
        return instant + (performance.now() - startedAt) * SPEED;
      },
    };
  };
  /** One that nobody kills. */
  const hereAt = async (instant: number) => {
    const from = new Date(instant).toISOString();
    const serving = await serveHere({ from, speed: SPEED, ready: ON_SLACK, environment });
    onTestFinished(async () => void (await serving.stop()));
  };
  return { slack, at, hereAt };
}

async function announce(slack: Slack): Promise<void> {
  const channel = slack.channelId('announcements');
  const done = await slack.user('grace').slash('/conference', `announce <#${channel}>`);
  expect(messageOf(done).text).toContain(`<#${channel}>`);
}

const announcements = (slack: Slack) =>
  slack.messages('announcements').filter(({ text }) => text.includes('Lazy distribution'));
const calls = (slack: Slack, wanted: string) =>
  slack.calls.filter(({ method }) => method === wanted).length;

/** Long enough for a second message to have come. */
async function settled(slack: Slack): Promise<void> {
  let before = -1;
  while (before !== slack.calls.length) {
    before = slack.calls.length;
    await new Promise((resolve) => setTimeout(resolve, 1_500));
  }
}

test.concurrent.for([
  ['after', true],
  ['before', false],
] as const)(
  'killed %s the message arrived, the program asks the channel, and there is one message',
  async ([, stored], { expect, onTestFinished }) => {
    const { slack, at, hereAt } = await morning(onTestFinished);
    const program = await at(TALK_AT - 10 * 60_000);
    await announce(slack);
    slack.fail({ ...POST, channel: slack.channelId('announcements') }, { ...HANG, stored });
    await expect.poll(() => calls(slack, POST.method)).toBe(1);
    const killedAt = await program.kill();
    slack.failNoMore();
    await hereAt(killedAt + 301_000);
    await expect.poll(() => calls(slack, 'conversations.history')).toBe(1);
    await expect.poll(() => announcements(slack)).toHaveLength(1);
    await settled(slack);
    expect(announcements(slack)).toHaveLength(1);
  },
);

test.concurrent('a 500 after the message was stored leaves one message', async ({
  expect,
  onTestFinished,
}) => {
  const { slack, hereAt } = await morning(onTestFinished);
  await hereAt(TALK_AT - 10 * 60_000);
  await announce(slack);
  slack.fail(POST, { kind: 'status', status: 500, stored: true });
  await expect.poll(() => calls(slack, 'conversations.history')).toBe(1);
  await settled(slack);
  expect(announcements(slack)).toHaveLength(1);
});
