import { type Client, DiscordAPIError } from 'discord.js';
import { expect, test } from 'vitest';
import { botForTest, discordForTest } from './discord/bot.ts';
import type { RateLimits } from './discord/description.ts';
import type { Discord } from './discord/server.ts';

const POST = { method: 'POST', path: '/channels/{channel_id}/messages' } as const;
const NONE: RateLimits = {};

async function setUp(rateLimits: RateLimits = NONE, restOptions: object = {}) {
  const discord = await discordForTest({ rateLimits });
  const client = await botForTest(discord, { client: { rest: restOptions } });
  return { discord, client, send: sender(client, discord) };
}

function sender(client: Client, discord: Discord) {
  return async (content: string, nonce?: string) => {
    const channel = await client.channels.fetch(discord.channelId('general'));
    if (!channel?.isSendable()) throw new Error('general is not writable.');
    return channel.send({ content, ...(nonce === undefined ? {} : { nonce, enforceNonce: true }) });
  };
}

function texts(discord: Discord) {
  return discord.messages('general').map((each) => each.text);
}

function statuses(discord: Discord) {
  return discord.requests.filter((each) => each.template === POST.path).map((each) => each.status);
}

test.each(['user', 'global'] as const)('a 429 (%s) is waited out by the client', async (scope) => {
  const { discord, send } = await setUp();
  discord.fail(POST, { kind: 'rate-limit', retryAfterMs: 300, scope });
  const start = performance.now();
  await send('patient');
  expect(performance.now() - start).toBeGreaterThan(295);
  expect(statuses(discord)).toEqual([429, 200]);
  expect(texts(discord)).toEqual(['patient']);
  expect(discord.violations).toEqual([]);
});

test('a bucket gives its whole limit a window, which the client keeps by the headers', async () => {
  const { discord, send } = await setUp({ channelMessages: { limit: 3, windowMs: 600 } });
  const start = performance.now();
  for (let index = 0; index < 7; index += 1) await send(String(index));
  expect(performance.now() - start).toBeGreaterThan(1_100);
  expect(statuses(discord)).toEqual(Array(7).fill(200));
  expect(texts(discord)).toEqual(['0', '1', '2', '3', '4', '5', '6']);
});

test('whoever does not keep to the global limit is told so', async () => {
  const { discord } = await setUp({ globalPerSecond: 3 });
  const get = () =>
    fetch(`${discord.apiUrl}/v10/users/@me`, {
      headers: { authorization: `Bot ${discord.token}` },
    });
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const answers = await Promise.all([get(), get(), get(), get()]);
  expect(answers.map((each) => each.status).sort()).toEqual([200, 200, 200, 429]);
  const refused = answers.find((each) => each.status === 429);
  expect(refused?.headers.get('x-ratelimit-global')).toBe('true');
  expect(await refused?.json()).toMatchObject({ global: true });
});

test('a 500 after the message was stored doubles it, unless it carries an enforced nonce', async () => {
  const { discord, send } = await setUp();
  discord.fail(POST, { kind: 'status', status: 500, stored: true });
  await send('twice');
  discord.fail(POST, { kind: 'status', status: 500, stored: true });
  await send('once', 'key');
  expect(texts(discord)).toEqual(['twice', 'twice', 'once']);
  expect(statuses(discord)).toEqual([500, 200, 500, 200]);
});

test('a 502 before anything was stored loses nothing', async () => {
  const { discord, send } = await setUp();
  discord.fail(POST, { kind: 'status', status: 502, stored: false });
  await send('once');
  expect(texts(discord)).toEqual(['once']);
});

test('a hang beyond the client’s patience doubles a message, unless it carries an enforced nonce', async () => {
  const { discord, send } = await setUp(NONE, { timeout: 300 });
  discord.fail(POST, { kind: 'hang', ms: 600, stored: true });
  await send('once', 'key');
  expect(texts(discord)).toEqual(['once']);
  expect(statuses(discord).length).toBe(2);
});

test('a socket can be dropped before the answer, with or without effect', async () => {
  const { discord, send } = await setUp();
  discord.fail(POST, { kind: 'drop', stored: true });
  await send('stored').catch(() => {});
  discord.fail(POST, { kind: 'drop', stored: false });
  await send('lost').catch(() => {});
  expect(texts(discord).filter((text) => text === 'stored').length).toBeGreaterThan(0);
  expect(discord.requests.filter((each) => each.status === undefined).length).toBe(2);
});

test('a refusal of choice, for the requests of choice', async () => {
  const { discord, send } = await setUp();
  const failure = {
    kind: 'refusal',
    status: 403,
    code: 50013,
    message: 'Missing Permissions',
  } as const;
  discord.fail({ ...POST, after: 1, times: 1 }, failure);
  await send('first');
  await expect(send('second')).rejects.toSatisfy(
    (error) => error instanceof DiscordAPIError && error.code === 50013,
  );
  await send('third');
  expect(texts(discord)).toEqual(['first', 'third']);
});
