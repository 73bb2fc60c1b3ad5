import { stopwatch } from '../clock.ts';

/**
 * A rate limiter: what goes to one lane passes evenly, and never more of it in any second than its
 * platform allows. A gate, because it holds up who passes, in order, and refuses nobody.
 */
export interface Gate {
  /** Resolves, in the order of the calls, when the next may leave, which takes up `costMs` of the lane. */
  pass(costMs: number): Promise<void>;
}

const SECOND_MS = 1_000;
/** A second, and three hundredths: what leaves a second apart may arrive a little closer. */
const WINDOW_MS = 1_030;
/** Timers are late, and a busy process stands still: so much is made up for, and not what was idle. */
const CATCH_UP_MS = 250;

/** All in the machine's milliseconds: platforms count those, whatever clock Hallway runs by. */
export function createGate(
  sleep: (ms: number) => Promise<void>,
  elapsed: () => number = stopwatch,
): Gate {
  /** What left within the window, or is about to, the earliest first; together it costs a second at most. */
  const passed: { at: number; readonly costMs: number }[] = [];
  let usedMs = 0;
  let freeAt = Number.NEGATIVE_INFINITY;
  return {
    pass: async (costMs) => {
      if (costMs === 0) return;
      const now = elapsed();
      let at = Math.max(now, freeAt);
      while (usedMs + costMs > SECOND_MS) {
        const oldest = passed.shift();
        if (oldest === undefined) break;
        usedMs -= oldest.costMs;
        at = Math.max(at, oldest.at + WINDOW_MS);
      }
      freeAt = (freeAt < at - CATCH_UP_MS ? at : freeAt) + costMs;
      const own = { at, costMs };
      passed.push(own);
      usedMs += costMs;
      if (at > now) await sleep(at - now);
      own.at = Math.max(at, elapsed());
    },
  };
}
