import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { singleInstallation } from '../../../adapters/slack/connection/access.ts';
import {
  createSendingClients,
  type SendingClients,
} from '../../../adapters/slack/connection/clients.ts';
import { SCOPES } from '../../../adapters/slack/connection/scopes.ts';
import { createChannelInspector } from '../../../adapters/slack/sending/channels.ts';
import { createMessenger } from '../../../adapters/slack/sending/messenger.ts';
import type { Card } from '../../../src/cards/cards.ts';
import { systemClock } from '../../../src/clock.ts';
import { silentLog } from '../../../src/log.ts';
import { messagesFor } from '../../../src/messages/messages.ts';
import type { Dispatch, Messenger } from '../../../src/platform/messenger.ts';
import type { ChannelInspector } from '../../../src/platform/platform.ts';
import type { Target } from '../../../src/platform/target.ts';
import { type Slack, startSlack } from '../../servers/slack/server.ts';

const signal = new AbortController().signal;
const always = () => true;
let slack: Slack;
let clients: SendingClients;
let messenger: Messenger;
let channels: ChannelInspector;
let count = 0;

beforeAll(async () => {
  slack = await startSlack({
    workspaces: [
      {
        name: 'conference',
        scopes: SCOPES,
        users: ['ada', { name: 'gone', deactivated: true }],
        channels: [
          { name: 'general', app: true },
          'open',
          { name: 'private', private: true },
          { name: 'archived', archived: true },
        ],
      },
    ],
  });
  const api = { apiUrl: slack.apiUrl, log: silentLog };
  const installations = singleInstallation(slack.botToken, api);
  await installations.open(signal);
  clients = createSendingClients(installations, api);
  messenger = createMessenger(clients, systemClock);
  channels = createChannelInspector(clients);
});
afterAll(async () => {
  expect(slack.violations).toEqual([]);
  await slack.stop();
});
beforeEach(() => slack.failNoMore());

function card(title: string): Card {
  return {
    kind: 'announcement',
    title,
    summary: title,
    blocks: Array.from({ length: 60 }, (_, index) => ({
      kind: 'row',
      title: `<!channel> ${index}`,
      struck: false,
      details: [],
    })),
  };
}

const channel = (name: string): Target & { readonly kind: 'channel' } => ({
  kind: 'channel',
  platform: 'slack',
  community: slack.teamId(),
  channel: slack.channelId(name),
});
const member = (name: string): Target => ({
  kind: 'member',
  platform: 'slack',
  member: `${slack.teamId()}/${slack.user(name).id}`,
});

/** Each with a channel of its own. */
function freshChannel(): Target & { readonly kind: 'channel' } {
  count += 1;
  slack.addChannel({ name: `channel-${count}`, app: true });
  return channel(`channel-${count}`);
}

function dispatchTo(target: Target, more: Partial<Dispatch> = {}): Dispatch {
  count += 1;
  const attemptKey = `attempt-${count}`;
  return { target, card: card(`Talk ${count}`), attemptKey, marks: [], ...more };
}

const messagesAt = (target: Target) =>
  target.kind === 'channel' ? slack.messages(target.channel) : slack.dms('ada');

