import type { Instant } from '../clock.ts';
import type { Wish } from '../outbox/kinds/afterwards.ts';
import type { CommunityRef, MemberRef } from '../platform/target.ts';
import type { Conference, TalkId } from '../schedule/schedule.ts';
import type { ConferenceKey } from '../schedule/source.ts';

/** Stars as announcements need them. Every star carries the instant its reminder falls due. */
export interface StarredTalks {
  /**
   * Stars due in `(after, until]` of members who want reminders and can be reached, by due instant.
   * An index range scan: its cost follows the stars that are due, not those that exist.
   */
  due(after: Instant, until: Instant): Promise<readonly DueStar[]>;

  /** Who starred these talks (at any volume: every list is kept). */
  starrers(conference: ConferenceKey, talks: readonly TalkId[]): Promise<readonly Starrer[]>;

  /**
   * Which accounts that wish for it, want to be told so much and can be reached belong to those who
   * starred these talks.
   */
  wishers(
    wish: Wish,
    conference: ConferenceKey,
    talks: readonly TalkId[],
  ): Promise<readonly Starrer[]>;

  /**
   * Moves stars along with their talks and computes anew when they fall due:
   * `max(start - lead, starred or lead changed at, at)`, or never when `start` is absent (canceled).
   * With a community, only stars given there, or nowhere by somebody last seen there.
   */
  follow(
    conference: ConferenceKey,
    moves: readonly StarMove[],
    at: Instant,
    community?: CommunityRef,
  ): Promise<void>;
}

export interface DueStar {
  readonly member: MemberRef;
  /** Where it was starred: the delays of that community count, on every platform. */
  readonly community?: CommunityRef;
  readonly conference: ConferenceKey;
  readonly talk: TalkId;
  readonly dueAt: Instant;
}

export interface Starrer {
  readonly member: MemberRef;
  /** Where it was starred. */
  readonly community?: CommunityRef;
  readonly talk: TalkId;
  /** Whether the account is told nothing, not even of changes. */
  readonly isSilent: boolean;
}

export interface StarMove {
  readonly from: TalkId;
  readonly to: TalkId;
  readonly start?: Instant;
}

/** Where each id leads, with the start of what is still to come. */
export function starMoves(
  ids: ReadonlyMap<TalkId, TalkId>,
  { talks }: Conference,
  now: Instant,
): readonly StarMove[] {
  const starts = new Map(
    talks.flatMap(({ id, status, start }) =>
      status === 'scheduled' && start > now ? [[id, start] as const] : [],
    ),
  );
  return [...ids].map(([from, to]) => {
    const start = starts.get(to);
    return { from, to, ...(start === undefined ? {} : { start }) };
  });
}
