import { DAY_MS, type Instant } from '../../clock.ts';
import { type Addressee, type Delivery, delivery } from '../delivery.ts';

const LIST_USEFUL_MS = DAY_MS;

/** The member's live list, to be sent or edited from `at` on. */
export function listDelivery(to: Addressee, at: Instant): Delivery {
  const span = { dueAt: at, expiresAt: at + LIST_USEFUL_MS };
  return delivery(to, { kind: 'list' }, span);
}

/** Closes a list that was sent before, for a new one that is sent from `at` on. */
export function formerListDelivery(to: Addressee, messageId: string, at: Instant): Delivery {
  const span = { dueAt: at, expiresAt: at + LIST_USEFUL_MS };
  return delivery(to, { kind: 'formerList', messageId }, span);
}
