import type { Clock } from '../clock.ts';

/** What was waited for did not come in time. */
export class DeadlineError extends Error {}

/**
 * What `work` comes to; a {@link DeadlineError} where that takes longer than `limitMs` of the
 * clock. Then its signal aborts, and whatever it comes to later goes unheard.
 */
export async function withDeadline<T>(
  clock: Pick<Clock, 'sleep'>,
  limitMs: number,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const overdue = new AbortController();
  const outcome = await raced(clock, limitMs, work(overdue.signal));
  if (outcome !== LATE) return outcome;
  const error = new DeadlineError(`Nothing came within ${limitMs} ms`);
  overdue.abort(error);
  throw error;
}

/** What `work` comes to, or `undefined` where that takes longer than `limitMs`; it goes on all the same. */
export async function within<T>(
  clock: Pick<Clock, 'sleep'>,
  limitMs: number,
  work: Promise<T>,
): Promise<T | undefined> {
  const outcome = await raced(clock, limitMs, work);
  return outcome === LATE ? undefined : outcome;
}

const LATE = Symbol('late');

async function raced<T>(
  clock: Pick<Clock, 'sleep'>,
  limitMs: number,
  work: Promise<T>,
): Promise<T | typeof LATE> {
  const done = new AbortController();
  try {
    const late = clock.sleep(limitMs, done.signal).then((): typeof LATE => LATE);
    return await Promise.race([work, late]);
  } finally {
    done.abort();
  }
}
