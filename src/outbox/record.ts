import type { Instant } from '../clock.ts';
import type { CommunityRef } from '../platform/target.ts';
import type { ConferenceKey } from '../schedule/source.ts';
import type { Addressee, Delivery, DeliveryState, Subject, ToldChange } from './delivery.ts';
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
  /** The message that left last; `worst` counts none of those that go behind all others. */
  latest(community: CommunityRef): Promise<DeliveryRecord | undefined>;
  /** Since then, the one that left latest after it was due, or was given up because it was late. */
  worst(community: CommunityRef, since: Instant): Promise<DeliveryRecord | undefined>;
}

/** Deliveries as they are kept, by due time, whatever became of them. */
export interface Traces {
  /** The one with that key; else all whose key begins so, where `…` stands for what was left out. */
  byKey(key: string): Promise<readonly DeliveryRecord[]>;
  /** All that speak of a talk of a conference. */
  about(conference: ConferenceKey, talk: string): Promise<readonly DeliveryRecord[]>;
}

/** What was told, to be shown again in full. */
export interface Told {
  /** All that the target was told of an update in one message; undefined where it was not, or that is kept no more. */
  changes(to: Addressee, update: number): Promise<readonly ToldChange[] | undefined>;
}

/** Whether it tells of that talk. */
export function speaksOf(subject: Subject, talk: string): boolean {
  switch (subject.kind) {
    case 'announcement':
    case 'reminder':
    case 'recording':
    case 'feedback':
    case 'roomFull':
    case 'onStage':
    case 'ownRecording':
      return subject.talk === talk;
    case 'notice':
    case 'ownChange':
      return subject.change.talk === talk;
    case 'changes':
      return subject.changes.some((change) => change.talk === talk);
    case 'correction':
    case 'followNews':
      return subject.talks.includes(talk);
    case 'renamed':
    case 'placesGone':
    case 'digest':
    case 'list':
    case 'roomDelay':
    case 'followDigest':
    case 'say':
    case 'claimDecided':
    case 'formerList':
    case 'alert':
    case 'operator':
      return false;
  }
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
