import type { Card } from '../cards/card.ts';
import type { Clock } from '../clock.ts';
import { PlatformError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Dispatch, Messenger } from '../platform.ts';
import type { Instant } from '../schedule/model.ts';
import type { Delivery } from './delivery.ts';
import type { Claim, Outbox, OutboxQueue, Settlement } from './outbox.ts';
import type { Reach } from './reach.ts';
import { recheck, type Wording } from './recheck.ts';

/**
 * The words for what is to be sent, from the conference as it is now; undefined
 * when nothing of it holds any more (the talk moved, the list is empty and was never sent).
 */
export type Compose = (deliveries: readonly Delivery[], now: Instant) => Promise<Card | undefined>;

export interface DeliverParts {
  readonly queue: Pick<OutboxQueue, 'settle'>;
  readonly outbox: Pick<Outbox, 'enqueue'>;
  readonly messenger: Messenger;
  readonly compose: Compose;
  readonly reach: Reach;
  readonly clock: Clock;
  readonly log: Log;
  readonly sendTimeoutMs: number;
}

/** What became of one message; `refusal` is what the platform said, where it said no. */
export interface Delivered {
  readonly settlement: Settlement;
  readonly refusal?: PlatformError;
  readonly timedOut: boolean;
  readonly sent?: Wording;
}

const FIRST_BACKOFF_MS = 2_000;
const LONGEST_BACKOFF_MS = 60_000;
/** A platform that cannot say what became of a message for this long after it was of use is not asked again. */
const LONGEST_DOUBT_MS = 10 * 60_000;
const LOST = 'fate-unknown';
/** With less left of the lease, somebody else may take over before the platform has answered. */
const SHORTEST_LEASE_MS = 1_000;

/** Brings one message to its end, or to the next try, and writes that down. Never rejects. */
export async function deliver(parts: DeliverParts, claim: Claim): Promise<Delivered> {
  const delivered = await attempt(parts, claim);
  const { queue, clock, log } = parts;
  const [{ key, target }] = claim.deliveries;
  const { settlement, refusal } = delivered;
  try {
    const isOurs = await queue.settle(claim, settlement, clock.now());
    if (!isOurs) log.warn({ key }, 'The lease ended before the delivery was settled');
    if (settlement.kind === 'sent') {
      await parts.reach.reached(target);
      await recheck(parts, claim, delivered);
    }
    if (refusal?.outcome === 'permanent') {
      await parts.reach.refused(target, refusal.code, clock.now());
    }
  } catch (error) {
    // Not settled, it is in doubt when the lease ends, and the platform is asked.
    log.error({ error, key }, 'A delivery could not be settled');
  }
  if (settlement.kind !== 'sent') log.warn({ key, ...settlement }, 'A delivery was not sent');
  return delivered;
}

async function attempt(parts: DeliverParts, claim: Claim): Promise<Delivered> {
  const { clock } = parts;
  const composedAt = clock.now();
  try {
    const card = await parts.compose(claim.deliveries, composedAt);
    if (card === undefined) return ended({ kind: 'expired', reason: 'outdated' });
    const dispatch = dispatchOf(claim, card);
    const known = await askFate(parts, claim, dispatch);
    const isLate = expiresAt(claim) <= clock.now();
    const settlement: Settlement =
      known ??
      (isLate ? { kind: 'expired', reason: 'late' } : await tryToSend(parts, claim, dispatch));
    return {
      settlement,
      timedOut: false,
      sent: { card, composedAt, isFound: known !== undefined },
    };
  } catch (error) {
    return afterFailure(parts, claim, error);
  }
}

function dispatchOf({ deliveries, attemptKey }: Claim, card: Card): Dispatch {
  const [{ target, mention }] = deliveries;
  return { target, card, attemptKey, ...(mention === undefined ? {} : { mention }) };
}

/** What became of an earlier try, where that is in doubt; undefined when it is free to be sent. */
async function askFate(
  parts: DeliverParts,
  claim: Claim,
  dispatch: Dispatch,
): Promise<Settlement | undefined> {
  const { doubtfulSince } = claim;
  if (doubtfulSince === undefined || editedMessage(claim) !== undefined) return undefined;
  const fate = await inTime(parts, claim, (signal) =>
    parts.messenger.fate(dispatch, doubtfulSince, signal),
  );
  switch (fate.kind) {
    case 'arrived':
      return { kind: 'sent', messageId: fate.messageId };
    case 'lost':
      return { kind: 'failed', reason: LOST };
    case 'resend':
      return undefined;
  }
}

class SendError extends Error {}