describe('sending', () => {
  test('posts the card under its key, and pings nobody but the group that was chosen', async () => {
    const target = freshChannel();
    const dispatch = dispatchTo(target, { mention: 'S123' });
    const id = await messenger.send(dispatch, signal, always);
    const [message, ...others] = messagesAt(target);
    expect(others).toEqual([]);
    expect(id).toBe(`${message?.channelId}/${message?.ts}`);
    expect(message?.metadata).toMatchObject({ event_payload: { key: dispatch.attemptKey } });
    expect(message?.blocks).toHaveLength(50);
    expect(message?.blocks[0]).toMatchObject({ text: { text: '<!subteam^S123>' } });
    expect(message?.fallback).toMatch(/^<!subteam\^S123> Talk \d+$/);
    expect(JSON.stringify(message?.blocks)).not.toContain('<!channel>');
  });

  test.each([
    ['here', '<!here>'],
    ['S123><!channel', undefined],
    ['U123', undefined],
  ])('pings %j as %j', async (mention, ping) => {
    const target = freshChannel();
    await messenger.send(dispatchTo(target, { mention }), signal, always);
    const [message] = messagesAt(target);
    expect(message?.fallback.match(/^<.*> /u)?.[0].trim()).toBe(ping);
    expect(JSON.stringify(message?.blocks).match(/<![^c]\w+>|U123/gu)?.[0]).toBe(ping);
  });

  test('reaches a member in direct messages', async () => {
    await messenger.send(dispatchTo(member('ada')), signal, always);
    expect(slack.dms('ada')).toHaveLength(1);
  });

  test('to somewhere else is another lane only in another workspace', () => {
    const lane = messenger.lane(channel('general'), 'send');
    expect(messenger.lane(member('ada'), 'send')).toBe(lane);
    expect(messenger.lane({ ...channel('general'), community: 'T9' }, 'send')).toBe('slack:T9');
  });

  test.each([
    ['closed direct messages', 'cannot_dm_bot', 'direct-messages-closed', 'permanent'],
    ['a disabled messages tab', 'messages_tab_disabled', 'direct-messages-closed', 'permanent'],
    ['a channel that is gone', 'channel_not_found', 'channel-gone', 'permanent'],
    ['an archived channel', 'is_archived', 'channel-gone', 'permanent'],
    ['a channel that put it out', 'not_in_channel', 'forbidden', 'permanent'],
    ['a channel for few', 'restricted_action_read_only_channel', 'forbidden', 'permanent'],
    ['admins who suspended posting', 'ekm_access_denied', 'forbidden', 'permanent'],
    ['a workspace that put it out', 'account_inactive', 'community-gone', 'permanent'],
    ['blocks that Slack does not like', 'invalid_blocks', 'invalid', 'permanent'],
    ['a message that is too long', 'msg_too_long', 'invalid', 'permanent'],
    ['a Slack that is going over', 'service_unavailable', 'unavailable', 'retry'],
    ['a workspace that is being moved', 'org_login_required', 'unavailable', 'retry'],
    ['a token that is about to be renewed', 'token_expired', 'unavailable', 'retry'],
    ['a Slack that broke', 'internal_error', 'unavailable', 'unknown'],
  ])('ends with a refusal for %s', async (_name, error, code, outcome) => {
    slack.fail({ method: 'chat.postMessage' }, { kind: 'error', error });
    const sent = messenger.send(dispatchTo(freshChannel()), signal, always);
    await expect(sent).rejects.toMatchObject({ name: 'PlatformError', code, outcome });
  });

  test('to a member whom Slack does not find is what closed direct messages are', async () => {
    const unknown = { ...member('ada'), member: `${slack.teamId()}/U404` } as const;
    const sent = messenger.send(dispatchTo(unknown), signal, always);
    await expect(sent).rejects.toMatchObject({ code: 'direct-messages-closed' });
  });

  test('to a workspace that never installed it says so', async () => {
    const sent = messenger.send(
      dispatchTo({ ...channel('general'), community: 'T9' }),
      signal,
      always,
    );
    await expect(sent).rejects.toMatchObject({ code: 'community-gone', outcome: 'permanent' });
  });

  test('is told by a 429 until when to wait, tries no second time, and holds up no other', async () => {
    slack.fail({ method: 'chat.postMessage' }, { kind: 'rate-limit', retryAfterS: 30 });
    const posts = () => slack.calls.filter(({ method }) => method === 'chat.postMessage').length;
    const before = posts();
    const sent = messenger.send(dispatchTo(freshChannel()), signal, always);
    const refused = { code: 'rate-limited', outcome: 'retry', afterMs: 30_000 };
    await expect(sent).rejects.toMatchObject(refused);
    expect(posts()).toBe(before + 1);
    const next = freshChannel();
    await messenger.send(dispatchTo(next), signal, always);
    expect(messagesAt(next)).toHaveLength(1);
  });

  test.each([
    ['a 503 before the message was stored', { kind: 'status', status: 503, stored: false }, 0],
    ['a 503 after it', { kind: 'status', status: 503, stored: true }, 1],
    ['a connection that drops after it', { kind: 'drop', stored: true }, 1],
  ] as const)('finds out after %s whether it arrived', async (_name, failure, stored) => {
    const target = freshChannel();
    const dispatch = dispatchTo(target);
    slack.fail({ method: 'chat.postMessage' }, failure);
    const sent = messenger.send(dispatch, signal, always);
    await expect(sent).rejects.toMatchObject({ code: 'unavailable', outcome: 'unknown' });
    const fate = await messenger.fate(dispatch, 0, signal);
    expect(fate.kind).toBe(stored === 1 ? 'arrived' : 'resend');
    expect(messagesAt(target)).toHaveLength(stored);
  });

  test('ends when the lease does, also while Slack hangs', async () => {
    const hang = { kind: 'hang', ms: 5_000, stored: false } as const;
    slack.fail({ method: 'chat.postMessage' }, hang);
    const startedAt = performance.now();
    const sent = messenger.send(dispatchTo(freshChannel()), AbortSignal.timeout(200), always);
    await expect(sent).rejects.toMatchObject({ outcome: 'unknown' });
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });
});

