import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import type {
  FollowedTalks,
  FollowMessages,
  Sought,
} from '../../../../src/announcements/following/followed.ts';
import type { DueStar, Starrer } from '../../../../src/announcements/starred.ts';
import type { Instant } from '../../../../src/clock.ts';
import { subjectOf } from '../../../../src/programme/following.ts';
import type { TalkId } from '../../../../src/schedule/schedule.ts';
import type { Tables } from '../../database/schema.ts';
import { inTransaction } from '../../database/transaction.ts';
import { readDelivery } from '../stored.ts';
import { followedDueAt } from './due.ts';
import { writeFindings } from './findings.ts';
import { type Marks, moveMarks } from './moveMarks.ts';
import { toDueStar, toStarrer, volumesFor } from './starredTalks.ts';

/** SQLite takes 32,766 parameters a statement. */
const TARGETS_A_STATEMENT = 5_000;

const FOLLOWED: Marks = {
  table: 'followed_talks',
  whose: ['person', 'subject'],
  dueAt: (start, at) =>
    sql`case when followed_talks.is_found = 1 then ${followedDueAt(start, at)} end`,
};

export function createFollowedTalks(db: Kysely<Tables>): FollowedTalks {
  return {
    due: (after, until) => due(db, after, until),

    wishers: (...which) => wishers(db, ...which),

    messages: (...of) => messages(db, ...of),

    newsAt: (...of) => newsAt(db, ...of),

    follow: (conference, moves, at, community) =>
      inTransaction(db, (trx) => moveMarks(trx, FOLLOWED, { conference, moves, at, community })),

    sought: (...which) => sought(db, ...which),

    found: (...finding) => inTransaction(db, (trx) => writeFindings(trx, ...finding)),
  };
}

async function due(
  db: Kysely<Tables>,
  after: Instant,
  until: Instant,
): Promise<readonly DueStar[]> {
  const rows = await db
    .selectFrom('followed_talks')
    .innerJoin('members', 'members.person', 'followed_talks.person')
    .select(['members.platform', 'members.id'])
    .select(['followed_talks.conference', 'followed_talks.talk', 'followed_talks.due_at'])
    .select(homeOf)
    .where('followed_talks.due_at', '>', after)
    .where('followed_talks.due_at', '<=', until)
    .where('members.volume', '=', 'full')
    .where('members.direct_messages', '!=', 'closed')
    .where(isNotStarred)
    .orderBy('followed_talks.due_at')
    .orderBy('members.platform')
    .orderBy('members.id')
    .orderBy('followed_talks.start')
    .orderBy('followed_talks.talk')
    .$narrowType<{ due_at: number }>()
    .execute();
  return rows.map(toDueStar);
}

async function wishers(
  db: Kysely<Tables>,
  ...[conference, talks]: Parameters<FollowedTalks['wishers']>
): Promise<readonly Starrer[]> {
  if (talks.length === 0) return [];
  const rows = await db
    .selectFrom('followed_talks')
    .innerJoin('members', 'members.person', 'followed_talks.person')
    .select(['members.platform', 'members.id', 'members.volume', 'followed_talks.talk'])
    .select(homeOf)
    .where('followed_talks.conference', '=', conference)
    .where('followed_talks.talk', 'in', talks)
    .where('followed_talks.is_found', '=', 1)
    .where('members.recordings', '=', 1)
    .where('members.volume', 'in', volumesFor('recordings'))
    .where('members.direct_messages', '!=', 'closed')
    .where(isNotStarred)
    .orderBy('members.platform')
    .orderBy('members.id')
    .orderBy('followed_talks.talk')
    .orderBy('followed_talks.subject')
    .execute();
  // Several of an account's follows may have found one talk.
  return rows
    .filter((row, index) => {
      const before = rows[index - 1];
      const { platform, id, talk } = row;
      return !(before?.platform === platform && before.id === id && before.talk === talk);
    })
    .map(toStarrer);
}

