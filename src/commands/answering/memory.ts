import { LRUCache } from 'lru-cache';
import type { Clock } from '../../clock.ts';
import { CARRIED_ON_MS } from '../../platform/conversation.ts';
import type { Caller } from '../../platform/requests.ts';
import type { Shown } from '../asking/question.ts';

/** What was shown to somebody last, for as long as people carry on from it; no more than a cache. */
export interface ShownMemory {
  recall(caller: Caller): Shown | undefined;
  remember(caller: Caller, shown: Shown): void;
}

const MOST_KEPT = 5_000;

export function createShownMemory(clock: Pick<Clock, 'now'>): ShownMemory {
  const kept = new LRUCache<string, Shown>({
    max: MOST_KEPT,
    ttl: CARRIED_ON_MS,
    ttlResolution: 0,
    perf: clock,
  });
  return {
    recall: (caller) => kept.get(keyOf(caller)),
    remember: (caller, shown) => void kept.set(keyOf(caller), shown),
  };
}

function keyOf({ platform, community = '', channel = '', member }: Caller): string {
  return JSON.stringify([platform, community, channel, member]);
}
