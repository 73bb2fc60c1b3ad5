import type { Card } from '../cards/card.ts';
import { type Clock, type Instant, MINUTE_MS } from '../clock.ts';
import { deliver } from '../courier/deliver.ts';
import type { Compose } from '../courier/recheck.ts';
import { silentLog } from '../log.ts';
import type { Delivery } from '../outbox/delivery.ts';
import type { LaneLeases, Outbox, OutboxQueue } from '../outbox/outbox.ts';
import type { Reach } from '../outbox/reach.ts';
import type { Messenger } from '../platform/messenger.ts';

/** A message that would be sent. */
export interface Post {
  readonly at: Instant;
  readonly deliveries: readonly Delivery[];
  readonly card: Card;
}

export interface PostStores {
  readonly outbox: Outbox;
  readonly queue: OutboxQueue;
  readonly leases: LaneLeases;
  readonly reach: Reach;
}

const LEASE_MS = MINUTE_MS;
const MOST_AT_ONCE = 100;
const OWNER = 'rehearsal';

/** Carries out all that is ready, through the same steps as for a real platform, and returns it in order. */
export async function deliverReady(
  { queue, outbox, leases, reach }: PostStores,
  compose: Compose,
  clock: Clock,
): Promise<readonly Post[]> {
  const posts: Post[] = [];
  const now = clock.now();
  const leaseUntil = now + LEASE_MS;
  const messenger = alwaysThere();
  await leases.hold(OWNER, OWNER, now, leaseUntil);
  for (;;) {
    const claims = await queue.claim({
      lane: OWNER,
      owner: OWNER,
      now,
      leaseUntil,
      limit: MOST_AT_ONCE,
      exceptTargets: [],
      explain: ({ waits }) => waits,
    });
    if (claims.length === 0) return posts;
    for (const claim of claims) {
      const parts = { queue, outbox, messenger, compose, reach, clock, log: silentLog };
      const call = { sendTimeoutMs: LEASE_MS, pace: { speed: 1 }, turn: async () => undefined };
      const { words, settlement } = await deliver({ ...parts, ...call }, claim);
      if (words !== undefined && settlement.kind === 'sent') {
        posts.push({ at: now, deliveries: claim.deliveries, card: words.card });
      }
    }
  }
}

function alwaysThere(): Messenger {
  return {
    lane: () => OWNER,
    spacing: () => 0,
    send: async ({ attemptKey }) => attemptKey,
    edit: async () => undefined,
    fate: async () => ({ kind: 'resend' }),
  };
}