function isNotStarred({
  not,
  exists,
  selectFrom,
}: ExpressionBuilder<Tables, 'followed_talks' | 'members'>) {
  return not(
    exists(
      selectFrom('stars')
        .select('stars.talk')
        .whereRef('stars.person', '=', 'followed_talks.person')
        .whereRef('stars.conference', '=', 'followed_talks.conference')
        .whereRef('stars.talk', '=', 'followed_talks.talk'),
    ),
  );
}

/** Asked on every turn, and almost always of none: two looks into an index, where `or` would read all. */
async function sought(
  db: Kysely<Tables>,
  ...[conference, version]: Parameters<FollowedTalks['sought']>
): Promise<readonly Sought[]> {
  const follows = db
    .selectFrom('follows')
    .select(['subject', 'name'])
    .where('conference', '=', conference);
  const never = follows.where('version', 'is', null);
  const rows = await db
    .selectFrom(never.unionAll(follows.where('version', '<', version)).as('unsought'))
    .select('subject')
    .select(({ fn }) => fn.max('name').as('name'))
    .groupBy('subject')
    .orderBy('subject')
    .execute();
  return rows.map(({ subject: key, name }) => ({ key, subject: subjectOf(key, name) }));
}

async function messages(
  db: Kysely<Tables>,
  ...[conference, targets, { start, end }]: Parameters<FollowedTalks['messages']>
): Promise<ReadonlyMap<string, FollowMessages>> {
  const all = new Map<string, { readonly batches: Set<string>; readonly digestAt?: number }>();
  for (let from = 0; from < targets.length; from += TARGETS_A_STATEMENT) {
    const rows = await db
      .selectFrom('outbox')
      .select(['target', 'batch', 'kind'])
      .select(({ fn }) => fn.max('due_at').as('due_at'))
      .where('target', 'in', targets.slice(from, from + TARGETS_A_STATEMENT))
      .where('conference', '=', conference)
      .where(({ and, eb, or }) =>
        or([
          and([
            eb('kind', '=', 'reminder'),
            eb('start', '>=', start),
            eb('start', '<', end),
            eb('delivery', 'like', '%"isFollowed":true%'),
          ]),
          and([
            eb('kind', 'in', ['followNews', 'followDigest']),
            eb('due_at', '>=', start),
            eb('due_at', '<', end),
          ]),
        ]),
      )
      .groupBy(['target', 'batch', 'kind'])
      .execute();
    for (const { target, batch, kind, due_at } of rows) {
      const { batches, ...digest } = all.get(target) ?? { batches: new Set<string>() };
      const isDigest = kind === 'followDigest';
      if (!isDigest) batches.add(batch);
      all.set(target, { batches, ...digest, ...(isDigest ? { digestAt: due_at } : {}) });
    }
  }
  return all;
}

async function newsAt(
  db: Kysely<Tables>,
  ...[conference, targets, at]: Parameters<FollowedTalks['newsAt']>
): Promise<ReadonlyMap<string, ReadonlySet<TalkId>>> {
  const all = new Map<string, Set<TalkId>>();
  for (let from = 0; from < targets.length; from += TARGETS_A_STATEMENT) {
    const rows = await db
      .selectFrom('outbox')
      .selectAll()
      .where('target', 'in', targets.slice(from, from + TARGETS_A_STATEMENT))
      .where('conference', '=', conference)
      .where('kind', '=', 'followNews')
      .where('due_at', '=', at)
      .execute();
    for (const row of rows) {
      const { subject } = readDelivery(row);
      const talks = subject.kind === 'followNews' ? subject.talks : [];
      all.set(row.target, new Set([...(all.get(row.target) ?? []), ...talks]));
    }
  }
  return all;
}

/** Where it was followed, or else where the account was last seen. */
function homeOf({ fn, ref }: ExpressionBuilder<Tables, 'followed_talks' | 'members'>) {
  const platform = sql<string | null>`case when ${ref('followed_talks.community')} is null
    then ${ref('members.platform')} else ${ref('followed_talks.platform')} end`;
  return [
    platform.as('home_platform'),
    fn.coalesce('followed_talks.community', 'members.community').as('home_community'),
  ] as const;
}
