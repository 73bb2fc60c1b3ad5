import { giveWay, stopwatch } from './clock.ts';

/** Long work with places to pause: each `yield` is one, and little is done between two of them. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** How long whoever waits is kept waiting. Shorter slices are answered no faster, and take longer in all. */
const SLICE_MS = 3;

/** Does the work without a pause, where nobody else waits. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * Does the work in slices of a few milliseconds, the first not before this turn of the event loop is
 * over, with everything that waits served in between. Rejects with the signal's reason once it aborts.
 */
export async function inSlices<T>(steps: Steps<T>, signal?: AbortSignal): Promise<T> {
  for (;;) {
    await giveWay();
    signal?.throwIfAborted();
    const began = stopwatch();
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (stopwatch() - began < SLICE_MS);
  }
}
