import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createSendingLine } from '../../../adapters/discord/connection/client.ts';
import { createMessenger } from '../../../adapters/discord/sending/messenger.ts';
import type { Card } from '../../../src/cards/cards.ts';
import { systemClock } from '../../../src/clock.ts';
import { silentLog } from '../../../src/log.ts';
import type { Dispatch, Messenger } from '../../../src/platform/messenger.ts';
import type { Target } from '../../../src/platform/target.ts';
import { type Discord, startDiscord } from '../../servers/discord/server.ts';

const MINUTE_MS = 60_000;
const signal = new AbortController().signal;
const always = () => true;

let discord: Discord;
let messenger: Messenger;
let count = 0;

beforeAll(async () => {
  discord = await startDiscord({
    guilds: [
      {
        name: 'conference',
        channels: ['general', 'busy', 'private'],
        roles: [{ name: 'devroom', mentionable: true }],
        members: ['ada', 'alan', 'grace'],
        botPermissions: ['ViewChannel', 'SendMessages', 'MentionEveryone'],
      },
    ],
    rateLimits: { channelMessages: { limit: 5, windowMs: 2_000 } },
  });
});
afterAll(() => discord.stop());
beforeEach(() => {
  discord.failNoMore();
  messenger = createMessenger(
    createSendingLine(discord.apiUrl, discord.token, silentLog),
    systemClock,
  );
});

const card = (title: string): Card => ({
  kind: 'announcement',
  title,
  summary: title,
  blocks: [{ kind: 'text', text: ['@everyone <@&1> starts'], tone: 'normal' }],
});

function channel(name: string): Target {
  return {
    kind: 'channel',
    platform: 'discord',
    community: discord.guildId(),
    channel: discord.channelId(name),
  };
}

const member = (name: string): Target => ({
  kind: 'member',
  platform: 'discord',
  member: discord.user(name).id,
});

/** Each with a channel of its own, so that no test meets another's rate limit. */
function dispatchTo(target: Target, more: Partial<Dispatch> = {}): Dispatch {
  count += 1;
  const attemptKey = `attempt-${count}`;
  return { target, card: card(`Talk ${count}`), attemptKey, marks: [], ...more };
}

function freshChannel(): Target {
  const name = `channel-${count}`;
  discord.addChannel(name);
  return channel(name);
}

const messagesAt = (target: Target) =>
  target.kind === 'channel'
    ? discord.messages(target.channel)
    : discord.messages(discord.user('ada').dms()[0]?.channelId ?? '');

