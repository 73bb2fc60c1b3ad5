import { type Clock, MINUTE_MS } from '../clock.ts';

/** Lets what happens over and over through at most once a minute, and again at once after `over`. */
export interface Seldom {
  /** Only the first of a minute is done. */
  once(work: () => void): void;
  /** What kept happening has ended. */
  over(): void;
}

export function seldom(clock: Pick<Clock, 'now'>): Seldom {
  let last = Number.NEGATIVE_INFINITY;
  return {
    once(work) {
      const now = clock.now();
      // A clock that was set back is no reason to be silent.
      if (now >= last && now < last + MINUTE_MS) return;
      last = now;
      work();
    },
    over() {
      last = Number.NEGATIVE_INFINITY;
    },
  };
}
