import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import type { Volume } from '../../../../src/agenda/member.ts';
import type { DueStar, StarredTalks, Starrer } from '../../../../src/announcements/starred.ts';
import type { Wish } from '../../../../src/outbox/kinds/afterwards.ts';
import type { CommunityRef } from '../../../../src/platform/target.ts';
import type { TalkId } from '../../../../src/schedule/schedule.ts';
import type { ConferenceKey } from '../../../../src/schedule/source.ts';
import type { Tables } from '../../database/schema.ts';
import { inTransaction } from '../../database/transaction.ts';
import { reminderDueAt } from './due.ts';
import { type Marks, moveMarks } from './moveMarks.ts';

const STARS: Marks = { table: 'stars', whose: ['person'], dueAt: reminderDueAt };

export function createStarredTalks(db: Kysely<Tables>): StarredTalks {
  return {
    due: async (after, until) => {
      const rows = await db
        .selectFrom('stars')
        .innerJoin('members', 'members.person', 'stars.person')
        .select(['members.platform', 'members.id', 'stars.conference', 'stars.talk'])
        .select(homeOf)
        .select('stars.due_at')
        .where('stars.due_at', '>', after)
        .where('stars.due_at', '<=', until)
        .where('members.volume', '=', 'full')
        .where('members.direct_messages', '!=', 'closed')
        .orderBy('stars.due_at')
        .orderBy('members.platform')
        .orderBy('members.id')
        .$narrowType<{ due_at: number }>()
        .execute();
      return rows.map(toDueStar);
    },

    starrers: async (conference, talks) =>
      talks.length === 0 ? [] : (await starring(db, conference, talks).execute()).map(toStarrer),

    wishers: async (wish, conference, talks) => {
      if (talks.length === 0) return [];
      const rows = await starring(db, conference, talks)
        .where(`members.${wish}`, '=', 1)
        .where('members.volume', 'in', volumesFor(wish))
        .where('members.direct_messages', '!=', 'closed')
        .execute();
      return rows.map(toStarrer);
    },

    follow: (conference, moves, at, community) =>
      inTransaction(db, (trx) => moveMarks(trx, STARS, { conference, moves, at, community })),
  };
}

interface DueRow extends HomeRow {
  readonly platform: string;
  readonly id: string;
  readonly conference: ConferenceKey;
  readonly talk: TalkId;
  readonly due_at: number;
}

export function toDueStar(row: DueRow): DueStar {
  const { platform, id, conference, talk, due_at, ...community } = row;
  return {
    member: { platform, id },
    ...toCommunity(community),
    conference,
    talk,
    dueAt: due_at,
  };
}

/** How much an account wants to be told that hears of it still. */
export function volumesFor(wish: Wish): readonly Volume[] {
  return wish === 'recordings' ? ['full', 'quiet'] : ['full'];
}

/** All accounts of whoever starred these talks. */
function starring(db: Kysely<Tables>, conference: ConferenceKey, talks: readonly TalkId[]) {
  return db
    .selectFrom('stars')
    .innerJoin('members', 'members.person', 'stars.person')
    .select(['members.platform', 'members.id', 'members.volume', 'stars.talk'])
    .select(homeOf)
    .where('stars.conference', '=', conference)
    .where('stars.talk', 'in', talks)
    .orderBy('members.platform')
    .orderBy('members.id')
    .orderBy('stars.talk');
}

type StarringRow = Awaited<ReturnType<ReturnType<typeof starring>['execute']>>[number];

export function toStarrer({ platform, id, talk, volume, ...community }: StarringRow): Starrer {
  return {
    member: { platform, id },
    ...toCommunity(community),
    talk,
    isSilent: volume === 'silent',
  };
}

/** Where it was starred, or else where the account was last seen. */
function homeOf({ fn, ref }: ExpressionBuilder<Tables, 'stars' | 'members'>) {
  const platform = sql<string | null>`case when ${ref('stars.community')} is null
    then ${ref('members.platform')} else ${ref('stars.platform')} end`;
  return [
    platform.as('home_platform'),
    fn.coalesce('stars.community', 'members.community').as('home_community'),
  ] as const;
}

interface HomeRow {
  readonly home_platform: string | null;
  readonly home_community: string | null;
}

function toCommunity(row: HomeRow): { readonly community?: CommunityRef } {
  const { home_platform: platform, home_community: id } = row;
  return platform === null || id === null ? {} : { community: { platform, id } };
}
