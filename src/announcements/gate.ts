import { stopwatch } from '../clock.ts';

/** What goes to one lane passes one after the other, so evenly that it fits any second, wherever it begins. */
export interface Gate {
  /** Resolves, in the order of the calls, when the next may leave; it has the lane to itself for `costMs`. */
  pass(costMs: number): Promise<void>;
}

/** Of what a platform allows: networks deliver less evenly than is sent. */
const SHARE = 0.97;

/** All in the machine's milliseconds: platforms count those, whatever clock Hallway runs by. */
export function createGate(
  sleep: (ms: number) => Promise<void>,
  elapsed: () => number = stopwatch,
): Gate {
  let freeAt = Number.NEGATIVE_INFINITY;
  return {
    pass: async (costMs) => {
      const spanMs = costMs / SHARE;
      const now = elapsed();
      // A timer is late by nature: up to one place is made up for, or each would cost a little of the rate.
      const at = Math.max(freeAt, now - spanMs);
      freeAt = at + spanMs;
      if (at > now) await sleep(at - now);
    },
  };
}
