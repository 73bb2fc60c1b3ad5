import { setTimeout as delay } from 'node:timers/promises';
import type { Instant } from './schedule/model.ts';

/** The only source of time in the core. */
export interface Clock {
  now(): Instant;
  /** Resolves after `durationMs` of this clock's time, or at once when `signal` aborts; never rejects. */
  sleep(durationMs: number, signal?: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (durationMs, signal) => pause(durationMs, signal),
};

/** A clock that stands at `from` now and runs `speed` times as fast as the machine's. */
export function scaledClock(from: Instant, speed: number): Clock {
  const origin = performance.now();
  return {
    now: () => Math.floor(from + (performance.now() - origin) * speed),
    sleep: (durationMs, signal) => pause(durationMs / speed, signal),
  };
}

/** Milliseconds from an origin of no meaning, to measure how long something took. */
export const stopwatch = (): number => performance.now();

const LONGEST_TIMER_MS = 2 ** 31 - 1;

async function pause(durationMs: number, signal: AbortSignal | undefined): Promise<void> {
  const timerMs = Math.min(Math.max(durationMs, 0), LONGEST_TIMER_MS);
  await delay(timerMs, undefined, signal === undefined ? {} : { signal }).catch(
    (error: unknown) => {
      if (!signal?.aborted) throw error;
    },
  );
}
