import { DeadlineError } from '../clock/deadline.ts';
import { pauseMs } from '../clock/retry.ts';
import { type Clock, type Instant, MINUTE_MS } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Claim, Settlement } from '../outbox/outbox.ts';
import { shortKey } from '../outbox/shortKey.ts';
import { PlatformError } from '../platform/refusal.ts';
import { editedMessage, expiresAt } from './claim.ts';
import { FATE_UNKNOWN } from './doubt.ts';
import type { Pace } from './pace.ts';

/** What a failure leads to; `refusal` is what the platform said, where it said no. */
export interface Verdict {
  readonly settlement: Settlement;
  readonly refusal?: PlatformError;
  /** What that means on Hallway's clock, where the platform said how long to wait. */
  readonly notBefore?: Instant | undefined;
  readonly timedOut: boolean;
}

export interface VerdictParts {
  readonly clock: Clock;
  readonly log: Log;
  readonly pace: Pick<Pace, 'speed'>;
  readonly sendTimeoutMs: number;
}

const RETRY_POLICY = { firstMs: 2_000, longestMs: MINUTE_MS };
/** A platform that cannot say what became of a message for this long after it was of use is not asked again. */
const LONGEST_DOUBT_MS = 10 * MINUTE_MS;

/** An earlier doubt stays one, whatever is said of this try: it is asked about again. */
export function afterFailure(
  { clock, log, pace, sendTimeoutMs }: VerdictParts,
  claim: Claim,
  error: unknown,
  wasSending: boolean,
): Verdict {
  const timedOut = error instanceof DeadlineError;
  const now = clock.now();
  if (!(error instanceof PlatformError)) {
    if (!timedOut)
      log.error({ err: error, key: shortKey(claim.deliveries[0].key) }, 'A delivery failed');
    const isInDoubt = wasSending || claim.doubtfulSince !== undefined;
    // What did not answer in time may still be at it: asked at once, it would not know of the message yet.
    const notBefore = timedOut && isInDoubt ? now + sendTimeoutMs : undefined;
    return { settlement: next(claim, isInDoubt, now, notBefore), timedOut };
  }
  const { afterMs, code, outcome } = error;
  if (outcome === 'permanent') {
    return { settlement: { kind: 'failed', reason: code }, timedOut, refusal: error };
  }
  const notBefore = afterMs === undefined ? undefined : now + afterMs * pace.speed;
  const isInDoubt = claim.doubtfulSince !== undefined || (wasSending && outcome === 'unknown');
  const settlement = next(claim, isInDoubt, now, notBefore, code);
  return { settlement, timedOut, refusal: error, notBefore };
}

/** An edit may be made twice; a message may not, so that its fate is asked for first, but not for ever. */
function next(
  claim: Claim,
  isInDoubt: boolean,
  now: Instant,
  notBefore?: Instant,
  reason = 'out-of-time',
): Settlement {
  const backoffMs = pauseMs(RETRY_POLICY, claim.attempts);
  if (isInDoubt && editedMessage(claim) === undefined) {
    if (now > expiresAt(claim) + LONGEST_DOUBT_MS) return { kind: 'failed', reason: FATE_UNKNOWN };
    return { kind: 'doubt', at: Math.max(notBefore ?? now, now + backoffMs) };
  }
  // A platform that names the time is taken at its word.
  const at = notBefore ?? now + backoffMs;
  return at < expiresAt(claim) ? { kind: 'retry', at } : { kind: 'expired', reason };
}
