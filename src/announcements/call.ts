import type { Clock } from '../clock.ts';
import { PlatformError } from '../errors.ts';
import type { Claim } from './outbox.ts';

export interface CallParts {
  readonly clock: Clock;
  readonly sendTimeoutMs: number;
  /** Resolves when the lane's next call may leave; rejects while the lane rests. */
  readonly turn: () => Promise<void>;
}

export class CallTimeoutError extends Error {}

/** With less left of the lease, somebody else may take over before the platform has answered. */
const SHORTEST_LEASE_MS = 1_000;

/**
 * Calls the platform when it is its turn, until the timeout or the end of the lease,
 * whatever comes first, and does not even begin when that is over: after a pause of the
 * whole process somebody else may hold the lease.
 */
export async function callInTime<T>(
  { clock, sendTimeoutMs, turn }: CallParts,
  { leaseUntil }: Claim,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  await turn();
  const leftMs = leaseUntil - clock.now();
  if (leftMs < SHORTEST_LEASE_MS) {
    throw new PlatformError('unavailable', 'retry', 'The lease had ended before it was sent');
  }
  const deadline = new AbortController();
  const done = new AbortController();
  const overdue = clock.sleep(Math.min(leftMs, sendTimeoutMs), done.signal).then(() => {
    deadline.abort();
    throw new CallTimeoutError('The platform did not answer in time');
  });
  try {
    return await Promise.race([work(deadline.signal), overdue]);
  } finally {
    done.abort();
  }
}
