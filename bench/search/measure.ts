import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Milliseconds. */
export interface Latency {
  readonly p50: number;
  readonly p99: number;
}

const MOST_TURNS = 5;
const PATIENCE_MS = 10_000;

/**
 * Several turns over all texts, as many as patience allows; each text counts with its best time,
 * so that warming up and other programs on the machine disturb little.
 */
export function latencyOf(texts: readonly string[], act: (text: string) => unknown): Latency {
  const best = texts.map(() => Number.POSITIVE_INFINITY);
  const start = performance.now();
  for (let turn = 0; turn < MOST_TURNS && performance.now() - start < PATIENCE_MS; turn += 1) {
    for (const [at, text] of texts.entries()) {
      best[at] = Math.min(
        best[at] ?? Number.NaN,
        elapsed(() => act(text)),
      );
    }
  }
  const sorted = best.sort((a, b) => a - b);
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
export function retained<T>(create: () => T): { readonly value: T; readonly megabytes: number } {
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
