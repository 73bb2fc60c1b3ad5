import type { Clock } from '../../src/clock.ts';
import type { Messenger } from '../../src/platform/messenger.ts';
import { PlatformError } from '../../src/platform/refusal.ts';
import { targetKey } from '../../src/platform/target.ts';

export const ALLOWED_PER_SECOND = 50;
const WINDOW_MS = 1_000;
export const LATENCY_MS = 80;

export interface Taken {
  readonly at: number;
  readonly target: string;
  readonly attemptKey: string;
}

export interface LimitedPlatform {
  readonly messenger: Messenger;
  /** When each message was taken, in order, by whom it went to. */
  readonly taken: readonly Taken[];
  refused(): number;
}

/**
 * Takes 50 messages in every second that one can choose, and from each target one; what it refuses does not count.
 * Answers as fast as a real one, by the clock.
 */
export function createLimitedPlatform(lane: string, clock: Clock): LimitedPlatform {
  const taken: Taken[] = [];
  const lastTo = new Map<string, number>();
  let refused = 0;
  const refuse = (afterMs: number, scope: 'lane' | 'target'): PlatformError => {
    refused += 1;
    return new PlatformError('rate-limited', 'retry', 'Too many messages', { afterMs, scope });
  };
  return {
    taken,
    refused: () => refused,
    messenger: {
      lane: () => lane,
      spacing: () => 1_000 / ALLOWED_PER_SECOND,
      send: async ({ target, attemptKey }) => {
        await clock.sleep(LATENCY_MS / 2);
        const at = clock.now();
        const key = targetKey(target);
        const oldest = taken.at(-ALLOWED_PER_SECOND)?.at ?? 0;
        const isFull = at < oldest + WINDOW_MS;
        const last = lastTo.get(key) ?? 0;
        const refusal = isFull
          ? refuse(oldest + WINDOW_MS - at, 'lane')
          : last > at - WINDOW_MS
            ? refuse(last + WINDOW_MS - at, 'target')
            : undefined;
        if (refusal === undefined) {
          taken.push({ at, target: key, attemptKey });
          lastTo.set(key, at);
        }
        await clock.sleep(LATENCY_MS / 2);
        if (refusal !== undefined) throw refusal;
        return attemptKey;
      },
      edit: async () => undefined,
      remove: async () => undefined,
      fate: async () => ({ kind: 'resend' }),
      find: async () => ({ messages: new Map(), isWhole: true }),
    },
  };
}