/** Failures from here on are the sending's; those before leave an earlier doubt as it was. */
async function tryToSend(
  parts: DeliverParts,
  claim: Claim,
  dispatch: Dispatch,
): Promise<Settlement> {
  try {
    return await sendOrEdit(parts, claim, dispatch);
  } catch (error) {
    throw new SendError('Not sent', { cause: error });
  }
}

function afterFailure({ clock, log }: DeliverParts, claim: Claim, error: unknown): Delivered {
  const now = clock.now();
  const wasSending = error instanceof SendError;
  const cause = wasSending ? error.cause : error;
  const timedOut = cause instanceof SendTimeoutError;
  if (cause instanceof PlatformError) {
    const { outcome, notBefore } = cause;
    const settlement: Settlement =
      outcome === 'permanent'
        ? { kind: 'failed', reason: cause.code }
        : outcome === 'retry' && (wasSending || claim.doubtfulSince === undefined)
          ? later(claim, now, notBefore, cause.code)
          : uncertain(claim, now, notBefore);
    return { settlement, timedOut, refusal: cause };
  }
  if (!timedOut) log.error({ error: cause, key: claim.deliveries[0].key }, 'A delivery failed');
  const isInDoubt = wasSending || claim.doubtfulSince !== undefined;
  return { settlement: isInDoubt ? uncertain(claim, now) : later(claim, now), timedOut };
}

async function sendOrEdit(
  parts: DeliverParts,
  claim: Claim,
  dispatch: Dispatch,
): Promise<Settlement> {
  const messageId = editedMessage(claim);
  const isEditOnly = 'messageId' in claim.deliveries[0].subject;
  if (messageId !== undefined) {
    try {
      await inTime(parts, claim, (signal) => parts.messenger.edit(messageId, dispatch, signal));
      return { kind: 'sent', messageId };
    } catch (error) {
      if (!(error instanceof PlatformError) || error.code !== 'message-gone') throw error;
      if (isEditOnly) return { kind: 'expired', reason: 'message-gone' };
    }
  }
  const sent = await inTime(parts, claim, (signal) => parts.messenger.send(dispatch, signal));
  return { kind: 'sent', messageId: sent };
}

/** The message that is rewritten in place: a list sent before, a corrected announcement, a former list. */
function editedMessage(claim: Claim): string | undefined {
  const [{ subject }] = claim.deliveries;
  return 'messageId' in subject ? subject.messageId : claim.messageId;
}

class SendTimeoutError extends Error {}

/**
 * Gives the platform until the timeout or the end of the lease, whatever comes first,
 * and does not even begin when that is over: after a pause of the whole process
 * somebody else may hold the lease.
 */
async function inTime<T>(
  { clock, sendTimeoutMs }: DeliverParts,
  { leaseUntil }: Claim,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const leftMs = leaseUntil - clock.now();
  if (leftMs < SHORTEST_LEASE_MS) {
    throw new PlatformError('unavailable', 'retry', 'The lease had ended before it was sent');
  }
  const deadline = new AbortController();
  const done = new AbortController();
  const overdue = clock.sleep(Math.min(leftMs, sendTimeoutMs), done.signal).then(() => {
    deadline.abort();
    throw new SendTimeoutError('The platform did not answer in time');
  });
  try {
    return await Promise.race([work(deadline.signal), overdue]);
  } finally {
    done.abort();
  }
}

/** An edit may be made twice; a message may not, so that its fate is asked for first, but not for ever. */
function uncertain(claim: Claim, now: Instant, notBefore = 0): Settlement {
  if (editedMessage(claim) !== undefined) return later(claim, now, notBefore);
  if (now > expiresAt(claim) + LONGEST_DOUBT_MS) return { kind: 'failed', reason: LOST };
  return { kind: 'doubt', at: Math.max(notBefore, now + backoff(claim)) };
}

function later(claim: Claim, now: Instant, notBefore = 0, reason = 'out-of-time'): Settlement {
  // A platform that names the time is taken at its word, though that may have come meanwhile.
  const at = Math.max(notBefore, now + (notBefore > 0 ? 0 : backoff(claim)));
  return at < expiresAt(claim) ? { kind: 'retry', at } : { kind: 'expired', reason };
}

function backoff({ attempts }: Claim): number {
  return Math.min(FIRST_BACKOFF_MS * 2 ** attempts, LONGEST_BACKOFF_MS);
}

function expiresAt({ deliveries }: Claim): Instant {
  return Math.min(...deliveries.map((delivery) => delivery.expiresAt));
}

function ended(settlement: Settlement): Delivered {
  return { settlement, timedOut: false };
}
