/**
 * The floor `outbox`: where deliveries wait, when they fall due (`due.ts`), and the ports to whoever
 * keeps them. It knows neither why something is said nor in which words. Start with `delivery.ts`.
 */

import type { Instant } from '../clock.ts';
import type { Target } from '../platform/target.ts';
import type { TalkId } from '../schedule/schedule.ts';
import type { ConferenceKey } from '../schedule/source.ts';
import type { Delivery, DeliveryState } from './delivery.ts';
import type { Lapse } from './lapse.ts';
import type { Span, Wait } from './wait.ts';

/** Where deliveries wait. Each method is atomic and may run inside a surrounding transaction. */
export interface Outbox {
  /**
   * Adds the deliveries whose key was never seen and returns how many those are. The others are
   * ignored, but for what is live (`isLive`): sent before, it is pending again; under way, it will be afterwards.
   */
  enqueue(deliveries: readonly Delivery[]): Promise<number>;

  /**
   * Has the next sending of a live list be a message of its own, and returns the id of the one it
   * was until then; `undefined` when it never was sent, or an edit of it is under way or in doubt.
   */
  renew(list: Delivery): Promise<string | undefined>;

  /** What a batch told, or is telling just now. */
  told(batch: string): Promise<readonly Delivery[]>;

  /** Talks of a conference go by other ids from here on, old to new: what was told of them stays told. */
  follow(conference: ConferenceKey, ids: ReadonlyMap<TalkId, TalkId>): Promise<void>;

  /** Forgets every delivery to a target, whatever its state. */
  forget(target: Target): Promise<void>;

  /** Forgets what was of use only before that instant. */
  purge(before: Instant): Promise<void>;

  counts(): Promise<Readonly<Record<DeliveryState, number>>>;

  /** What waits, by platform and state; what is said to many has no time to be late by, and is left out. */
  backlog(): Promise<readonly Backlog[]>;

  /** When a message last left, edits of earlier ones included; `undefined` before the first. */
  lastSentAt(): Promise<Instant | undefined>;
}

/** Deliveries of one platform that have not come to their end; where there are none, there is no backlog. */
export interface Backlog {
  readonly platform: string;
  readonly state: 'pending' | 'sending';
  readonly count: number;
  readonly oldestDueAt: Instant;
}

/** The courier's side of the outbox. */
export interface OutboxQueue {
  /** Lanes in which something waits, each with the earliest instant at which there is work. */
  waiting(platforms: readonly string[]): Promise<readonly WaitingLane[]>;

  /**
   * Takes up to `limit` messages that are ready, the earliest due first and at most one a target, and
   * leases them. Pending deliveries of one batch become one message whose members and attempt key
   * stay fixed from here on. Claims nothing unless `owner` holds the lane's lease.
   */
  claim(request: ClaimRequest): Promise<readonly Claim[]>;

  /**
   * The claim's lease runs until then, if it has not passed to somebody else, be it over or not;
   * false where it has.
   */
  prolong(claim: Claim, until: Instant): Promise<boolean>;

  /**
   * Of the claim's deliveries alone, where they are a part of those that were claimed. Keeps what their
   * timings know, too. False, and nothing changes, when the claim's lease has passed to somebody else.
   */
  settle(claim: Claim, settlement: Settlement, at: Instant): Promise<boolean>;
}

export interface WaitingLane {
  readonly lane: string;
  readonly platform: string;
  readonly readyAt: Instant;
}

export interface ClaimRequest {
  readonly lane: string;
  readonly owner: string;
  readonly now: Instant;
  readonly leaseUntil: Instant;
  readonly limit: number;
  /** Keys of targets that are busy. */
  readonly exceptTargets: readonly string[];
  /** All that is known of why a delivery that can be claimed now was not before; kept with it. */
  explain(ready: Ready): readonly Wait[];
}

/** A delivery that can be claimed. */
export interface Ready {
  readonly target: string;
  readonly dueAt: Instant;
  /** From the first try of somebody of whom nothing was heard since, until the end of the lease. */
  readonly abandoned?: Span;
  /** What is known already. */
  readonly waits: readonly Wait[];
}

/** One message: the deliveries that it carries and what is known of earlier tries. */
export interface Claim {
  readonly deliveries: readonly [Delivery, ...Delivery[]];
  /** Of each of the deliveries, in their order. */
  readonly timings: readonly [Timing, ...Timing[]];
  readonly attemptKey: string;
  readonly owner: string;
  readonly claimedAt: Instant;
  readonly leaseUntil: Instant;
  /** Tries that ended so far, whether refused or of unknown end. */
  readonly attempts: number;
  /** First try under this attempt key, when its end is unknown; `undefined` when surely not sent yet. */
  readonly doubtfulSince: Instant | undefined;
  /** Where one of the deliveries may have been said in it. */
  readonly lapse: Lapse | undefined;
  /** The message that what is live was sent as before; of anything else, what is known to have arrived. */
  readonly messageId: string | undefined;
}

/** How long a delivery has waited, and for what. */
export interface Timing {
  readonly key: string;
  /** Of a list, when it was first asked for since it was sent. */
  readonly dueAt: Instant;
  readonly firstClaimedAt: Instant;
  readonly waits: readonly Wait[];
}

export type Settlement =
  | { readonly kind: 'sent'; readonly messageId: string }
  /** Sent, but not done with: `SentAnnouncements` knows it, and it stays claimed. */
  | { readonly kind: 'arrived'; readonly messageId: string }
  /** Surely not sent; ready again at `at`. */
  | { readonly kind: 'retry'; readonly at: Instant }
  /** May have been sent; to be found out at `at`. */
  | { readonly kind: 'doubt'; readonly at: Instant }
  /** Surely not sent, and true no more: forgotten, so that it may be planned again if it is true after all. */
  | { readonly kind: 'withdrawn' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'expired'; readonly reason: string };

/** A lane has one sender at a time, whatever the number of processes. */
export interface LaneLeases {
  /** Takes the lane or prolongs the lease; false while another owner's lease runs. */
  hold(lane: string, owner: string, now: Instant, until: Instant): Promise<boolean>;
  release(lane: string, owner: string): Promise<void>;
}

/** A message that is out, and the announcements that it was made of. */
export interface SentAnnouncement {
  readonly messageId: string;
  readonly deliveries: readonly [Delivery, ...Delivery[]];
}

export interface SentAnnouncements {
  /**
   * Messages that announced one of these talks of a conference, started after `startedAfter`. Until
   * the transaction ends, no other of these talks is announced and no message in flight arrives.
   */
  about(
    conference: ConferenceKey,
    talks: readonly TalkId[],
    startedAfter: Instant,
  ): Promise<readonly SentAnnouncement[]>;
}
