import type { MemberRef } from '../../platform/target.ts';
import {
  createTalksOf,
  type FollowSubject,
  type SubjectKey,
  subjectKey,
} from '../../programme/following.ts';
import type { Programme } from '../../programme/programme.ts';
import { type AgendaParts, homeOf, refreshLists, see, type Visit } from '../agenda.ts';
import type { DirectMessages, Volume } from '../member.ts';
import { type Follow, type Follows, MOST_FOLLOWS } from './follow.ts';
import type { Reasons } from './followWords.ts';

/** What became of the wish to follow something. */
export type Followed =
  | {
      readonly kind: 'followed' | 'already';
      /** How many talks it is so far; undefined where that could not be looked for yet. */
      readonly talks: number | undefined;
      readonly directMessages: DirectMessages;
      readonly leadMinutes: number;
      readonly volume: Volume;
    }
  | { readonly kind: 'tooMany' };

/** What members do with their follows; the lists that name them are brought up to date. */
export interface Following {
  follow(
    visit: Visit,
    subject: FollowSubject,
    programme: Pick<Programme, 'version' | 'conference' | 'index'>,
  ): Promise<Followed>;
  /** False when it was not followed. */
  unfollow(visit: Visit, key: SubjectKey): Promise<boolean>;
  of(member: MemberRef, programme: Pick<Programme, 'key'>): Promise<readonly Follow[]>;
  /** With what it found. */
  reasons(member: MemberRef, programme: Pick<Programme, 'key'>): Promise<Reasons>;
}

export function createFollowing(
  parts: AgendaParts,
  follows: Pick<Follows, 'of' | 'talks'>,
): Following {
  return {
    of: (member, { key }) => follows.of(member, key),

    reasons: async (member, { key }) => ({
      follows: await follows.of(member, key),
      talks: await follows.talks(member, key),
    }),

    follow: (visit, subject, programme) => {
      const { conference, index, version } = programme;
      // Looked for before the transaction, which others wait for.
      const talks = createTalksOf(conference, index)(subject);
      return parts.memberWork.transaction(async (stores, at) => {
        const { ref, directMessages, leadMinutes, volume } = await see(parts, stores, visit, at);
        const before = await stores.follows.of(ref, visit.conference);
        const key = subjectKey(subject);
        const isKnown = before.some((one) => one.key === key);
        if (!isKnown && (await stores.follows.count(ref, key)) >= MOST_FOLLOWS) {
          return { kind: 'tooMany' };
        }
        const community = homeOf(visit);
        const found = talks?.map(({ id, status, start }) => ({
          talk: id,
          ...(status === 'canceled' ? {} : { start }),
        }));
        const added = await stores.follows.add(
          ref,
          {
            conference: visit.conference,
            subject,
            ...(community === undefined ? {} : { community }),
            ...(found === undefined ? {} : { found: { version, talks: found } }),
          },
          at,
        );
        if (added) await refreshLists(stores, visit, at);
        return {
          kind: added ? 'followed' : 'already',
          talks: talks?.filter(({ status, end }) => status === 'scheduled' && end > at).length,
          ...{ directMessages, leadMinutes, volume },
        };
      });
    },

    unfollow: (visit, key) =>
      parts.memberWork.transaction(async (stores, at) => {
        const { ref } = await see(parts, stores, visit, at);
        const removed = await stores.follows.remove(ref, visit.conference, key);
        if (removed) await refreshLists(stores, visit, at);
        return removed;
      }),
  };
}
