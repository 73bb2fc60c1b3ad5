import { LRUCache } from 'lru-cache';
import type { Clock } from '../../../src/clock.ts';

export interface Recently {
  /** Whether this is the first time within the span; remembers that it was. */
  isFirst(key: string): boolean;
}

/** Remembers at most `most` keys, each for `spanMs`; the oldest go first. */
export function createRecently(
  clock: Pick<Clock, 'now'>,
  { spanMs, most }: { readonly spanMs: number; readonly most: number },
): Recently {
  const seen = new LRUCache<string, true>({
    max: most,
    ttl: spanMs,
    ttlResolution: 0,
    perf: clock,
  });
  return {
    isFirst(key) {
      if (seen.has(key)) return false;
      seen.set(key, true);
      return true;
    },
  };
}
