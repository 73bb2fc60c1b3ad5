import { setImmediate } from 'node:timers/promises';
import type { Clock, Instant } from '../../src/clock.ts';

/** Rounds of the event loop in which whoever does not sleep comes to an end of what it does. */
const ROUNDS = 30;

export interface SteppedClock extends Clock {
  /** Goes on from one waking to the next and lets all happen that follows; ends at `until`. */
  goTo(until: Instant): Promise<void>;
}

/** Stands but for `goTo`. For what waits for nothing but this clock and a database in memory. */
export function steppedClock(from: Instant): SteppedClock {
  let now = from;
  const sleepers = new Set<{ readonly at: Instant; readonly wake: () => void }>();
  return {
    now: () => now,
    sleep: (durationMs, signal) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      const sleeper = { at: now + Math.max(0, durationMs), wake: resolve };
      const wake = () => {
        sleepers.delete(sleeper);
        resolve();
      };
      if (signal?.aborted) return Promise.resolve();
      sleepers.add(sleeper);
      signal?.addEventListener('abort', wake, { once: true });
      return promise;
    },
    goTo: async (until) => {
      for (;;) {
        await quiet();
        const next = Math.min(until, ...[...sleepers].map(({ at }) => at));
        if (next === until && now === until) return;
        now = Math.max(now, next);
        for (const sleeper of [...sleepers].filter(({ at }) => at <= now)) {
          sleepers.delete(sleeper);
          sleeper.wake();
        }
      }
    },
  };
}

async function quiet(): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) await setImmediate();
}
