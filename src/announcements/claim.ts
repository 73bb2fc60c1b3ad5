import type { Instant } from '../schedule/model.ts';
import { targetKey } from './delivery.ts';
import type { Claim } from './outbox.ts';

export function targetOf({ deliveries: [{ target }] }: Claim): string {
  return targetKey(target);
}

export function expiresAt({ deliveries }: Claim): Instant {
  return Math.min(...deliveries.map((delivery) => delivery.expiresAt));
}

/** The message that is rewritten in place: a list sent before, a corrected announcement, a former list. */
export function editedMessage({ deliveries: [{ subject }], messageId }: Claim): string | undefined {
  if ('messageId' in subject) return subject.messageId;
  return subject.kind === 'list' ? messageId : undefined;
}
