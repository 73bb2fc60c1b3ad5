import type { Card } from '../cards/cards.ts';
import type { Clock, Instant } from '../clock.ts';
import { type Delivery, isLive } from '../outbox/delivery.ts';
import { CORRECTABLE_MS } from '../outbox/due.ts';
import { correctionOf } from '../outbox/kinds/correction.ts';
import type { Claim, Outbox, OutboxQueue } from '../outbox/outbox.ts';

/**
 * The words for what is to be sent, from the conference as it is now; undefined
 * when nothing of it holds any more (the talk moved, the channel was muted, the list is empty
 * and was never sent). An edit is drawn anew where a message would leave no more.
 */
export type Compose = (
  deliveries: readonly Delivery[],
  now: Instant,
  isEdit: boolean,
) => Promise<Worded | undefined>;

export interface Worded {
  readonly card: Card;
  /** Those of which it says nothing, since they hold no more. */
  readonly leftOut: readonly Delivery[];
  /** The message that arrived is to be there no more; the card stands in for it where its platform cannot remove any. */
  readonly isRemoval?: boolean;
}

export interface RecheckParts {
  readonly queue: Pick<OutboxQueue, 'settle'>;
  readonly outbox: Pick<Outbox, 'enqueue'>;
  readonly compose: Compose;
  readonly clock: Clock;
}

/** What a message says, and as of when. */
export interface Composed {
  readonly card: Card;
  readonly composedAt: Instant;
}

/**
 * An announcement that arrived is held against the truth before it is settled: a change
 * taken over while it was on its way did not find it. Its arrival is written down first,
 * so that every later change does; killed in between, the next sender begins here again.
 * After an earlier try in doubt nobody knows which words arrived: they are replaced, those of what is live, too.
 */
export async function recheck(
  { queue, outbox, compose, clock }: RecheckParts,
  claim: Claim,
  messageId: string,
  composed: Composed | undefined,
): Promise<void> {
  const [{ subject }] = claim.deliveries;
  const at = clock.now();
  if (isLive(subject) && composed === undefined) await drawAnew(outbox, claim, at);
  if (subject.kind !== 'announcement') return;
  if (!(await queue.settle(claim, { kind: 'arrived', messageId }, at))) return;
  if (composed !== undefined && claim.doubtfulSince === undefined) {
    const truth = await compose(claim.deliveries, composed.composedAt, false);
    if (JSON.stringify(truth?.card) === JSON.stringify(composed.card)) return;
  }
  const span = { dueAt: at, expiresAt: subject.start + CORRECTABLE_MS };
  await outbox.enqueue(correctionOf(claim.deliveries, messageId, span, at));
}

/** Asked for while it is under way, it is edited as soon as it has arrived. */
async function drawAnew(outbox: RecheckParts['outbox'], claim: Claim, at: Instant): Promise<void> {
  const [{ expiresAt, dueAt, ...list }] = claim.deliveries;
  await outbox.enqueue([{ ...list, dueAt: at, expiresAt: at + (expiresAt - dueAt) }]);
}
