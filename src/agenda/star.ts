import type { Instant } from '../clock.ts';
import type { CommunityRef, MemberRef } from '../platform/target.ts';
import type { TalkId } from '../schedule/schedule.ts';
import type { ConferenceKey } from '../schedule/source.ts';

/** A member's mark on a talk. */
export interface Star {
  readonly conference: ConferenceKey;
  readonly talk: TalkId;
  /** Of this talk alone; absent, the person's lead counts. */
  readonly leadMinutes?: number;
  readonly starredAt: Instant;
}

export interface NewStar {
  readonly conference: ConferenceKey;
  readonly talk: TalkId;
  /** Where it was starred: the delays of that community count. */
  readonly community?: CommunityRef;
  /** Absent when the talk is canceled. */
  readonly start?: Instant;
}

/** The lists of people; a linked account's list is its person's. */
export interface Stars {
  /** Of a known member, by talk id. */
  of(member: MemberRef, conference: ConferenceKey): Promise<readonly Star[]>;
  /** False when the talk was starred already. The reminder falls due at the person's lead, or at `at` inside it. */
  add(member: MemberRef, star: NewStar, at: Instant): Promise<boolean>;
  /** False when it was not starred. Where the talk is followed, that counts from `at` on. */
  remove(member: MemberRef, conference: ConferenceKey, talk: TalkId, at: Instant): Promise<boolean>;
  /** Gives a starred talk a lead of its own, which counts instead of the person's until the star goes. */
  setLeadOf(
    member: MemberRef,
    star: Pick<Star, 'conference' | 'talk'> & { readonly leadMinutes: number },
    at: Instant,
  ): Promise<void>;
  /**
   * Sets the person's lead and computes anew when reminders of what still lies ahead fall due; talks
   * with a lead of their own keep it.
   */
  setLead(member: MemberRef, leadMinutes: number, at: Instant): Promise<void>;
}
