import type { Instant } from '../clock.ts';
import type { CommunityRef, MemberRef } from '../platform/target.ts';
import type { ConferenceKey } from '../schedule/source.ts';
import type { FollowSubject } from './following.ts';

/** So many a member may have open at a time in a community: whoever speaks gives a talk or two. */
export const MOST_OPEN_CLAIMS = 3;

/** So long before they are on, speakers hear of it: time to find the room, and to be wired up. */
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
  /** Once it is: what was due to the speaker before is not theirs. */
  readonly confirmedAt?: Instant;
}

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
  add(
    claim: Pick<SpeakerClaim, 'id' | 'community' | 'conference' | 'member' | 'speaker'>,
    at: Instant,
  ): Promise<boolean>;
  /** False where it is not open (any more). */
  confirm(id: string, at: Instant): Promise<boolean>;
  /** False where it was there no more. */
  remove(id: string): Promise<boolean>;
}
