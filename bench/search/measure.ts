import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Milliseconds. */
export interface Latency {
  readonly p50: number;
  readonly p99: number;
}

/** One turn over all texts warms up, the next ones count; each text counts with its best time. */
export function latencyOf(texts: readonly string[], act: (text: string) => unknown): Latency {
  for (const text of texts) act(text);
  const best = texts.map((text) => Math.min(...[1, 2].map(() => millisecondsOf(() => act(text)))));
  const sorted = best.sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99) };
}

export function millisecondsOf(act: () => unknown): number {
  const start = performance.now();
  act();
  return performance.now() - start;
}

/** What an object keeps in memory beyond what was there before, in MB. */
export function retained<T>(create: () => T): { readonly value: T; readonly megabytes: number } {
  const before = heapAfterCollection();
  const value = create();
  return { value, megabytes: (heapAfterCollection() - before) / 2 ** 20 };
}

function heapAfterCollection(): number {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  collect();
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
