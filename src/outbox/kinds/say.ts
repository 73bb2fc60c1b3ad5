import { DAY_MS, type Instant } from '../../clock.ts';
import type { CommunityRef, MemberRef } from '../../platform/target.ts';
import type { TalkId } from '../../schedule/schedule.ts';
import type { ConferenceKey } from '../../schedule/source.ts';
import { type Addressee, type Delivery, delivery } from '../delivery.ts';

/** Whom organisers speak to: channels by id, whoever starred a talk in their community, or its confirmed speakers. */
export type SayAudience =
  | { readonly kind: 'channels'; readonly channels: readonly string[] }
  | { readonly kind: 'starred'; readonly talk: TalkId }
  | { readonly kind: 'speakers' };

/** What organisers of a community say to many at once (issue 18, 5). */
export interface Say {
  /** Nobody guesses it. */
  readonly id: string;
  readonly community: CommunityRef;
  readonly conference: ConferenceKey;
  readonly audience: SayAudience;
  /** In force: what whoever has not got it yet will get. Empty before it is sent. */
  readonly text: string;
  /** Written and not confirmed; absent where there is none. */
  readonly draft?: string;
  /** How often it was written: what is confirmed is what was looked at. */
  readonly edition: number;
  readonly state: 'draft' | 'sent' | 'stopped' | 'removed';
  /** When it was first written. */
  readonly madeAt: Instant;
}

/** As long as the tightest platform shows, whatever is escaped in it. */
export const LONGEST_SAY = 2_000;

/** From when it is sent, or written anew. */
const USEFUL_MS = DAY_MS;

/** How far it has come; what was given up counts as done with. */
export interface SayProgress {
  readonly waiting: number;
  readonly sent: number;
  /** Of those sent, how many still show what it was before. */
  readonly behind: number;
  readonly failed: number;
}

export type SayChange = Partial<Pick<Say, 'text' | 'draft' | 'state'>>;

export interface Says {
  add(say: Say): Promise<void>;
  find(id: string): Promise<Say | undefined>;
  /** The latest first; drafts are left out. */
  of(community: CommunityRef, limit: number): Promise<readonly Say[]>;
  /** Counts as another edition; false, and nothing changes, where `edition` is not the present one. `draft: ''` drops it. */
  change(id: string, edition: number, change: SayChange): Promise<boolean>;
  /** Accounts in the community of whoever starred the talk, whom messages reach for sure and who wish for them. */
  starrers(
    community: CommunityRef,
    conference: ConferenceKey,
    talk: TalkId,
  ): Promise<readonly MemberRef[]>;
  /** The confirmed speakers, likewise; one who is quiet is spoken to, as a speaker. */
  speakers(community: CommunityRef, conference: ConferenceKey): Promise<readonly MemberRef[]>;
  progress(id: string): Promise<SayProgress>;
  /**
   * Those that have arrived or are under way. Until the transaction ends none of the others leaves, so
   * that each either is among these or is worded after it.
   */
  reached(id: string): Promise<readonly Delivery[]>;
  /** Gives up all that has not left, and returns how many that were. */
  drop(id: string, at: Instant): Promise<number>;
  /** Forgets what was made before, and drafts that nobody sent by then. */
  purge(before: Instant): Promise<void>;
}

/** One message of a say. */
export function sayDelivery(to: Addressee, say: string, at: Instant): Delivery {
  return delivery(to, { kind: 'say', say }, { dueAt: at, expiresAt: at + USEFUL_MS });
}

/** The same once more, where it left: what has arrived is edited, what is under way will be. */
export function sayAgain(said: Delivery, at: Instant): Delivery {
  return { ...said, dueAt: at, expiresAt: at + USEFUL_MS };
}
