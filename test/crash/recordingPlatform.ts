import { type Lease, postWhileOurs } from '../../adapters/slack/connection/lastLook.ts';
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
    lease: Lease,
  ): Promise<unknown> => {
    const request = { headers: {}, body: JSON.stringify(body) };
    const { status, text } = await postWhileOurs(`${server}${path}`, request, lease).catch(
      (cause: unknown) => {
        if (cause instanceof PlatformError) throw cause;
        throw new PlatformError('unavailable', 'unknown', 'The connection broke', { cause });
      },
    );
    if (status === 200) return JSON.parse(text);
    throw refusal(status);
  };
  const fateOf = async (key: string, signal: AbortSignal) =>
    fateAnswer.parse(await post('/fate', { platform: name, key }, { signal, isOurs: () => true }));
  const messenger: Messenger = {
    lane: (target) => `${name}:${communityOf(target)}`,
    spacing: () => 0,
    send: async ({ attemptKey, card, target }, signal, isOurs) => {
      const request = { platform: name, key: attemptKey, target, card };
      return sendAnswer.parse(await post('/send', request, { signal, isOurs })).id;
    },
    edit: async (id, { card }, signal, isOurs) => {
      await post('/edit', { id, card }, { signal, isOurs });
    },
    remove: async (id, _target, signal, isOurs) => {
      await post('/remove', { id }, { signal, isOurs });
    },
    fate: ({ attemptKey }, _triedMsAgo, signal) => fateOf(attemptKey, signal),
    find: async (_target, keys, _sinceMsAgo, signal) => {
      const messages = new Map<string, string>();
      for (const key of keys) {
        const fate = await fateOf(key, signal);
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
