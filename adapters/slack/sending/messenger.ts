import type { WebClient } from '@slack/web-api';
import type { Clock } from '../../../src/clock.ts';
import type { Dispatch, Messenger } from '../../../src/platform/messenger.ts';
import type { Target } from '../../../src/platform/target.ts';
import { cut } from '../../../src/platform/text.ts';
import type { SendingClients } from '../connection/clients.ts';
import { MESSAGE, renderCard } from '../rendering/card.ts';
import { LIMITS } from '../rendering/limits.ts';
import { pingOf } from '../rendering/mention.ts';
import { messageOf as cardMessage, fallbackOf } from '../surfaces/show.ts';
import { PLATFORM, teamOf } from '../workspaces/identity.ts';
import { addressOf, findInHistory, metadataOf } from './fate.ts';
import { type Refused, refusalOf } from './refusal.ts';
import { write } from './write.ts';

/** "Several hundred messages per minute" and workspace (docs.slack.dev, rate limits): no more than 600. */
const POST_MS = 100;

/**
 * `chat.update`, and `chat.delete` likewise, is allowed 50 times a minute and workspace (Tier 3). Members' lists take 40 of
 * them, so that corrections in channels, which are few, never wait behind a thousand lists.
 */
const EDIT_MS = { channel: 1_200, member: 1_500 } as const;

/** Message ids are `channel/ts`, since the channel of direct messages is Slack's own. */
export function createMessenger(
  clients: SendingClients,
  /** Of the day: Slack's history does not run by Hallway's clock. */
  dayClock: Pick<Clock, 'now'>,
): Messenger {
  const call = async <T>(refused: Refused, signal: AbortSignal, work: Work<T>): Promise<T> => {
    try {
      const client = await clients.of(teamOf(refused.target));
      signal.throwIfAborted();
      return await whileLeased(signal, work(client));
    } catch (error) {
      throw refusalOf(error, refused);
    }
  };
  const find: Messenger['find'] = (target, keys, sinceMsAgo, signal) =>
    call({ target, limited: 'target' }, signal, (client) =>
      findInHistory(client, target, keys, dayClock.now() - sinceMsAgo),
    );
  return {
    lane: (target, call) =>
      [PLATFORM, teamOf(target), ...(call === 'edit' ? ['edits', target.kind] : [])].join(':'),
    spacing: ({ kind }, call) => (call === 'edit' ? EDIT_MS[kind] : POST_MS),
    send: (dispatch, signal, isOurs) =>
      call(posted(dispatch.target), signal, async (client) => {
        const channel = addressOf(dispatch.target);
        const message = { channel, ...messageOf(dispatch), metadata: metadataOf(dispatch) };
        const sent = await write(client, 'chat.postMessage', message, { signal, isOurs });
        return `${sent.channel ?? channel}/${sent.ts ?? ''}`;
      }),
    edit: (messageId, dispatch, signal, isOurs) =>
      call({ target: dispatch.target, limited: 'lane' }, signal, async (client) => {
        const message = { ...placeOf(messageId), ...messageOf(dispatch) };
        await write(client, 'chat.update', message, { signal, isOurs });
      }),
    remove: (messageId, target, signal, isOurs) =>
      call({ target, limited: 'lane' }, signal, async (client) => {
        await write(client, 'chat.delete', placeOf(messageId), { signal, isOurs });
      }),
    fate: async ({ target, attemptKey }, triedMsAgo, signal) => {
      const { messages, isWhole } = await find(target, [attemptKey], triedMsAgo, signal);
      const messageId = messages.get(attemptKey);
      if (messageId !== undefined) return { kind: 'arrived', messageId };
      return { kind: isWhole ? 'resend' : 'lost' };
    },
    find,
  };
}

/** A channel may have had its post of the second; a member hears so little that a 429 means the whole workspace. */
function posted(target: Target): Refused {
  return { target, limited: target.kind === 'member' ? 'lane' : 'target' };
}

type Work<T> = (client: WebClient) => Promise<T>;

function placeOf(messageId: string) {
  const [channel = '', ts = ''] = messageId.split('/');
  return { channel, ts };
}

/**
 * The SDK takes no signal: a question that outlives the lease is left to itself. Whoever listens leaves
 * again: `aborted` of Node's and its like would keep all of a delivery until V8's next large collection.
 */
async function whileLeased<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const { promise: ended, reject } = Promise.withResolvers<never>();
  const end = () => reject(signal.reason);
  signal.addEventListener('abort', end);
  try {
    return await Promise.race([work, ended]);
  } finally {
    signal.removeEventListener('abort', end);
  }
}

/** Only whom an organiser chose is pinged. */
function messageOf({ card, mention = '' }: Dispatch) {
  const unfurl = { unfurl_links: false, unfurl_media: false };
  const ping = pingOf(mention);
  if (ping === undefined) return { ...cardMessage(card), ...unfurl };
  const first = { type: 'section', text: { type: 'mrkdwn', text: ping } } as const;
  const blocks = renderCard(card, { ...MESSAGE, blocks: MESSAGE.blocks - 1 });
  const text = cut(`${ping} ${fallbackOf(card)}`, LIMITS.fallback);
  return { blocks: [first, ...blocks], text, ...unfurl };
}
