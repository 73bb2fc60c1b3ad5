import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type TestContext, test } from 'vitest';
import { messageOf } from '../../servers/discord/answer.ts';
import type { Failure } from '../../servers/discord/failures.ts';
import { type Discord, startDiscord } from '../../servers/discord/server.ts';
import { serveDiscord, startOnDiscord } from './program.ts';

/**
 * What goes wrong between a message's arrival at Discord and the outbox's note that it was sent. The
 * clock jumps at the restart, past the end of the dead sender's lease.
 */
const TALK_AT = Date.parse('2020-02-01T10:55:00+01:00');
const HANG: Failure = { kind: 'hang', ms: 60_000, stored: true };
const MESSAGES = { method: 'POST', path: '/channels/{channel_id}/messages' } as const;

interface Morning {
  readonly discord: Discord;
  /** The program from that instant on, on the same database each time. */
  at(instant: number, speed: number): Promise<Running>;
  /** One that nobody kills. */
  hereAt(instant: number, speed: number): Promise<void>;
}

interface Running {
  /** Ends it without a word and resolves with the moment on its clock. */
  kill(): Promise<number>;
}

type Finished = TestContext['onTestFinished'];

async function morning(nonceWindowMs: number, onTestFinished: Finished): Promise<Morning> {
  const folder = await mkdtemp(join(tmpdir(), 'hallway-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const discord = await startDiscord({ nonceWindowMs });
  onTestFinished(() => discord.stop());
  const environment = { DATABASE_URL: `sqlite:${join(folder, 'hallway.sqlite')}` };
  return {
    discord,
    hereAt: async (instant, speed) => {
      const from = new Date(instant).toISOString();
      const serving = await serveDiscord(discord, { from, speed, environment });
      onTestFinished(async () => void (await serving.stop()));
    },
    at: async (instant, speed) => {
      const startedAt = performance.now();
      const program = await startOnDiscord(discord, {
        args: ['--from', new Date(instant).toISOString(), '--speed', String(speed)],
        environment,
      });
      onTestFinished(async () => void (await program.stop()));
      return {
        kill: async () => {
          await program.kill();
          return instant + (performance.now() - startedAt) * speed;
        },
      };
    },
  };
}

async function announce(discord: Discord): Promise<void> {
  const grace = discord.user('grace');
  const done = messageOf(await grace.slash('conference announce', { channel: 'announcements' }));
  expect(done.text).toContain('announcements');
}

const announcements = (discord: Discord) =>
  discord.messages('announcements').filter(({ text }) => text.includes('Lazy distribution'));

/** Long enough for a second message to have come. */
async function settled(discord: Discord): Promise<void> {
  const posts = () => discord.requests.filter(({ method }) => method === 'POST').length;
  let before = -1;
  while (before !== posts()) {
    before = posts();
    await new Promise((resolve) => setTimeout(resolve, 1_500));
  }
}

type Request = Discord['requests'][number];
const isPost = ({ method, path }: Request) =>
  method === 'POST' && /^\/channels\/\d+\/messages/.test(path);
const isHistory = ({ method, path }: Request) =>
  method === 'GET' && /^\/channels\/\d+\/messages/.test(path);

test.concurrent('killed after the message arrived, and blind to the channel, it sends it under the same nonce: one message', async ({
  expect,
  onTestFinished,
}) => {
  const { discord, at, hereAt } = await morning(5 * 60_000, onTestFinished);
  const program = await at(TALK_AT - 9 * 60_000 - 10_000, 2);
  await announce(discord);
  discord.fail(MESSAGES, HANG);
  await expect.poll(() => announcements(discord)).toHaveLength(1);
  const killedAt = await program.kill();
  discord.failNoMore();
  discord.deny('announcements', ['ReadMessageHistory']);
  await hereAt(killedAt + 61_000, 2);
  await expect.poll(() => discord.requests.filter(isPost).length).toBe(2);
  await settled(discord);
  expect(announcements(discord)).toHaveLength(1);
});

test.concurrent('killed, and started again when the nonce is forgotten, it finds the message in the channel', async ({
  expect,
  onTestFinished,
}) => {
  const { discord, at, hereAt } = await morning(0, onTestFinished);
  const program = await at(TALK_AT - 10 * 60_000, 10);
  await announce(discord);
  discord.fail(MESSAGES, HANG);
  await expect.poll(() => announcements(discord)).toHaveLength(1);
  const killedAt = await program.kill();
  discord.failNoMore();
  await hereAt(killedAt + 301_000, 10);
  await expect.poll(() => discord.requests.filter(isHistory).length).toBe(1);
  await settled(discord);
  expect(announcements(discord)).toHaveLength(1);
});

test.concurrent('killed before the message arrived, it sends it once', async ({
  expect,
  onTestFinished,
}) => {
  const { discord, at, hereAt } = await morning(0, onTestFinished);
  const program = await at(TALK_AT - 10 * 60_000, 10);
  await announce(discord);
  discord.fail(MESSAGES, { ...HANG, stored: false });
  await expect.poll(() => discord.requests.filter(isPost).length).toBe(1);
  const killedAt = await program.kill();
  discord.failNoMore();
  await hereAt(killedAt + 301_000, 10);
  await expect.poll(() => announcements(discord)).toHaveLength(1);
  await settled(discord);
  expect(announcements(discord)).toHaveLength(1);
});

test.concurrent('a 500 after the message was stored leaves one message', async ({
  expect,
  onTestFinished,
}) => {
  const { discord, hereAt } = await morning(5 * 60_000, onTestFinished);
  await hereAt(TALK_AT - 10 * 60_000, 10);
  await announce(discord);
  discord.fail(MESSAGES, { kind: 'status', status: 500, stored: true });
  await expect.poll(() => discord.requests.filter(isHistory).length).toBe(1);
  await settled(discord);
  expect(announcements(discord)).toHaveLength(1);
});
