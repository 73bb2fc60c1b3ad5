import { giveWay, stopwatch, systemClock } from '../clock.ts';

/** Long work with places to pause: each `yield` is one, and little is done between two of them. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** What is done with each in microseconds needs no more places to pause. */
const PIECE = 200;

/** Does the same with each of many, with a place to pause after every few hundred. */
export function* inPieces<T>(all: Iterable<T>, each: (one: T) => void): Steps<void> {
  let done = 0;
  for (const one of all) {
    each(one);
    done += 1;
    if (done % PIECE === 0) yield;
  }
}

/** How long whoever waits is kept waiting. */
const SLICE_MS = 3;
/** A turn of the event loop longer than this was somebody's, who will be back in the next ones. */
const QUIET_MS = 0.3;
/** Enough for most requests to be answered, so that they wait for one slice and not for one a turn. */
const REST_MS = 4;

/** How many works are under way that somebody waits for. */
let awaited = 0;

/** When the turn of the event loop began in which somebody asked; undefined in those where nobody did. */
let turnBegan: number | undefined;

function isTurnLong(): boolean {
  if (turnBegan === undefined) {
    turnBegan = stopwatch();
    void giveWay().then(() => {
      turnBegan = undefined;
    });
  }
  return stopwatch() - turnBegan >= SLICE_MS;
}

/**
 * To be awaited between pieces of work that would otherwise follow upon each other within one turn of
 * the event loop. Of all that wait, one goes on in every turn, and more while it is young.
 */
export async function pauseInTime(): Promise<void> {
  while (isTurnLong()) await giveWay();
}

/** Does the work without a pause, where nobody else waits. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * Does the work in slices of a few milliseconds, the first not before this turn of the event loop is
 * over. Whatever waits is served in between, and while anything is, or somebody waits for other work,
 * this rests for longer. Rejects with the signal's reason once it aborts.
 */
export async function inSlices<T>(steps: Steps<T>, signal?: AbortSignal): Promise<T> {
  for (;;) {
    const before = stopwatch();
    await giveWay();
    if (awaited > 0 || stopwatch() - before > QUIET_MS) await systemClock.sleep(REST_MS, signal);
    signal?.throwIfAborted();
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (!isTurnLong());
  }
}

/** The same of what somebody waits for: nothing rests here, and work that nobody waits for does meanwhile. */
export async function soon<T>(steps: Steps<T>): Promise<T> {
  awaited += 1;
  try {
    for (;;) {
      await giveWay();
      do {
        const step = steps.next();
        if (step.done) return step.value;
      } while (!isTurnLong());
    }
  } finally {
    awaited -= 1;
  }
}
