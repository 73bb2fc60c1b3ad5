import { DEFAULT_LEAD_MINUTES } from '../../outbox/due.ts';
import type { MemberRef } from '../../platform/target.ts';
import { type FollowSubject, subjectKey } from '../../programme/following.ts';
import type { Programme } from '../../programme/programme.ts';
import type { Talk } from '../../schedule/schedule.ts';
import { inProgrammeOrder } from '../../schedule/timetable.ts';
import type { Follow, Follows } from '../following/follow.ts';
import type { DirectMessages, Member, Members, Volume } from '../member.ts';
import type { Star, Stars } from '../star.ts';
import { clashesOf } from './clashes.ts';

/** A member's list as the conference is now. */
export interface MemberList {
  /** Canceled ones included, in programme order. */
  readonly talks: readonly Talk[];
  /** What else on the list runs at the same time. */
  readonly clashes: ReadonlyMap<Talk, readonly Talk[]>;
  readonly leadMinutes: number;
  /** Leads of their own. */
  readonly ownLeads: ReadonlyMap<Talk, number>;
  readonly volume: Volume;
  readonly wantsDigest: boolean;
  readonly directMessages: DirectMessages;
  /** Their talks are not on the list. */
  readonly follows: readonly FollowSubject[];
}

export interface MemberListPorts {
  readonly members: Pick<Members, 'find'>;
  readonly stars: Pick<Stars, 'of'>;
  readonly follows: Pick<Follows, 'of'>;
}

export async function readMemberList(
  { members, stars, follows }: MemberListPorts,
  ref: MemberRef,
  { key, timetable }: Pick<Programme, 'key' | 'timetable'>,
): Promise<MemberList> {
  const [member, starred, followed] = await Promise.all([
    members.find(ref),
    stars.of(ref, key),
    follows.of(ref, key),
  ]);
  return memberListOf(member, starred, timetable, followed);
}

export function memberListOf(
  member: Member | undefined,
  starred: readonly Pick<Star, 'talk' | 'leadMinutes'>[],
  { conference }: Programme['timetable'],
  followed: readonly Pick<Follow, 'subject'>[] = [],
): MemberList {
  const stars = new Map(starred.map((star) => [star.talk, star]));
  const talks = conference.talks.filter(({ id }) => stars.has(id));
  return {
    talks,
    clashes: clashesOf(talks),
    leadMinutes: member?.leadMinutes ?? DEFAULT_LEAD_MINUTES,
    ownLeads: new Map(
      talks.flatMap((talk) => {
        const leadMinutes = stars.get(talk.id)?.leadMinutes;
        return leadMinutes === undefined ? [] : [[talk, leadMinutes] as const];
      }),
    ),
    volume: member?.volume ?? 'full',
    wantsDigest: member?.wantsDigest ?? false,
    directMessages: member?.directMessages ?? 'unknown',
    follows: followed.map(({ subject }) => subject),
  };
}

/** A member's lists of several conferences as one. */
export function joinLists(lists: readonly [MemberList, ...MemberList[]]): MemberList {
  const [first, ...others] = lists;
  if (others.length === 0) return first;
  const talks = lists.flatMap((list) => list.talks).toSorted(inProgrammeOrder);
  const follows = lists.flatMap((list) =>
    list.follows.map((one) => [subjectKey(one), one] as const),
  );
  return {
    ...first,
    talks,
    clashes: clashesOf(talks),
    ownLeads: new Map(lists.flatMap((list) => [...list.ownLeads])),
    follows: [...new Map(follows).values()],
  };
}
