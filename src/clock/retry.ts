import type { Clock } from '../clock.ts';

/** How often something that failed is tried again, and how long is waited before: twice as long every time. */
export interface RetryPolicy {
  readonly firstMs: number;
  readonly longestMs: number;
  /** How many times at most; absent: for ever. */
  readonly tries?: number;
}

/** The pause after a try that `failures` others had failed before. */
export function pauseMs(
  { firstMs, longestMs }: Pick<RetryPolicy, 'firstMs' | 'longestMs'>,
  failures: number,
): number {
  return Math.min(firstMs * 2 ** failures, longestMs);
}

export interface Retrying extends RetryPolicy {
  readonly clock: Pick<Clock, 'sleep'>;
  /** Hears why a try failed and how long the next one waits; throws where no other try would help. */
  readonly onFailure: (error: unknown, pauseMs: number) => void;
}

/**
 * What `attempt` comes to in the end; `undefined` when `signal` aborts before. Rejects with what
 * `onFailure` throws, or with the last failure where that was the last try.
 *
 * Ours rather than p-retry's: pauses go by the clock that is handed in, a stop is no failure, and
 * no error is taken for a bug by its class.
 */
export function retry<T>(
  attempt: () => T | Promise<T>,
  policy: Retrying & { readonly signal: AbortSignal },
): Promise<T | undefined>;
export function retry<T>(attempt: () => T | Promise<T>, policy: Retrying): Promise<T>;
export async function retry<T>(
  attempt: () => T | Promise<T>,
  { clock, onFailure, signal, ...policy }: Retrying & { readonly signal?: AbortSignal },
): Promise<T | undefined> {
  for (let failures = 0; !signal?.aborted; failures += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (signal?.aborted) return undefined;
      if (failures + 1 === policy.tries) throw error;
      const pause = pauseMs(policy, failures);
      onFailure(error, pause);
      if (pause > 0) await clock.sleep(pause, signal);
    }
  }
  return undefined;
}
