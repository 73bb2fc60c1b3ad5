import type { Card } from '../cards/cards.ts';
import { shortKey } from '../outbox/delivery.ts';
import type { Claim, Settlement } from '../outbox/outbox.ts';
import type { Reachability } from '../outbox/reachability.ts';
import type { Dispatch } from '../platform/messenger.ts';
import { PlatformError } from '../platform/refusal.ts';
import { callInTime } from './call.ts';
import { editedMessage, expiresAt, withWaits } from './claim.ts';
import { type DoubtParts, findOut } from './doubt.ts';
import { type Composed, type RecheckParts, recheck } from './recheck.ts';
import { report } from './report.ts';
import { afterFailure, type Verdict, type VerdictParts } from './verdict.ts';
import { stopwatchOf, untilNextTry } from './waiting.ts';

export interface DeliverParts extends DoubtParts, RecheckParts, VerdictParts {
  readonly messenger: DoubtParts['messenger'];
  readonly reachability: Reachability;
}

/** What became of one message. */
export interface Delivered extends Verdict {
  /** What this try said, where it was made. */
  readonly composed?: Composed;
}

/** Brings one message to its end, or to the next try, and writes that down. Never rejects. */
export async function deliver(parts: DeliverParts, claim: Claim): Promise<Delivered> {
  const { clock, log } = parts;
  const watch = stopwatchOf(clock, parts.turn);
  const delivered = await attempt({ ...parts, turn: watch.turn }, claim);
  const at = clock.now();
  const waits = [...watch.waits(at), ...untilNextTry(delivered, at)];
  try {
    await writeDown(parts, withWaits(claim, waits), delivered);
  } catch (error) {
    // Not settled, it is in doubt when the lease ends, and the platform is asked.
    log.error(
      { err: error, key: shortKey(claim.deliveries[0].key) },
      'A delivery could not be settled',
    );
  }
  return delivered;
}

async function attempt(parts: DeliverParts, claim: Claim): Promise<Delivered> {
  const { clock, compose } = parts;
  let isSending = false;
  try {
    const known = await findOut(parts, claim);
    if (known !== undefined) return ended(known);
    const composedAt = clock.now();
    const card = await compose(claim.deliveries, composedAt);
    if (card === undefined) return ended(outdated(claim));
    if (expiresAt(claim) <= clock.now()) return ended({ kind: 'expired', reason: 'late' });
    isSending = true;
    const settlement = await sendOrEdit(parts, claim, dispatchOf(claim, card));
    return { ...ended(settlement), composed: { card, composedAt } };
  } catch (error) {
    return afterFailure(parts, claim, error, isSending);
  }
}

function ended(settlement: Settlement): Delivered {
  return { settlement, timedOut: false };
}

/** A talk that goes back to where it was is announced after all. */
function outdated({ deliveries: [{ subject }], doubtfulSince }: Claim): Settlement {
  const isPlanned = subject.kind === 'announcement' || subject.kind === 'reminder';
  return isPlanned && doubtfulSince === undefined
    ? { kind: 'withdrawn' }
    : { kind: 'expired', reason: 'outdated' };
}

function dispatchOf({ deliveries, attemptKey }: Claim, card: Card): Dispatch {
  const [{ target, mention }] = deliveries;
  return { target, card, attemptKey, ...(mention === undefined ? {} : { mention }) };
}

async function sendOrEdit(
  parts: DeliverParts,
  claim: Claim,
  dispatch: Dispatch,
): Promise<Settlement> {
  const { messenger } = parts;
  const edited = editedMessage(claim);
  if (edited !== undefined) {
    try {
      await callInTime(parts, (signal) => messenger.edit(edited, dispatch, signal));
      return { kind: 'sent', messageId: edited };
    } catch (error) {
      if (!(error instanceof PlatformError) || error.code !== 'message-gone') throw error;
      const isEditOnly = 'messageId' in claim.deliveries[0].subject;
      if (isEditOnly) return { kind: 'expired', reason: 'message-gone' };
    }
  }
  const messageId = await callInTime(parts, (signal) => messenger.send(dispatch, signal));
  return { kind: 'sent', messageId };
}

async function writeDown(parts: DeliverParts, claim: Claim, delivered: Delivered): Promise<void> {
  const { queue, reachability, clock, log } = parts;
  const { settlement, refusal, composed } = delivered;
  const [{ key, target }] = claim.deliveries;
  if (settlement.kind === 'sent') await recheck(parts, claim, settlement.messageId, composed);
  const at = clock.now();
  if (await queue.settle(claim, settlement, at)) report(log, claim, settlement, at);
  else log.warn({ key: shortKey(key) }, 'The lease ended before the delivery was settled');
  if (settlement.kind === 'sent') await reachability.reached(target);
  if (refusal?.outcome === 'permanent')
    await reachability.refused(target, refusal.code, clock.now());
}
