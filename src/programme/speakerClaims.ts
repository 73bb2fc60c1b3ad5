import type { Instant } from '../clock.ts';
import type { CommunityRef, MemberRef } from '../platform/target.ts';
import type { ConferenceKey } from '../schedule/source.ts';
import type { FollowSubject } from './following.ts';

/** So many a member may have open at a time in a community: whoever speaks gives a talk or two. */
export const MOST_OPEN_CLAIMS = 3;

/** Unless they set another lead: time to find the room, and to be wired up. */
export const SPEAKER_LEAD_MINUTES = 30;

export type SpeakerSubject = Extract<FollowSubject, { readonly kind: 'speaker' }>;

/** Somebody says who they are: `open` until an organiser confirms it. */
export interface SpeakerClaim {
  /** Of its own, so that whatever names it names nobody. */
  readonly id: string;
  readonly community: CommunityRef;
  readonly conference: ConferenceKey;
  readonly member: MemberRef;
  readonly speaker: SpeakerSubject;
  readonly state: 'open' | 'confirmed';
  readonly claimedAt: Instant;
  /** So long before the speaker is on, they hear of it. */
  readonly leadMinutes: number;
  /** Once it is confirmed, the latest of that and of another lead: what was due before is not told. */
  readonly since?: Instant;
}

export type NewClaim = Omit<SpeakerClaim, 'state' | 'claimedAt' | 'since'>;

/** Who says to be which speaker, the oldest first. */
export interface SpeakerClaims {
  find(id: string): Promise<SpeakerClaim | undefined>;
  /** A member's, of all communities and conferences. */
  of(member: MemberRef): Promise<readonly SpeakerClaim[]>;
  /** All of a community. */
  in(community: CommunityRef): Promise<readonly SpeakerClaim[]>;
  /** Those of all communities that are open, or that are confirmed. */
  all(state: SpeakerClaim['state']): Promise<readonly SpeakerClaim[]>;
  /** False where the member has claimed that speaker there. */
  add(claim: NewClaim, at: Instant): Promise<boolean>;
  /** False where it is not open (any more). */
  confirm(id: string, at: Instant): Promise<boolean>;
  /** Of all that the member claims. */
  setLead(member: MemberRef, minutes: number, at: Instant): Promise<void>;
  /** False where it was there no more. */
  remove(id: string): Promise<boolean>;
}
