import type { Instant } from '../../clock.ts';
import type { CommunityRef, MemberRef } from '../../platform/target.ts';
import type { FollowSubject, SubjectKey } from '../../programme/following.ts';
import type { TalkId } from '../../schedule/schedule.ts';
import type { ConferenceKey } from '../../schedule/source.ts';
import type { DueStar, StarMove, Starrer } from '../starred.ts';

/**
 * Talks that people follow, as announcements need them. What a follow finds is written down when it
 * begins and with every version, each talk with the instant its reminder falls due: a tick reads rows.
 */
export interface FollowedTalks {
  /** As `StarredTalks.due`, each talk of a member once; those that the member starred are the star's. */
  due(after: Instant, until: Instant): Promise<readonly DueStar[]>;

  /**
   * As `StarredTalks.wishers`, of who follows these talks and wishes to hear of recordings, each talk of
   * an account once; those that the person starred are the star's.
   */
  wishers(conference: ConferenceKey, talks: readonly TalkId[]): Promise<readonly Starrer[]>;

  /**
   * The messages that these members (by `targetKey`) had on a day, or are to have, because of follows:
   * reminders of what starts in `[start, end)`, and news that were due then.
   */
  messages(
    conference: ConferenceKey,
    targets: readonly string[],
    day: { readonly start: Instant; readonly end: Instant },
  ): Promise<ReadonlyMap<string, FollowMessages>>;

  /** By target, the talks that these were told at that very instant to be new, or are to be told. */
  newsAt(
    conference: ConferenceKey,
    targets: readonly string[],
    at: Instant,
  ): Promise<ReadonlyMap<string, ReadonlySet<TalkId>>>;

  /** As `StarredTalks.follow`. */
  follow(
    conference: ConferenceKey,
    moves: readonly StarMove[],
    at: Instant,
    community?: CommunityRef,
  ): Promise<void>;

  /** Everything followed, once each, that was not looked for in that version yet. */
  sought(conference: ConferenceKey, version: number): Promise<readonly Sought[]>;

  /**
   * Writes down what was found in that version. Returns, for every member who is told such things, the
   * talks that no follow of theirs found before and that they have not starred; each is returned once
   * ever. What a follow that was never looked for finds is nothing new.
   */
  found(
    conference: ConferenceKey,
    version: number,
    all: ReadonlyMap<SubjectKey, readonly StarMove[]>,
    at: Instant,
  ): Promise<readonly NewlyFollowed[]>;
}

export interface Sought {
  readonly key: SubjectKey;
  readonly subject: FollowSubject;
}

export interface NewlyFollowed {
  readonly member: MemberRef;
  /** Where it was followed. */
  readonly community?: CommunityRef;
  readonly talk: TalkId;
}

export interface FollowMessages {
  /** What became one message each, the digest not among them. */
  readonly batches: ReadonlySet<string>;
  /** When the digest of that day was last asked for. */
  readonly digestAt?: Instant;
}
