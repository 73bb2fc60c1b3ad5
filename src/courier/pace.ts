/** All spans in milliseconds of the clock. */
export interface Pace {
  /** How long a sender may be silent before another takes its lane. */
  readonly leaseMs: number;
  readonly sendTimeoutMs: number;
  /** Between two messages to one target. */
  readonly spacingMs: number;
  /** How often the outbox is looked at when nobody wakes the courier. */
  readonly pollMs: number;
  /** Messages under way at once in one lane. */
  readonly concurrency: number;
  /** How many times as fast as the machine's the clock runs. */
  readonly speed: number;
}

/** For a clock that stands while anything is sent: one message after the other, at once. */
export const STANDING_PACE: Pace = { ...createPace(1), spacingMs: 0, concurrency: 1 };

/** For a clock that runs `speed` times as fast as the machine's: what takes real time takes that much more of it. */
export function createPace(speed: number): Pace {
  return {
    leaseMs: 30_000 * speed,
    sendTimeoutMs: 8_000 * speed,
    // A second, and a little: what leaves a second apart may arrive closer.
    spacingMs: 1_030 * speed,
    pollMs: 500 * speed,
    concurrency: 16,
    speed,
  };
}
