import type { Instant } from '../clock.ts';
import { type Delivery, isLive } from '../outbox/delivery.ts';
import type { Claim, Timing } from '../outbox/outbox.ts';
import { noted, type Wait } from '../outbox/wait.ts';
import type { Call } from '../platform/messenger.ts';
import { targetKey } from '../platform/target.ts';

export function targetOf({ deliveries: [{ target }] }: Claim): string {
  return targetKey(target);
}

/** As long as one of its deliveries is of use, the message is. */
export function expiresAt({ deliveries }: Claim): Instant {
  return Math.max(...deliveries.map((delivery) => delivery.expiresAt));
}

export function callOf(claim: Claim): Call {
  return editedMessage(claim) === undefined ? 'send' : 'edit';
}

/** The message that is rewritten in place: a live one sent before, a corrected announcement, a former list. */
export function editedMessage({ deliveries: [{ subject }], messageId }: Claim): string | undefined {
  if ('messageId' in subject) return subject.messageId;
  return isLive(subject) ? messageId : undefined;
}

/** The same for some of its deliveries; `undefined` for none. */
export function partOf(claim: Claim, deliveries: readonly Delivery[]): Claim | undefined {
  const keys = new Set(deliveries.map(({ key }) => key));
  const [delivery, ...others] = claim.deliveries.filter(({ key }) => keys.has(key));
  const [timing, ...timings] = claim.timings.filter(({ key }) => keys.has(key));
  if (delivery === undefined || timing === undefined) return undefined;
  return { ...claim, deliveries: [delivery, ...others], timings: [timing, ...timings] };
}

/** What its deliveries waited for since, besides. */
export function withWaits(claim: Claim, waits: readonly Wait[]): Claim {
  const [first, ...others] = claim.timings;
  const add = (timing: Timing) => ({ ...timing, waits: noted(timing.waits, waits) });
  return { ...claim, timings: [add(first), ...others.map(add)] };
}
