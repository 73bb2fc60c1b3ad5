import type { Card } from '../cards/cards.ts';
import type { Delivery, Subject } from '../outbox/delivery.ts';
import { marksOf } from '../outbox/marks.ts';
import type { Claim, Settlement } from '../outbox/outbox.ts';
import type { Reachability } from '../outbox/reachability.ts';
import { shortKey } from '../outbox/shortKey.ts';
import type { Dispatch } from '../platform/messenger.ts';
import { PlatformError } from '../platform/refusal.ts';
import type { Target } from '../platform/target.ts';
import { callInTime } from './call.ts';
import { editedMessage, expiresAt, partOf, withWaits } from './claim.ts';
import { type DoubtParts, findOut } from './doubt.ts';
import { type Composed, type RecheckParts, recheck } from './recheck.ts';
import { type ReportParts, report } from './report.ts';
import { afterFailure, type Verdict, type VerdictParts } from './verdict.ts';
import { stopwatchOf, untilNextTry } from './waiting.ts';

export interface DeliverParts extends DoubtParts, RecheckParts, ReportParts, VerdictParts {
  readonly messenger: DoubtParts['messenger'];
  readonly reachability: Reachability;
}

/** What became of one message. */
export interface Delivered extends Verdict {
  /** What this try said, where it was made. */
  readonly composed?: Composed;
}

/** Of a claim, or of the part of it that turned out to be said already. */
interface Outcome extends Delivered {
  readonly claim: Claim;
}

/** Brings one message to its end, or to the next try, and writes that down. Never rejects. */
export async function deliver(parts: DeliverParts, claim: Claim): Promise<Delivered> {
  const { clock, log } = parts;
  const watch = stopwatchOf(clock, parts.turn);
  const outcomes = await attempt({ ...parts, turn: watch.turn }, claim);
  const at = clock.now();
  try {
    for (const outcome of outcomes) {
      const waits = [...watch.waits(at), ...untilNextTry(outcome, at)];
      await writeDown(parts, withWaits(outcome.claim, waits), outcome);
    }
  } catch (error) {
    // Not settled, it is in doubt when the lease ends, and the platform is asked.
    log.error(
      { err: error, key: shortKey(claim.deliveries[0].key) },
      'A delivery could not be settled',
    );
  }
  return outcomes.at(-1) ?? ended({ kind: 'retry', at });
}

async function attempt(parts: DeliverParts, claim: Claim): Promise<readonly Outcome[]> {
  try {
    const { known, open } = await findOut(parts, claim);
    const settled = known.map((one) => ({ claim: one.claim, ...ended(one.settlement) }));
    return open === undefined ? settled : [...settled, await send(parts, open)];
  } catch (error) {
    return [{ claim, ...afterFailure(parts, claim, error, false) }];
  }
}

/** Never rejects. */
async function send(parts: DeliverParts, whole: Claim): Promise<Outcome> {
  const { clock, compose } = parts;
  let claim = whole;
  let isSending = false;
  try {
    const composedAt = clock.now();
    const isEdit = editedMessage(claim) !== undefined;
    const worded = await compose(claim.deliveries, composedAt, isEdit);
    if (worded === undefined) return { claim, ...ended(outdated(claim)) };
    const { card, leftOut, isRemoval } = worded;
    if (expiresAt(claim) <= clock.now()) {
      return { claim, ...ended({ kind: 'expired', reason: 'late' }) };
    }
    claim = await withoutLeftOut(parts, claim, leftOut);
    isSending = true;
    const settlement = await sendOrEdit(parts, claim, dispatchOf(claim, card), isRemoval);
    return { claim, ...ended(settlement), composed: { card, composedAt } };
  } catch (error) {
    return { claim, ...afterFailure(parts, claim, error, isSending) };
  }
}

/**
 * What a message does not say is not counted as said: it is settled before, so that a sender that dies
 * leaves in doubt what was said alone. What an earlier try may have said stays.
 */
async function withoutLeftOut(
  parts: DeliverParts,
  claim: Claim,
  leftOut: readonly Delivery[],
): Promise<Claim> {
  const said = claim.deliveries.filter((one) => !leftOut.includes(one));
  const [rest, gone] = [partOf(claim, said), partOf(claim, leftOut)];
  if (rest === undefined || gone === undefined || claim.doubtfulSince !== undefined) return claim;
  await writeDown(parts, gone, ended(outdated(gone)));
  return rest;
}

function ended(settlement: Settlement): Delivered {
  return { settlement, timedOut: false };
}

const MAY_HOLD_AGAIN: readonly Subject['kind'][] = [
  ...(['announcement', 'reminder', 'recording', 'feedback', 'roomFull'] as const),
  ...(['onStage', 'ownRecording'] as const),
];

/** A talk that goes back to where it was is announced after all, and a recording that is taken down told of later. */
function outdated({ deliveries: [{ subject }], doubtfulSince }: Claim): Settlement {
  return MAY_HOLD_AGAIN.includes(subject.kind) && doubtfulSince === undefined
    ? { kind: 'withdrawn' }
    : { kind: 'expired', reason: 'outdated' };
}

function dispatchOf({ deliveries, attemptKey }: Claim, card: Card): Dispatch {
  const [{ target, mention }] = deliveries;
  const marks = deliveries.flatMap(marksOf);
  return { target, card, attemptKey, marks, ...(mention === undefined ? {} : { mention }) };
}

async function sendOrEdit(
  parts: DeliverParts,
  claim: Claim,
  dispatch: Dispatch,
  isRemoval = false,
): Promise<Settlement> {
  const { messenger } = parts;
  const edited = editedMessage(claim);
  if (edited !== undefined) {
    try {
      if (!isRemoval || !(await isRemoved(parts, edited, dispatch.target))) {
        await callInTime(parts, (...leave) => messenger.edit(edited, dispatch, ...leave));
      }
      return { kind: 'sent', messageId: edited };
    } catch (error) {
      if (!(error instanceof PlatformError) || error.code !== 'message-gone') throw error;
      const [{ subject }] = claim.deliveries;
      // Whoever threw away what was said to many is not told it a second time.
      const isEditOnly = 'messageId' in subject || subject.kind === 'say';
      if (isEditOnly) return { kind: 'expired', reason: 'message-gone' };
    }
  }
  const messageId = await callInTime(parts, (...leave) => messenger.send(dispatch, ...leave));
  return { kind: 'sent', messageId };
}

/** What is gone already was removed as well, be it by a sender that died; false where nobody may remove it. */
async function isRemoved(parts: DeliverParts, messageId: string, target: Target): Promise<boolean> {
  try {
    await callInTime(parts, (...leave) => parts.messenger.remove(messageId, target, ...leave));
    return true;
  } catch (error) {
    if (!(error instanceof PlatformError) || error.outcome !== 'permanent') throw error;
    return error.code === 'message-gone';
  }
}

async function writeDown(parts: DeliverParts, claim: Claim, delivered: Delivered): Promise<void> {
  const { queue, reachability, clock, log } = parts;
  const { settlement, refusal, composed } = delivered;
  const [{ key, target }] = claim.deliveries;
  if (settlement.kind === 'sent') await recheck(parts, claim, settlement.messageId, composed);
  const at = clock.now();
  if (await queue.settle(claim, settlement, at)) report(parts, claim, settlement, at);
  else log.warn({ key: shortKey(key) }, 'The lease ended before the delivery was settled');
  if (settlement.kind === 'sent') await reachability.reached(target);
  if (refusal?.outcome === 'permanent')
    await reachability.refused(target, refusal.code, clock.now());
}
