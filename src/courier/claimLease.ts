import type { Instant } from '../clock.ts';
import type { Claim, OutboxQueue } from '../outbox/outbox.ts';

/**
 * How long a claim is its sender's. It is prolonged while its message is on its way: a slow machine
 * makes it late, where beginning anew with every lease might never bring it to its end (issue 12).
 */
export interface ClaimLease {
  until(): Instant;
  /** As far as its lane is leased, unless it has passed to somebody else. */
  prolong(): Promise<void>;
  /** Settles by the lease as it is by then. */
  readonly settle: OutboxQueue['settle'];
}

/** `leaseLane` takes its lane for longer, and resolves with the end of that lease; `undefined` where somebody else has it. */
export function leaseOf(
  claim: Claim,
  queue: Pick<OutboxQueue, 'prolong' | 'settle'>,
  leaseLane: () => Promise<Instant | undefined>,
): ClaimLease {
  let until = claim.leaseUntil;
  return {
    until: () => until,
    prolong: async () => {
      const longer = await leaseLane();
      if (longer === undefined || longer <= until) return;
      if (await queue.prolong({ ...claim, leaseUntil: until }, longer)) until = longer;
    },
    settle: (settled, ...how) => queue.settle({ ...settled, leaseUntil: until }, ...how),
  };
}