describe('editing', () => {
  test('changes the message in place', async () => {
    const target = freshChannel();
    const dispatch = dispatchTo(target);
    const id = await messenger.send(dispatch, signal, always);
    await messenger.edit(id, { ...dispatch, card: card('Moved') }, signal, always);
    expect(messagesAt(target)).toMatchObject([{ fallback: 'Moved', edits: 1 }]);
  });

  test('has lanes of its own, for channels and for members, each within 50 calls a minute', () => {
    const targets = [channel('general'), member('ada')];
    const lanes = targets.flatMap((target) => [
      messenger.lane(target, 'send'),
      messenger.lane(target, 'edit'),
    ]);
    expect(new Set(lanes).size).toBe(3);
    expect(targets.map((target) => messenger.spacing(target, 'edit'))).toEqual([1_200, 1_500]);
    expect(targets.map((target) => messenger.spacing(target, 'send'))).toEqual([100, 100]);
  });

  test('that Slack limits rests in its whole lane, also of a channel', async () => {
    const target = freshChannel();
    const dispatch = dispatchTo(target);
    const id = await messenger.send(dispatch, signal, always);
    slack.fail({ method: 'chat.update' }, { kind: 'rate-limit', retryAfterS: 30 });
    const edited = messenger.edit(id, dispatch, signal, always);
    await expect(edited).rejects.toMatchObject({ code: 'rate-limited', scope: 'lane' });
  });

  test('a message that is gone says so', async () => {
    const target = freshChannel();
    const dispatch = dispatchTo(target);
    const id = await messenger.send(dispatch, signal, always);
    for (const message of messagesAt(target)) slack.deleteMessage(message);
    const edited = messenger.edit(id, dispatch, signal, always);
    await expect(edited).rejects.toMatchObject({ code: 'message-gone', outcome: 'permanent' });
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

  test('says where nobody may, so that it is edited instead', async () => {
    const target = freshChannel();
    const id = await messenger.send(dispatchTo(target), signal, always);
    slack.fail({ method: 'chat.delete' }, { kind: 'error', error: 'cant_delete_message' });
    await expect(messenger.remove(id, target, signal, always)).rejects.toMatchObject({
      code: 'invalid',
      outcome: 'permanent',
    });
  });
});

describe('the fate of a message', () => {
  test('is found in direct messages too, whatever it says by now', async () => {
    const dispatch = dispatchTo(member('ada'));
    const messageId = await messenger.send(dispatch, signal, always);
    await messenger.send(dispatchTo(member('ada')), signal, always);
    const later = { ...dispatch, card: card('Started 2 min ago') };
    const fate = await messenger.fate(later, 0, signal);
    expect(fate).toEqual({ kind: 'arrived', messageId });
  });

  test('is unknown for ever when the channel cannot be read', async () => {
    const target = freshChannel();
    slack.fail({ method: 'conversations.history' }, { kind: 'error', error: 'not_in_channel' });
    const fate = await messenger.fate(dispatchTo(target), 0, signal);
    expect(fate).toEqual({ kind: 'lost' });
  });

  test('is asked again when Slack does not answer', async () => {
    const target = freshChannel();
    const failure = { kind: 'status', status: 502, stored: false } as const;
    slack.fail({ method: 'conversations.history' }, failure);
    const asked = messenger.fate(dispatchTo(target), 0, signal);
    await expect(asked).rejects.toMatchObject({ code: 'unavailable' });
  });
});

describe('what a channel was told', () => {
  const longAgo = 90 * 60_000;

  test('is found by the marks of its deliveries, also after it was corrected', async () => {
    const target = freshChannel();
    const alone = await messenger.send(dispatchTo(target, { marks: ['one'] }), signal, always);
    const together = dispatchTo(target, { marks: ['two', 'three'] });
    const others = await messenger.send(together, signal, always);
    await messenger.edit(others, dispatchTo(target, { marks: ['two', 'three'] }), signal, always);

    const sought = ['one', 'three', 'never said', together.attemptKey];
    const found = await messenger.find(target, sought, longAgo, signal);

    expect(found.isWhole).toBe(true);
    expect(Object.fromEntries(found.messages)).toEqual({
      ...{ one: alone, three: others, [together.attemptKey]: others },
    });
  });

  test('is not known in whole where the channel cannot be read', async () => {
    const target = freshChannel();
    slack.fail({ method: 'conversations.history' }, { kind: 'error', error: 'not_in_channel' });
    const found = await messenger.find(target, ['one'], longAgo, signal);
    expect(found).toEqual({ messages: new Map(), isWhole: false });
  });
});

describe('a channel for announcements', () => {
  test('that is public is joined', async () => {
    expect(await channels.inspect(channel('open'), messagesFor('en'))).toEqual({
      kind: 'writable',
      name: '#open',
    });
    await messenger.send(dispatchTo(channel('open')), signal, always);
    expect(messagesAt(channel('open'))).toHaveLength(1);
  });

  test('that may not be joined needs an invitation', async () => {
    slack.addChannel('closed');
    slack.fail(
      { method: 'conversations.join' },
      { kind: 'error', error: 'method_not_supported_for_channel_type' },
    );
    expect(await channels.inspect(channel('closed'), messagesFor('en'))).toEqual({
      kind: 'forbidden',
      lacking: ['an invitation: write “/invite @hallway” in that channel'],
    });
  });

  test('that is to mention nobody whom Slack could ping says whom it could', async () => {
    const check = await channels.inspect(channel('general'), messagesFor('de'), 'U123');
    expect(check).toEqual({
      kind: 'forbidden',
      lacking: ['eine Nutzergruppe, @here oder @channel zum Erwähnen'],
    });
    expect(await channels.inspect(channel('general'), messagesFor('en'), 'here')).toMatchObject({
      kind: 'writable',
    });
  });

  test.each(['private', 'archived'])('that is %s is none', async (name) => {
    expect(await channels.inspect(channel(name), messagesFor('en'))).toEqual({ kind: 'missing' });
  });
});
