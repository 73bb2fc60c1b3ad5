import { setImmediate as turn } from 'node:timers/promises';
import { onTestFinished, vi } from 'vitest';
import type { Instant } from '../../src/clock.ts';

/** Turns of the event loop within which an in-memory database has answered. */
const TURNS = 5;

/** Time that passes only while somebody waits for it, for the rest of the test. */
export interface FakeTime {
  /** Lets time pass until that holds, timer by timer; throws after `longestMs`. */
  until(holds: () => boolean | Promise<boolean>, longestMs: number): Promise<void>;
  /** Lets time pass until `work` has come to its end. */
  during<T>(work: Promise<T>): Promise<T>;
}

export function fakeTime(now: Instant): FakeTime {
  vi.useFakeTimers({
    now,
    toFake: ['Date', 'performance', 'setTimeout', 'clearTimeout'],
  });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const step = async () => {
    for (let count = 0; count < TURNS; count += 1) await turn();
    await vi.advanceTimersToNextTimerAsync();
  };
  return {
    until: async (holds, longestMs) => {
      const end = Date.now() + longestMs;
      while (!(await holds())) {
        if (Date.now() > end) throw new Error(`It did not come to it within ${longestMs} ms`);
        await step();
      }
    },
    during: async (work) => {
      let isDone = false;
      const done = () => {
        isDone = true;
      };
      work.then(done, done);
      while (!isDone) await step();
      return work;
    },
  };
}
