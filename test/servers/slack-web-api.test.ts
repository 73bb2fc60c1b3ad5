import { WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';
import { afterEach, expect, test } from 'vitest';
import { startApp, webClient } from './slack/app.ts';
import { section } from './slack/blocks.ts';
import type { SlackOptions } from './slack/description.ts';
import { type Slack, startSlack } from './slack/server.ts';

const endings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

async function start(options: SlackOptions = {}): Promise<Slack> {
  const slack = await startSlack(options);
  endings.push(() => slack.stop());
  return slack;
}

/** The `error` a call is refused with, and what comes beside it. */
async function refusal(call: Promise<unknown>): Promise<Record<string, unknown>> {
  try {
    return { ok: await call };
  } catch (error) {
    if (error instanceof WebAPIPlatformError) return { ...error.data };
    throw error;
  }
}

async function errorOf(call: Promise<unknown>): Promise<unknown> {
  return (await refusal(call))['error'];
}

test('a post is found again in the history by its metadata, when that is asked for', async () => {
  const slack = await start();
  const client = webClient(slack);
  const channel = slack.channelId('general');
  const metadata = { event_type: 'delivery', event_payload: { key: 'talk-1@10:00' } };
  const { ts } = await client.chat.postMessage({ channel, text: 'Soon', metadata });
  await client.chat.postMessage({ channel, text: 'Later' });
  const full = await client.conversations.history({ channel, include_all_metadata: true });
  expect(full.messages?.map((each) => [each.text, each.metadata])).toEqual([
    ['Later', undefined],
    ['Soon', metadata],
  ]);
  const since = await client.conversations.history({ channel, oldest: ts ?? '', limit: 1 });
  expect(since.messages?.map((each) => [each.text, each.metadata])).toEqual([['Later', undefined]]);
  expect(slack.violations).toEqual([]);
});

test('a history longer than a page goes on at its cursor', async () => {
  const slack = await start();
  const client = webClient(slack);
  const channel = slack.channelId('general');
  for (const text of ['1', '2', '3']) await client.chat.postMessage({ channel, text });
  const texts: unknown[] = [];
  for await (const page of client.paginate('conversations.history', { channel, limit: 2 })) {
    const { messages } = page as { messages?: { text?: string }[] };
    texts.push(messages?.map((each) => each.text));
  }
  expect(texts).toEqual([['3', '2'], ['1']]);
});

test('a post answered 503 is stored or not, as planned; a client that tries again doubles it', async () => {
  const slack = await start();
  const channel = slack.channelId('general');
  const once = webClient(slack);
  slack.fail({ method: 'chat.postMessage' }, { kind: 'status', status: 503, stored: false });
  await expect(once.chat.postMessage({ channel, text: 'lost' })).rejects.toThrow();
  expect(slack.messages('general')).toEqual([]);
  slack.fail({ method: 'chat.postMessage' }, { kind: 'status', status: 503, stored: true });
  const twice = webClient(slack, { retryConfig: { retries: 1, minTimeout: 1 } });
  await twice.chat.postMessage({ channel, text: 'doubled' });
  expect(slack.messages('general').map((each) => each.text)).toEqual(['doubled', 'doubled']);
  expect(slack.calls.map((each) => each.status)).toEqual([503, 503, 200]);
});

test('hanging and dropped calls end in an error, with their effect if planned so', async () => {
  const slack = await start();
  const channel = slack.channelId('general');
  const client = webClient(slack, { timeout: 100 });
  slack.fail({ method: 'chat.postMessage' }, { kind: 'hang', ms: 5_000, stored: true });
  slack.fail({ method: 'chat.postMessage' }, { kind: 'drop', stored: false });
  await expect(client.chat.postMessage({ channel, text: 'hung' })).rejects.toThrow();
  await expect(client.chat.postMessage({ channel, text: 'dropped' })).rejects.toThrow();
  expect(slack.messages('general').map((each) => each.text)).toEqual(['hung']);
});

test('a planned 429 says how long to wait, for one channel, once', async () => {
  const slack = await start();
  const client = webClient(slack, { rejectRateLimitedCalls: true });
  const channel = slack.channelId('general');
  const ada = (await client.conversations.open({ users: slack.user('ada').id })).channel?.id ?? '';
  slack.fail({ method: 'chat.postMessage', channel: ada }, { kind: 'rate-limit', retryAfterS: 7 });
  await client.chat.postMessage({ channel, text: 'through' });
  const limited = client.chat.postMessage({ channel: ada, text: 'limited' });
  const error = await limited.catch((each: unknown) => each);
  expect(error).toBeInstanceOf(WebAPIRateLimitedError);
  expect(error).toMatchObject({ retryAfter: 7 });
  await client.chat.postMessage({ channel: ada, text: 'again' });
  expect(slack.dms('ada').map((each) => each.text)).toEqual(['again']);
});

test('limits count by channel and by method, and are accounted for', async () => {
  const slack = await start({
    rateLimits: {
      channelPosts: { perSecond: 1, burst: 2 },
      tiers: { Tier1: 1, Tier2: 20, Tier3: 2, Tier4: 100 },
    },
  });
  const client = webClient(slack, { rejectRateLimitedCalls: true });
  const general = slack.channelId('general');
  const post = (channel: string) => client.chat.postMessage({ channel, text: 'x' });
  const dm = (await client.conversations.open({ users: slack.user('ada').id })).channel?.id ?? '';
  const results = await Promise.allSettled([post(general), post(general), post(general), post(dm)]);
  expect(results.map((each) => each.status).toSorted()).toEqual([
    ...['fulfilled', 'fulfilled', 'fulfilled', 'rejected'],
  ]);
  expect(slack.usage('chat.postMessage')).toEqual({ allowed: 3, limited: 1 });
  await client.conversations.open({ users: slack.user('alan').id });
  const third = client.conversations.open({ users: slack.user('grace').id });
  await expect(third).rejects.toBeInstanceOf(WebAPIRateLimitedError);
});

test('channels are refused as Slack refuses them', async () => {
  const slack = await start();
  const client = webClient(slack);
  const post = (channel: string) => errorOf(client.chat.postMessage({ channel, text: 'x' }));
  expect(await post(slack.channelId('announcements'))).toBe('not_in_channel');
  expect(await post(slack.channelId('organisers'))).toBe('channel_not_found');
  await client.conversations.join({ channel: slack.channelId('announcements') });
  expect(await post(slack.channelId('announcements'))).toBeUndefined();
  slack.archive('announcements');
  expect(await post(slack.channelId('announcements'))).toBe('is_archived');
  slack.removeFrom('general');
  expect(await post(slack.channelId('general'))).toBe('not_in_channel');
  expect(await errorOf(client.conversations.open({ users: slack.botUserId() }))).toBe(
    'cannot_dm_bot',
  );
  slack.deactivate('ada');
  expect(await errorOf(client.conversations.open({ users: slack.user('ada').id }))).toBe(
    'user_disabled',
  );
  expect(slack.violations).toEqual([]);
});

test('without a Messages tab nobody can be written to', async () => {
  const slack = await start({
    workspaces: [{ name: 'quiet', users: ['ada'], messagesTab: false }],
  });
  const client = webClient(slack);
  const { channel } = await client.conversations.open({ users: slack.user('ada').id });
  const post = client.chat.postMessage({ channel: channel?.id ?? '', text: 'x' });
  expect(await errorOf(post)).toBe('messages_tab_disabled');
});

test('a missing scope is named, and commands and events that need one do not come', async () => {
  const slack = await start({
    workspaces: [{ name: 'strict', users: ['ada'], channels: ['general'], scopes: ['team:read'] }],
  });
  const client = webClient(slack);
  expect(await refusal(client.users.info({ user: slack.user('ada').id }))).toMatchObject({
    error: 'missing_scope',
    needed: 'users:read',
    provided: 'team:read',
  });
  await expect(slack.user('ada').slash('/talk')).rejects.toThrow('commands scope');
  const joined = slack.joinChannel('ada', 'general');
  await expect(joined).rejects.toThrow('without channels:read');
});

test('people, with zone, language and rank; workspaces; the app itself', async () => {
  const slack = await start();
  const client = webClient(slack);
  const alan = await client.users.info({ user: slack.user('alan').id, include_locale: true });
  expect(alan.user).toMatchObject({ tz: 'Europe/London', locale: 'en-GB', is_admin: false });
  const grace = await client.users.info({ user: slack.user('grace').id });
  expect([grace.user?.is_admin, grace.user?.locale]).toEqual([true, undefined]);
  expect((await client.auth.test()).user_id).toBe(slack.botUserId());
  expect((await client.team.info()).team?.name).toBe('conference');
  const mine = await client.users.conversations({ types: 'public_channel,private_channel' });
  expect(mine.channels?.map((each) => each.name)).toEqual(['general']);
  expect(slack.violations).toEqual([]);
});

test('what is not the app’s own, is gone or was seen by one alone cannot be changed', async () => {
  const slack = await start();
  const client = webClient(slack);
  const channel = slack.channelId('general');
  const { ts: theirs } = await slack.user('ada').says('mine');
  const change = (ts: string) => errorOf(client.chat.update({ channel, ts, text: 'y' }));
  expect(await change(theirs)).toBe('cant_update_message');
  const user = slack.user('ada').id;
  const { message_ts } = await client.chat.postEphemeral({ channel, user, text: 'psst' });
  expect(await change(message_ts ?? '')).toBe('message_not_found');
  const { ts = '' } = await client.chat.postMessage({ channel, text: 'x' });
  await client.chat.update({ channel, ts, text: 'y' });
  await client.chat.delete({ channel, ts });
  expect(await errorOf(client.chat.delete({ channel, ts }))).toBe('message_not_found');
  expect(
    slack
      .user('ada')
      .sees('general')
      .map((each) => each.text),
  ).toEqual(['mine', 'psst']);
});

test('an update keeps the blocks and metadata it does not speak of', async () => {
  const slack = await start();
  const client = webClient(slack);
  const channel = slack.channelId('general');
  const metadata = { event_type: 'delivery', event_payload: { key: '1' } };
  const blocks = [section('At ten')];
  const { ts = '' } = await client.chat.postMessage({ channel, text: 'x', blocks, metadata });
  await client.chat.update({ channel, ts, text: 'y' });
  const [kept] = slack.messages('general');
  expect(kept).toMatchObject({ text: 'At ten', fallback: 'y', metadata, edits: 1 });
  await client.chat.update({ channel, ts, text: 'z', blocks: [] });
  expect(slack.messages('general')).toMatchObject([{ text: 'z', ts, edits: 2 }]);
});

test('tokens are refused for the reason given', async () => {
  const slack = await start();
  const test = (token = slack.botToken) => errorOf(webClient(slack, {}, token).auth.test());
  expect(await test('xoxb-unknown')).toBe('invalid_auth');
  expect(await test(slack.appToken)).toBe('not_allowed_token_type');
  slack.refuseTokens('account_inactive');
  expect(await test()).toBe('account_inactive');
});

test('a file is uploaded in three steps and arrives with its comment', async () => {
  const slack = await start();
  const client = webClient(slack);
  await client.files.uploadV2({
    channel_id: slack.channelId('general'),
    filename: 'mine.ics',
    content: 'BEGIN:VCALENDAR',
    initial_comment: 'Your talks',
  });
  const [message] = slack.messages('general');
  expect(message).toMatchObject({ text: 'Your talks', files: [{ name: 'mine.ics' }] });
  expect(message?.files[0]?.content.toString()).toBe('BEGIN:VCALENDAR');
  expect(slack.violations).toEqual([]);
});

test('a response_url is good for five uses, and for half an hour', async () => {
  const slack = await start({ responseUrlLifetimeMs: 60_000 });
  const urls: string[] = [];
  const running = await startApp(slack, 'socket', (app) => {
    app.command('/talk', async ({ ack, command }) => {
      urls.push(command.response_url);
      await ack('here');
    });
  });
  endings.push(running.stop);
  await slack.user('ada').slash('/talk');
  const use = async () => {
    const body = JSON.stringify({ text: 'x' });
    const headers = { 'Content-Type': 'application/json' };
    const response = await fetch(urls[0] ?? '', { method: 'POST', headers, body });
    return response.status;
  };
  const statuses: number[] = [];
  for (let count = 0; count < 6; count += 1) statuses.push(await use());
  expect(statuses).toEqual([200, 200, 200, 200, 200, 404]);
  expect(slack.user('ada').sees('general')).toHaveLength(6);
});
