import { LRUCache } from 'lru-cache';
import { type Clock, MINUTE_MS } from '../../clock.ts';
import type { Caller } from '../../platform/requests.ts';

/**
 * How many plain questions a minute are answered: enough for a conversation, and too few for a channel
 * to be drowned, or for two bots to talk to each other. Of one process; commands have the platform's limits.
 */
export const ANSWERED_A_MINUTE = { member: 10, channel: 30 } as const;
/** Those who asked last are counted. */
const MOST_COUNTED = 10_000;

export interface QuestionPace {
  /** Whether one more is answered; counts it if so. */
  take(caller: Pick<Caller, 'platform' | 'community' | 'member' | 'channel'>): boolean;
}

export function createQuestionPace(clock: Pick<Clock, 'now'>): QuestionPace {
  /** How many there were in the minute that began with the first of them. */
  const counts = new LRUCache<string, { count: number }>({
    max: MOST_COUNTED,
    ttl: MINUTE_MS,
    ttlResolution: 0,
    perf: clock,
  });
  return {
    take({ platform, community = '', member, channel }) {
      const limits: (readonly [key: string, most: number])[] = [
        [`${platform} member ${member}`, ANSWERED_A_MINUTE.member],
      ];
      if (channel !== undefined) {
        limits.push([`${platform} channel ${community} ${channel}`, ANSWERED_A_MINUTE.channel]);
      }
      const isFull = ([key, most]: (typeof limits)[number]) =>
        (counts.get(key)?.count ?? 0) >= most;
      if (limits.some(isFull)) return false;
      for (const [key] of limits) {
        const known = counts.get(key);
        if (known === undefined) counts.set(key, { count: 1 });
        else known.count += 1;
      }
      return true;
    },
  };
}
