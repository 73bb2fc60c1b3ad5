import type { Instant } from '../../clock.ts';
import type { CommunityRef, MemberRef } from '../../platform/target.ts';
import type { FollowSubject, SubjectKey } from '../../programme/following.ts';
import type { TalkId } from '../../schedule/schedule.ts';
import type { ConferenceKey } from '../../schedule/source.ts';

/** So many things a person, wherever they are found; whoever wants more wants the whole programme, which channels can have. */
export const MOST_FOLLOWS = 25;

/** A member's wish to hear of all talks of something. */
export interface Follow {
  readonly key: SubjectKey;
  readonly subject: FollowSubject;
  readonly followedAt: Instant;
}

export interface NewFollow {
  readonly conference: ConferenceKey;
  readonly subject: FollowSubject;
  /** Where it was followed: the delays of that community count. */
  readonly community?: CommunityRef;
  /** What it finds in the version of that number; absent where that could not be looked for yet. */
  readonly found?: { readonly version: number; readonly talks: readonly FoundTalk[] };
}

export interface FoundTalk {
  readonly talk: TalkId;
  /** Absent when the talk is canceled. */
  readonly start?: Instant;
}

/** A talk that somebody hears of, and because of which of their follows. */
export interface FollowedTalk {
  readonly talk: TalkId;
  readonly key: SubjectKey;
  /** When a new version brought it; absent for those found when the follow began. */
  readonly newSince?: Instant;
}

/** What people follow; a linked account's are its person's. */
export interface Follows {
  /** Of a known member, the oldest first. */
  of(member: MemberRef, conference: ConferenceKey): Promise<readonly Follow[]>;
  /** How many things other than `besides`, each once however many conferences have it. */
  count(member: MemberRef, besides: SubjectKey): Promise<number>;
  /** Talks that the member follows now, starred ones included. */
  talks(member: MemberRef, conference: ConferenceKey): Promise<readonly FollowedTalk[]>;
  /** False when it was followed already. Reminders fall due as those of stars do. */
  add(member: MemberRef, follow: NewFollow, at: Instant): Promise<boolean>;
  /** False when it was not followed. */
  remove(member: MemberRef, conference: ConferenceKey, key: SubjectKey): Promise<boolean>;
}

/** What people follow, for a conference that their community has beside others from now on. */
export interface FollowSpread {
  /** What is followed in a community at these conferences, each thing once. */
  subjects(
    community: CommunityRef,
    conferences: readonly ConferenceKey[],
  ): Promise<readonly FollowSubject[]>;
  /**
   * Whoever follows the first of a pair there follows the second at `to`, too, where they do not yet.
   * What that finds is looked for by whoever looks for follows, and is nothing new.
   */
  spread(
    community: CommunityRef,
    conferences: readonly ConferenceKey[],
    to: ConferenceKey,
    pairs: readonly (readonly [SubjectKey, FollowSubject])[],
    at: Instant,
  ): Promise<void>;
}
