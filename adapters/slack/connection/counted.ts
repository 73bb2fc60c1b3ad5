import type { Clock, Instant } from '../../../src/clock.ts';

/** What counts once among all processes on one database: Slack may tell one of a thing, and another of it again. */
export interface Counted {
  /** Whether nobody counted the key before, or it counts again by `now`; it does not until `until`. */
  isFirst(key: string, now: Instant, until: Instant): Promise<boolean>;
}

/** The same by a clock, each key for `spanMs`. */
export function countedFor(
  counted: Counted,
  clock: Pick<Clock, 'now'>,
  spanMs: number,
): (key: string) => Promise<boolean> {
  return (key) => {
    const now = clock.now();
    return counted.isFirst(key, now, now + spanMs);
  };
}
