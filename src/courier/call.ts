import { type DeadlineError, withDeadline } from '../clock/deadline.ts';
import type { Clock } from '../clock.ts';
import { PlatformError } from '../platform/refusal.ts';
import type { ClaimLease } from './claimLease.ts';

export interface CallParts {
  readonly clock: Clock;
  readonly sendTimeoutMs: number;
  /** Resolves when the lane's next call may leave; rejects while the lane rests. */
  readonly turn: () => Promise<void>;
  readonly lease: Pick<ClaimLease, 'until' | 'prolong'>;
}

/**
 * Calls the platform when it is its turn. Only begins where the whole timeout is left of the lease,
 * which is prolonged first where it is short: when it ends, as after a pause of the whole process,
 * somebody else takes over and asks the platform what arrived, and nothing may be on its way then.
 * So `isOurs`, to be looked at where the request is written, leaves half a timeout for its way.
 * A {@link DeadlineError} where the platform does not answer in time.
 */
export async function callInTime<T>(
  { clock, sendTimeoutMs, turn, lease }: CallParts,
  work: (signal: AbortSignal, isOurs: () => boolean) => Promise<T>,
): Promise<T> {
  await turn();
  const isLeft = (ms: number) => lease.until() - clock.now() >= ms;
  const isEnough = () => isLeft(sendTimeoutMs);
  if (!isEnough()) await lease.prolong();
  if (!isEnough()) {
    throw new PlatformError('unavailable', 'retry', 'Too little of the lease was left to send it');
  }
  const isOurs = () => isLeft(sendTimeoutMs / 2);
  return withDeadline(clock, sendTimeoutMs, (signal) => work(signal, isOurs));
}
