import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import type { StarMove, StarredTalks, Starrer } from '../../../src/announcements/starred.ts';
import type { Instant } from '../../../src/clock.ts';
import type { CommunityRef } from '../../../src/platform/target.ts';
import type { TalkId } from '../../../src/schedule/schedule.ts';
import type { ConferenceKey } from '../../../src/schedule/source.ts';
import type { Tables } from '../database/schema.ts';
import { inTransaction } from '../database/transaction.ts';
import { reminderDueAt } from './due.ts';

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
      return rows.map(({ platform, id, conference, talk, due_at, ...community }) => ({
        member: { platform, id },
        ...toCommunity(community),
        conference,
        talk,
        dueAt: due_at,
      }));
    },

    starrers: async (conference, talks) =>
      talks.length === 0 ? [] : (await starring(db, conference, talks).execute()).map(toStarrer),

    wishers: async (wish, conference, talks) => {
      if (talks.length === 0) return [];
      const volumes = wish === 'recordings' ? (['full', 'quiet'] as const) : (['full'] as const);
      const rows = await starring(db, conference, talks)
        .where(`members.${wish}`, '=', 1)
        .where('members.volume', 'in', volumes)
        .where('members.direct_messages', '!=', 'closed')
        .execute();
      return rows.map(toStarrer);
    },

    follow: (conference, moves, at, community) =>
      inTransaction(db, async (trx) => {
        const renamed = moves.filter(({ from, to }) => from !== to);
        await rename(trx, conference, renamed);
        for (const move of moves) await rearm(trx, conference, move, at, community);
      }),
  };
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

function toStarrer({ platform, id, talk, volume, ...community }: StarringRow): Starrer {
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

function toCommunity(row: {
  readonly home_platform: string | null;
  readonly home_community: string | null;
}): { readonly community?: CommunityRef } {
  const { home_platform: platform, home_community: id } = row;
  return platform === null || id === null ? {} : { community: { platform, id } };
}

/** Not in any source's ids, so that two talks may swap theirs. */
const UNDERWAY = '\u001f';

function underWay(to: TalkId): TalkId {
  return `${UNDERWAY}${to}`;
}

async function rename(
  trx: Kysely<Tables>,
  conference: ConferenceKey,
  moves: readonly StarMove[],
): Promise<void> {
  for (const { from, to } of moves) {
    await trx
      .updateTable('stars')
      .set({ talk: underWay(to) })
      .where('conference', '=', conference)
      .where('talk', '=', from)
      .execute();
  }
  for (const { to } of moves) await arrive(trx, conference, to);
}

/** Who had starred both talks keeps one star. */
async function arrive(trx: Kysely<Tables>, conference: ConferenceKey, to: TalkId): Promise<void> {
  await trx
    .deleteFrom('stars')
    .where('conference', '=', conference)
    .where('talk', '=', to)
    .where('person', 'in', (query) =>
      query
        .selectFrom('stars')
        .select('person')
        .where('conference', '=', conference)
        .where('talk', '=', underWay(to)),
    )
    .execute();
  await trx
    .updateTable('stars')
    .set({ talk: to })
    .where('conference', '=', conference)
    .where('talk', '=', underWay(to))
    .execute();
}

async function rearm(
  trx: Kysely<Tables>,
  conference: ConferenceKey,
  { to, start }: StarMove,
  at: Instant,
  community: CommunityRef | undefined,
): Promise<void> {
  let update = trx
    .updateTable('stars')
    .set({
      start: start ?? null,
      due_at: start === undefined ? null : reminderDueAt(start, at),
    })
    .where('conference', '=', conference)
    .where('talk', '=', to);
  if (community !== undefined) {
    const { platform, id } = community;
    update = update.where(({ and, eb, or, selectFrom }) => {
      const seenThere = selectFrom('members')
        .select('person')
        .where('platform', '=', platform)
        .where('community', '=', id);
      return or([
        and({ platform, community: id }),
        and([eb('community', 'is', null), eb('person', 'in', seenThere)]),
      ]);
    });
  }
  await update.execute();
}
