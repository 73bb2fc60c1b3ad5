import type { Clock, Instant } from '../../clock.ts';
import { MINUTE_MS } from '../../clock.ts';
import type { Caller } from '../../platform/requests.ts';
import type { Shown } from '../asking/question.ts';

/** What was shown to somebody last, for as long as people carry on from it; no more than a cache. */
export interface ShownMemory {
  recall(caller: Caller): Shown | undefined;
  remember(caller: Caller, shown: Shown): void;
}

const KEPT_MS = 10 * MINUTE_MS;
const MOST_KEPT = 5_000;

export function createShownMemory(clock: Pick<Clock, 'now'>): ShownMemory {
  const kept = new Map<string, { readonly shown: Shown; readonly at: Instant }>();
  return {
    recall(caller) {
      const last = kept.get(keyOf(caller));
      return last !== undefined && clock.now() - last.at <= KEPT_MS ? last.shown : undefined;
    },
    remember(caller, shown) {
      const key = keyOf(caller);
      kept.delete(key);
      kept.set(key, { shown, at: clock.now() });
      const [oldest] = kept.keys();
      if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    },
  };
}

function keyOf({ platform, community = '', channel = '', member }: Caller): string {
  return JSON.stringify([platform, community, channel, member]);
}
