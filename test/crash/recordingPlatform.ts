import { lookingFetch, withLastLook } from '../../adapters/slack/connection/lastLook.ts';
import type { Messenger } from '../../src/platform/messenger.ts';
import { type Platform, UNLIMITED } from '../../src/platform/platform.ts';
import { PlatformError } from '../../src/platform/refusal.ts';
import type { Target } from '../../src/platform/target.ts';
import {
  type EditRequest,
  type FateRequest,
  fateAnswer,
  type PlatformName,
  type RemoveRequest,
  type SendRequest,
  sendAnswer,
} from './wire.ts';

const LIMIT_MS = 100;

/** The client of a recorder, put into the core's words as every platform's adapter does. */
export function createRecordingPlatform(name: PlatformName, server: string): Platform {
  const post = async (
    path: '/send' | '/edit' | '/remove' | '/fate',
    body: SendRequest | EditRequest | RemoveRequest | FateRequest,
    signal: AbortSignal,
  ): Promise<unknown> => {
    const response = await lookingFetch(`${server}${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      signal,
    }).catch((cause: unknown) => {
      throw new PlatformError('unavailable', 'unknown', 'The connection broke', { cause });
    });
    if (response.ok) return response.json();
    await response.arrayBuffer();
    throw refusal(response.status);
  };
  const messenger: Messenger = {
    lane: (target) => `${name}:${communityOf(target)}`,
    spacing: () => 0,
    send: ({ attemptKey, card, target }, signal, isOurs) =>
      withLastLook(signal, isOurs, async () => {
        const request = { platform: name, key: attemptKey, target, card };
        return sendAnswer.parse(await post('/send', request, signal)).id;
      }),
    edit: (id, { card }, signal, isOurs) =>
      withLastLook(signal, isOurs, async () => {
        await post('/edit', { id, card }, signal);
      }),
    remove: (id, _target, signal, isOurs) =>
      withLastLook(signal, isOurs, async () => {
        await post('/remove', { id }, signal);
      }),
    fate: async ({ attemptKey }, _triedMsAgo, signal) =>
      fateAnswer.parse(await post('/fate', { platform: name, key: attemptKey }, signal)),
    find: async (_target, keys, _sinceMsAgo, signal) => {
      const messages = new Map<string, string>();
      for (const key of keys) {
        const fate = fateAnswer.parse(await post('/fate', { platform: name, key }, signal));
        if (fate.kind === 'arrived') messages.set(key, fate.messageId);
      }
      return { messages, isWhole: true };
    },
  };
  return {
    name,
    messenger,
    channels: {
      inspect: async ({ channel }) => ({ kind: 'writable', name: channel }),
      ungranted: async () => [],
      measuredLimit: async () => UNLIMITED,
    },
    start: async () => undefined,
    stop: async () => undefined,
    readiness: () => 'ready',
  };
}

function refusal(status: number): PlatformError {
  switch (status) {
    case 429:
      return new PlatformError('rate-limited', 'retry', 'Too many messages', {
        afterMs: LIMIT_MS,
      });
    case 404:
      return new PlatformError('message-gone', 'permanent', 'There is no such message');
    default:
      return new PlatformError('unavailable', 'unknown', `The platform answered ${status}`);
  }
}

/** Members are a lane of their own, channels have one a community. */
function communityOf(target: Target): string {
  return target.kind === 'channel' ? target.community : 'members';
}
