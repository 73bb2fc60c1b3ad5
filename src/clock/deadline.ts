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
const DONE = Symbol('done');
/** A limit passes in so many parts: a process that stood still for longer than one hears what came meanwhile. */
const PARTS = 4;

async function raced<T>(
  clock: Pick<Clock, 'sleep'>,
  limitMs: number,
  work: Promise<T>,
): Promise<T | typeof LATE> {
  const done = new AbortController();
  try {
    return await Promise.race([work, passed(clock, limitMs, done.signal)]);
  } finally {
    // With a reason, or Node makes an error with a trace for nobody.
    done.abort(DONE);
  }
}

async function passed(
  clock: Pick<Clock, 'sleep'>,
  limitMs: number,
  signal: AbortSignal,
): Promise<typeof LATE> {
  for (let part = 0; part < PARTS; part += 1) await clock.sleep(limitMs / PARTS, signal);
  return LATE;
}
