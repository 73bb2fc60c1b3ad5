import type { Instant } from '../clock.ts';
import type { CommunityRef } from '../platform/target.ts';
import type { Delivery, DeliveryState } from './delivery.ts';
import type { Wait } from './wait.ts';

/** A delivery as it is kept, from when it was planned until after its end. */
export interface DeliveryRecord {
  readonly delivery: Delivery;
  readonly state: DeliveryState;
  /** Of a list, when it was first asked for since it was sent. */
  readonly dueAt: Instant;
  /** Pending: to be sent from here on. Sending: in doubt from here on. */
  readonly readyAt?: Instant;
  readonly firstClaimedAt?: Instant;
  readonly attempts: number;
  readonly waits: readonly Wait[];
  readonly messageId?: string;
  /** When a message last left, edits included. */
  readonly sentAt?: Instant;
  /** When it came to an end, sent or not. */
  readonly settledAt?: Instant;
  /** Why it was not sent. */
  readonly reason?: string;
}

/** What became of a community's deliveries: of its channels, and of members who are at home there. */
export interface Punctuality {
  /** The message that left last. */
  latest(community: CommunityRef): Promise<DeliveryRecord | undefined>;
  /** Since then, the one that left latest after it was due, or was given up because it was late. */
  worst(community: CommunityRef, since: Instant): Promise<DeliveryRecord | undefined>;
}

/** Reasons for which a delivery is dropped however punctual it was. */
export const DROPPED_AS_UNTRUE: readonly string[] = ['outdated', 'message-gone'];

/** From when it was due until it came to its end; undefined while it did not. */
export function lateMs({ state, dueAt, sentAt, settledAt }: DeliveryRecord): number | undefined {
  switch (state) {
    case 'pending':
    case 'sending':
      return undefined;
    case 'sent':
      return sentAt === undefined ? undefined : Math.max(0, sentAt - dueAt);
    case 'failed':
    case 'expired':
      return settledAt === undefined ? undefined : Math.max(0, settledAt - dueAt);
  }
}
