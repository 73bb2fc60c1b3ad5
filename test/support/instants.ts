import type { Instant } from '../../src/clock.ts';

/** An instant as people write it: `2020-02-01T10:55+01:00`. */
export function at(text: string): Instant {
  return Temporal.Instant.from(text).epochMilliseconds;
}
