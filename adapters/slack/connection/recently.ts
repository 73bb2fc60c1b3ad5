import type { Clock, Instant } from '../../../src/clock.ts';

export interface Recently {
  /** Whether this is the first time within the span; remembers that it was. */
  isFirst(key: string): boolean;
}

/** Remembers at most `most` keys, each for `spanMs`; the oldest go first. */
export function createRecently(
  clock: Pick<Clock, 'now'>,
  { spanMs, most }: { readonly spanMs: number; readonly most: number },
): Recently {
  const seen = new Map<string, Instant>();
  return {
    isFirst(key) {
      const now = clock.now();
      for (const [old, until] of seen) {
        if (until > now && seen.size < most) break;
        seen.delete(old);
      }
      if (seen.has(key)) return false;
      seen.set(key, now + spanMs);
      return true;
    },
  };
}
