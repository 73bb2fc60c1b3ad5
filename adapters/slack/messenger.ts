import type { WebClient } from '@slack/web-api';
import type { Clock } from '../../src/clock.ts';
import type { Dispatch, Fate, Messenger, Target } from '../../src/platform.ts';
import type { Instant } from '../../src/schedule/model.ts';
import { MESSAGE, renderCard } from './card.ts';
import type { SendingClients } from './clients.ts';
import { PLATFORM, teamAndUser, teamOf } from './identity.ts';
import { cut, LIMITS } from './limits.ts';
import { refusalOf } from './refusal.ts';
import { messageOf as cardMessage, fallbackOf } from './show.ts';

/** Marks each post with its delivery key, so that one of unknown fate can be found again. */
const METADATA_EVENT = 'hallway_delivery';

/** Slack's clock and ours may differ by this much. */
const CLOCK_SKEW_MS = 30_000;

/** Message ids are `channel/ts`, since the channel of direct messages is Slack's own. */
export function createMessenger(clients: SendingClients, clock: Clock): Messenger {
  return {
    lane: (target) => `${PLATFORM}:${teamOf(target)}`,
    send: (dispatch, signal) =>
      refusing(clock, async () => {
        const client = await clients.of(teamOf(dispatch.target));
        const channel = await channelOf(client, dispatch.target);
        signal.throwIfAborted();
        const metadata = {
          event_type: METADATA_EVENT,
          event_payload: { key: dispatch.attemptKey },
        };
        const sent = await client.chat.postMessage({ channel, ...messageOf(dispatch), metadata });
        return `${sent.channel ?? channel}/${sent.ts ?? ''}`;
      }),
    edit: (messageId, dispatch, signal) =>
      refusing(clock, async () => {
        const client = await clients.of(teamOf(dispatch.target));
        const [channel = '', ts = ''] = messageId.split('/');
        signal.throwIfAborted();
        await client.chat.update({ channel, ts, ...messageOf(dispatch) });
      }),
    fate: (dispatch, triedAt) => refusing(clock, () => lookUp(clients, dispatch, triedAt)),
  };
}

async function lookUp(
  clients: SendingClients,
  dispatch: Dispatch,
  triedAt: Instant,
): Promise<Fate> {
  const client = await clients.of(teamOf(dispatch.target));
  const channel = await channelOf(client, dispatch.target);
  const oldest = String((triedAt - CLOCK_SKEW_MS) / 1000);
  for await (const page of client.paginate('conversations.history', {
    channel,
    oldest,
    include_all_metadata: true,
    limit: 200,
  })) {
    const messages = 'messages' in page && Array.isArray(page.messages) ? page.messages : [];
    for (const message of messages) {
      if (message.metadata?.event_payload?.key === dispatch.attemptKey) {
        return { kind: 'arrived', messageId: `${channel}/${message.ts}` };
      }
    }
  }
  return { kind: 'resend' };
}

/** Only the group that an organiser chose is pinged. */
function messageOf({ card, mention }: Dispatch) {
  const unfurl = { unfurl_links: false, unfurl_media: false };
  if (mention === undefined) return { ...cardMessage(card), ...unfurl };
  const ping = `<!subteam^${mention}>`;
  const first = { type: 'section', text: { type: 'mrkdwn', text: ping } } as const;
  const blocks = renderCard(card, { ...MESSAGE, blocks: MESSAGE.blocks - 1 });
  const text = cut(`${ping} ${fallbackOf(card)}`, LIMITS.fallback);
  return { blocks: [first, ...blocks], text, ...unfurl };
}

async function channelOf(client: WebClient, target: Target): Promise<string> {
  if (target.kind === 'channel') return target.channel;
  const { user } = teamAndUser(target.member);
  const opened = await client.conversations.open({ users: user });
  return opened.channel?.id ?? user;
}

async function refusing<T>(clock: Clock, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw refusalOf(error, clock.now());
  }
}