describe('sending', () => {
  test('posts the card, and pings nobody but the role that was chosen', async () => {
    const target = freshChannel();
    await messenger.send(
      dispatchTo(target, { mention: discord.roleId('devroom') }),
      signal,
      always,
    );
    expect(messagesAt(target)).toMatchObject([
      { mentions: { everyone: false, roles: [discord.roleId('devroom')], users: [] } },
    ]);
    expect(discord.violations).toEqual([]);
  });

  test('pings everybody only where an organiser chose everyone', async () => {
    const target = freshChannel();
    await messenger.send(dispatchTo(target, { mention: 'everyone' }), signal, always);
    expect(messagesAt(target)).toMatchObject([{ mentions: { everyone: true, roles: [] } }]);
    expect(discord.violations).toEqual([]);
  });

  test('says nothing of a role that was deleted since', async () => {
    const target = freshChannel();
    const wary = createMessenger(
      createSendingLine(discord.apiUrl, discord.token, silentLog),
      systemClock,
      () => false,
    );
    await wary.send(dispatchTo(target, { mention: '4711' }), signal, always);
    const [message] = messagesAt(target);
    expect(message?.text).not.toContain('4711');
    expect(message?.mentions).toMatchObject({ everyone: false, roles: [] });
  });

  test('the same attempt twice is one message', async () => {
    const target = freshChannel();
    const dispatch = dispatchTo(target);
    const ids = [
      await messenger.send(dispatch, signal, always),
      await messenger.send(dispatch, signal, always),
    ];
    expect(new Set(ids).size).toBe(1);
    expect(messagesAt(target)).toHaveLength(1);
  });

  test("opens a member's direct messages once", async () => {
    await messenger.send(dispatchTo(member('ada')), signal, always);
    await messenger.send(dispatchTo(member('ada')), signal, always);
    expect(discord.user('ada').dms()).toHaveLength(2);
    const opened = discord.requests.filter(({ path }) => path === '/users/@me/channels');
    expect(opened).toHaveLength(1);
  });

  test.each([
    ['closed direct messages', 403, 50007, 'direct-messages-closed', 'permanent'],
    ['no server in common', 403, 50278, 'direct-messages-closed', 'permanent'],
    ['direct messages opened too fast', 400, 40003, 'rate-limited', 'retry'],
    ['a channel that is gone', 404, 10003, 'channel-gone', 'permanent'],
    ['a missing permission', 403, 50013, 'forbidden', 'permanent'],
    ['a channel written to too much', 429, 20028, 'rate-limited', 'retry'],
    ['an old message edited too often', 400, 30046, 'rate-limited', 'retry'],
    ['a thread that is locked', 403, 160005, 'forbidden', 'permanent'],
    ['a thread that is closed for good', 400, 50083, 'forbidden', 'permanent'],
    ['a body Discord does not like', 400, 50035, 'invalid', 'permanent'],
    ['a token taken away', 401, 0, 'unavailable', 'retry'],
  ])('ends with a refusal for %s', async (_name, status, code, expected, outcome) => {
    const failure = { kind: 'refusal', status, code, message: 'No.' } as const;
    discord.fail({ method: 'POST', path: /messages$/ }, failure);
    const sent = messenger.send(dispatchTo(freshChannel()), signal, always);
    await expect(sent).rejects.toMatchObject({ name: 'PlatformError', code: expected, outcome });
  });

  test.each([
    ['a 500 before the message was stored', { kind: 'status', status: 500, stored: false }, 0],
    ['a 500 after the message was stored', { kind: 'status', status: 500, stored: true }, 1],
    ['a socket that drops after it', { kind: 'drop', stored: true }, 1],
  ] as const)('does not know the outcome of %s', async (_name, failure, stored) => {
    const target = freshChannel();
    discord.fail({ method: 'POST', path: /messages$/ }, failure);
    const dispatch = dispatchTo(target);
    const sent = messenger.send(dispatch, signal, always);
    await expect(sent).rejects.toMatchObject({ code: 'unavailable', outcome: 'unknown' });
    expect(messagesAt(target)).toHaveLength(stored);
    await messenger.send(dispatch, signal, always);
    expect(messagesAt(target)).toHaveLength(1);
  });

  test('ends when the lease does, also while Discord hangs', async () => {
    discord.fail(
      { method: 'POST', path: /messages$/ },
      { kind: 'hang', ms: 60_000, stored: false },
    );
    const startedAt = performance.now();
    const sent = messenger.send(dispatchTo(freshChannel()), AbortSignal.timeout(200), always);
    await expect(sent).rejects.toMatchObject({ outcome: 'unknown' });
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });

  test('to a channel that has to wait says until when, and holds up no other', async () => {
    const busy = channel('busy');
    const outcomes = await Promise.allSettled(
      Array.from({ length: 6 }, () => messenger.send(dispatchTo(busy), signal, always)),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    const [refused] = outcomes.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
    expect(refused).toMatchObject({ code: 'rate-limited', outcome: 'retry' });
    expect(refused.afterMs).toBeGreaterThan(0);
    expect(refused.afterMs).toBeLessThan(2_500);
    const startedAt = performance.now();
    await messenger.send(dispatchTo(freshChannel()), signal, always);
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });

  test('opens no more direct messages for a while once Discord complains', async () => {
    const refusal = { kind: 'refusal', status: 400, code: 40003, message: 'Too fast.' } as const;
    discord.fail({ path: '/users/@me/channels' }, refusal);
    const openings = () => discord.requests.filter(({ path }) => path === '/users/@me/channels');
    const before = openings().length;
    for (const name of ['alan', 'grace']) {
      const sent = messenger.send(dispatchTo(member(name)), signal, always);
      await expect(sent).rejects.toMatchObject({ code: 'rate-limited', scope: 'target' });
    }
    expect(openings()).toHaveLength(before + 1);
    await messenger.send(dispatchTo(freshChannel()), signal, always);
  });

  test.each(['user', 'shared', 'global'] as const)(
    'comes back later after a 429 of the scope %s',
    async (scope) => {
      const limit = { kind: 'rate-limit', retryAfterMs: 5_000, scope } as const;
      discord.fail({ method: 'POST', path: /messages$/ }, limit);
      const sent = messenger.send(dispatchTo(freshChannel()), signal, always);
      await expect(sent).rejects.toMatchObject({
        code: 'rate-limited',
        outcome: 'retry',
        scope: scope === 'global' ? 'lane' : 'target',
        afterMs: expect.toSatisfy((ms) => ms > 4_000 && ms < 6_000),
      });
    },
  );
});

describe('editing', () => {
  test('changes the message in place and pings nobody anew', async () => {
    const target = freshChannel();
    const dispatch = dispatchTo(target);
    const id = await messenger.send(dispatch, signal, always);
    await messenger.edit(id, { ...dispatch, card: card('Moved') }, signal, always);
    expect(messagesAt(target)).toMatchObject([
      { text: expect.stringContaining('## Moved'), edits: 1, mentions: { everyone: false } },
    ]);
  });

  test('a message that is gone says so', async () => {
    const target = freshChannel();
    const dispatch = dispatchTo(target);
    const id = await messenger.send(dispatch, signal, always);
    for (const message of messagesAt(target)) discord.deleteMessage(message);
    await expect(messenger.edit(id, dispatch, signal, always)).rejects.toMatchObject({
      code: 'message-gone',
      outcome: 'permanent',
    });
  });
});

describe('removing', () => {
  test('takes the message away, also from direct messages', async () => {
    for (const target of [freshChannel(), member('ada')]) {
      const before = messagesAt(target).length;
      const id = await messenger.send(dispatchTo(target), signal, always);
      await messenger.remove(id, target, signal, always);
      expect(messagesAt(target)).toHaveLength(before);
      await expect(messenger.remove(id, target, signal, always)).rejects.toMatchObject({
        code: 'message-gone',
        outcome: 'permanent',
      });
    }
  });
});

describe('the pace', () => {
  test('leaves 50 requests a second, of which opening direct messages is one', async () => {
    expect(messenger.spacing(channel('general'), 'send')).toBe(20);
    expect(messenger.spacing(member('alan'), 'send')).toBe(40);
    await messenger.send(dispatchTo(member('alan')), signal, always);
    expect(messenger.spacing(member('alan'), 'send')).toBe(20);
  });
});

describe('the fate of a message', () => {
  const longAgo = 10 * MINUTE_MS;

  test('is found though its nonce would be remembered', async () => {
    const dispatch = dispatchTo(freshChannel());
    const messageId = await messenger.send(dispatch, signal, always);
    const fate = await messenger.fate(dispatch, MINUTE_MS, signal);
    expect(fate).toEqual({ kind: 'arrived', messageId });
  });

  test('does not matter while its nonce is remembered, where the channel cannot be read', async () => {
    const target = freshChannel();
    if (target.kind === 'channel') discord.deny(target.channel, ['ReadMessageHistory']);
    expect(await messenger.fate(dispatchTo(target), MINUTE_MS, signal)).toEqual({ kind: 'resend' });
  });

  test('is found in the channel, whatever it says by now', async () => {
    const target = freshChannel();
    const dispatch = dispatchTo(target);
    const messageId = await messenger.send(dispatch, signal, always);
    await messenger.send(dispatchTo(target), signal, always);
    const later = { ...dispatch, card: card('Started 2 min ago') };
    const fate = await messenger.fate(later, longAgo, signal);
    expect(fate).toEqual({ kind: 'arrived', messageId });
  });

  test('is found in direct messages too', async () => {
    const dispatch = dispatchTo(member('grace'));
    const messageId = await messenger.send(dispatch, signal, always);
    const other = createMessenger(
      createSendingLine(discord.apiUrl, discord.token, silentLog),
      systemClock,
    );
    expect(await other.fate(dispatch, longAgo, signal)).toEqual({ kind: 'arrived', messageId });
  });

  test('is to be sent when the channel does not have it', async () => {
    const target = freshChannel();
    await messenger.send(dispatchTo(target), signal, always);
    const fate = await messenger.fate(dispatchTo(target), longAgo, signal);
    expect(fate).toEqual({ kind: 'resend' });
  });

  test('is unknown for ever when the channel cannot be read', async () => {
    const target = freshChannel();
    if (target.kind === 'channel') discord.deny(target.channel, ['ReadMessageHistory']);
    expect(await messenger.fate(dispatchTo(target), longAgo, signal)).toEqual({ kind: 'lost' });
  });

  test('is asked again when Discord does not answer', async () => {
    discord.fail({ method: 'GET' }, { kind: 'status', status: 502, stored: false });
    const asked = messenger.fate(dispatchTo(freshChannel()), longAgo, signal);
    await expect(asked).rejects.toMatchObject({ code: 'unavailable' });
  });
});

describe('what a channel was told', () => {
  const longAgo = 90 * MINUTE_MS;
  const rows = (count: number): Card => ({
    ...card('Many talks'),
    blocks: Array.from({ length: count }, (_, index) => ({
      kind: 'row',
      title: `Talk ${index}`,
      struck: false,
      details: [['Room']],
    })),
  });

  test('is found by the marks of its deliveries, in whichever message they went', async () => {
    const target = freshChannel();
    const alone = await messenger.send(dispatchTo(target, { marks: ['one'] }), signal, always);
    const together = dispatchTo(target, { card: rows(5), marks: ['two', 'three', 'four'] });
    const others = await messenger.send(together, signal, always);

    const sought = ['one', 'four', 'two', 'never said', together.attemptKey];
    const found = await messenger.find(target, sought, longAgo, signal);

    expect(found.isWhole).toBe(true);
    expect(Object.fromEntries(found.messages)).toEqual({
      ...{ one: alone, two: others, four: others, [together.attemptKey]: others },
    });
    expect(discord.violations).toEqual([]);
  });

  test('is found though a message tells of as many talks as start at once', async () => {
    const target = freshChannel();
    const marks = Array.from({ length: 38 }, (_, index) => `talk ${index}`);
    const id = await messenger.send(dispatchTo(target, { card: rows(38), marks }), signal, always);

    const { messages } = await messenger.find(target, marks, longAgo, signal);

    expect([...messages]).toEqual(marks.map((mark) => [mark, id]));
    expect(discord.violations).toEqual([]);
  });

  test('is found after it was corrected', async () => {
    const target = freshChannel();
    const id = await messenger.send(dispatchTo(target, { marks: ['moved'] }), signal, always);
    await messenger.edit(id, dispatchTo(target, { marks: ['moved'] }), signal, always);

    const { messages } = await messenger.find(target, ['moved'], longAgo, signal);

    expect([...messages]).toEqual([['moved', id]]);
  });

  test('is not known in whole where the channel cannot be read', async () => {
    const target = freshChannel();
    if (target.kind === 'channel') discord.deny(target.channel, ['ReadMessageHistory']);
    const found = await messenger.find(target, ['one'], longAgo, signal);
    expect(found).toEqual({ messages: new Map(), isWhole: false });
  });
});
