import { type Client, MessageFlags, Routes } from 'discord.js';
import type { Clock } from '../../src/clock.ts';
import type { Dispatch, Fate, Messenger, Target } from '../../src/platform.ts';
import type { Instant } from '../../src/schedule/model.ts';
import { renderCard } from './card.ts';
import { refusalOf } from './refusal.ts';

/** How long Discord surely remembers a nonce: "the past few minutes" (discord-api-docs, resources/message). */
const NONCE_MEMORY_MS = 120_000;

/**
 * What Hallway sends by itself. Message ids are `channel/message`, since a direct message's channel
 * is Discord's own. Every send carries the attempt key as an enforced nonce.
 */
export function createMessenger(client: Client, clock: Clock): Messenger {
  return {
    lane: () => 'discord',
    send: (dispatch, signal) =>
      refusing(clock, async () => {
        const channel = await channelOf(client, dispatch.target, signal);
        const body = { ...messageBody(dispatch), nonce: dispatch.attemptKey, enforce_nonce: true };
        const sent = await client.rest.post(Routes.channelMessages(channel), { body, signal });
        return `${channel}/${idOf(sent)}`;
      }),
    edit: (messageId, dispatch, signal) =>
      refusing(clock, async () => {
        const [channel = '', message = ''] = messageId.split('/');
        await client.rest.patch(Routes.channelMessage(channel, message), {
          body: messageBody(dispatch),
          signal,
        });
      }),
    fate: async (_dispatch: Dispatch, triedAt: Instant): Promise<Fate> =>
      clock.now() - triedAt < NONCE_MEMORY_MS ? { kind: 'resend' } : { kind: 'lost' },
  };
}

function messageBody(dispatch: Dispatch) {
  const mention = dispatch.mention;
  const components = [
    ...(mention === undefined ? [] : [{ type: 10, content: `<@&${mention}>` } as const]),
    renderCard(dispatch.card),
  ];
  return {
    flags: MessageFlags.IsComponentsV2,
    components,
    allowed_mentions: { parse: [], ...(mention === undefined ? {} : { roles: [mention] }) },
  };
}

async function channelOf(client: Client, target: Target, signal: AbortSignal): Promise<string> {
  if (target.kind === 'channel') return target.channel;
  const body = { recipient_id: target.member };
  return idOf(await client.rest.post(Routes.userChannels(), { body, signal }));
}

function idOf(answer: unknown): string {
  if (
    typeof answer === 'object' &&
    answer !== null &&
    'id' in answer &&
    typeof answer.id === 'string'
  ) {
    return answer.id;
  }
  throw new TypeError('Discord answered a message without an id.');
}

async function refusing<T>(clock: Clock, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw refusalOf(error, clock.now());
  }
}
