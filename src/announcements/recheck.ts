import type { Card } from '../cards/card.ts';
import type { Target } from '../platform.ts';
import type { Instant } from '../schedule/model.ts';
import { delivery } from './deliveries.ts';
import type { Delivery } from './delivery.ts';
import type { Claim, Outbox, Settlement } from './outbox.ts';

interface RecheckParts {
  readonly compose: (deliveries: readonly Delivery[], now: Instant) => Promise<Card | undefined>;
  readonly outbox: Pick<Outbox, 'enqueue'>;
  readonly messenger: { lane(target: Target): string };
}

/** What a message says. */
export interface Wording {
  readonly card: Card;
  readonly composedAt: Instant;
  /** An earlier try had arrived already, whatever it said. */
  readonly isFound: boolean;
}

/**
 * A change that was taken over while an announcement was on its way did not find
 * it among those to be corrected: what was sent is held against the truth once more.
 */
export async function recheck(
  { compose, outbox, messenger }: RecheckParts,
  claim: Claim,
  {
    settlement,
    sent,
  }: {
    readonly settlement: Settlement;
    readonly sent?: Wording;
  },
): Promise<void> {
  const [first] = claim.deliveries;
  const { subject, target, conference, community } = first;
  if (settlement.kind !== 'sent' || sent === undefined || subject.kind !== 'announcement') return;
  const card = await compose(claim.deliveries, sent.composedAt);
  if (!sent.isFound && JSON.stringify(card) === JSON.stringify(sent.card)) return;
  const talks = claim.deliveries.flatMap((one) =>
    one.subject.kind === 'announcement' ? [one.subject.talk] : [],
  );
  const { messageId } = settlement;
  const span = { dueAt: sent.composedAt, expiresAt: first.expiresAt };
  const to = { target, conference, ...(community === undefined ? {} : { community }) };
  await outbox.enqueue([
    delivery(
      to,
      { kind: 'correction', messageId, talks, start: subject.start },
      span,
      (one) => messenger.lane(one),
      sent.composedAt,
    ),
  ]);
}
