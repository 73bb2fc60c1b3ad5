import { setImmediate as immediate } from 'node:timers/promises';

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

/** Resolves when all that waits for the process by now (requests, answers, timers) has had its turn. */
export const giveWay = (): Promise<void> => immediate();

const LONGEST_TIMER_MS = 2 ** 31 - 1;

function pause(durationMs: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const timer = setTimeout(end, Math.min(Math.max(durationMs, 0), LONGEST_TIMER_MS));
    signal?.addEventListener('abort', end);
    function end() {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    }
  });
}

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** Milliseconds since 1970-01-01T00:00:00Z. Spans of instants are half-open: `[start, end)`. */
export type Instant = number;

/** `2020-02-01T09:30:00.000Z`. */
export function isoOf(at: Instant): string {
  return new Date(at).toISOString();
}

/**
 * The zone's name as IANA spells it, or `undefined` where there is no such zone: whoever is asked may
 * have none to tell, or one that this Node has not heard of.
 * Bare offsets (`+05:30`) are refused: they cannot follow daylight-saving time.
 */
export function canonicalTimeZone(name: string | null | undefined): string | undefined {
  const trimmed = name?.trim() ?? '';
  if (!/^[A-Za-z]/.test(trimmed)) return undefined;
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(trimmed).timeZoneId;
  } catch {
    return undefined;
  }
}
