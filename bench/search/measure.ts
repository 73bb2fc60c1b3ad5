import { setTimeout as delay } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Milliseconds. */
export interface Latency {
  readonly p50: number;
  readonly p99: number;
}

const LEAST_TURNS = 5;
/** A few hundred questions, as a small conference has them, are asked so long that compilers are done with them. */
const WARM_AFTER_MS = 1_000;
const ANSWERED_WITHIN_MS = 10_000;
const SETTLE_MS = 200;

/**
 * Several turns over all texts, as many as patience allows and until all is warm; each text counts with its best time, so
 * that warming up and other programs on the machine disturb little. What is so slow that patience
 * ends in the first turn is measured by the texts that it came to.
 */
export function latencyOf(texts: readonly string[], act: (text: string) => unknown): Latency {
  const best: number[] = [];
  const start = performance.now();
  const isWithin = (ms: number) => performance.now() - start < ms;
  const isPatient = () => isWithin(ANSWERED_WITHIN_MS);
  const isWanted = (turn: number) => turn < LEAST_TURNS || isWithin(WARM_AFTER_MS);
  for (let turn = 0; isWanted(turn) && isPatient(); turn += 1) {
    for (const [at, text] of texts.entries()) {
      if (turn === 0 && at > 0 && !isPatient()) break;
      best[at] = Math.min(
        best[at] ?? Number.POSITIVE_INFINITY,
        elapsed(() => act(text)),
      );
    }
  }
  const sorted = best.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99) };
}

function elapsed(act: () => unknown): number {
  const start = performance.now();
  act();
  return performance.now() - start;
}

/**
 * Milliseconds this thread computes, beginning with a clean heap; the clock behind it is too
 * coarse for less than some ten of them.
 */
export function computingTime(act: () => unknown): number {
  collectGarbage();
  const before = process.threadCpuUsage();
  act();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

/** What an object keeps in memory beyond what was there before, in MB. */
export async function retained<T>(
  create: () => T,
): Promise<{ readonly value: T; readonly megabytes: number }> {
  // What was held until now is let go of by then, by compilers in the background too.
  await delay(SETTLE_MS);
  const before = heapAfterCollection();
  const value = create();
  return { value, megabytes: (heapAfterCollection() - before) / 2 ** 20 };
}

function heapAfterCollection(): number {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  // What finalizers let go of in the first round is collected in the second.
  collect();
  collect();
}
