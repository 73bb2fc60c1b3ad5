import { type Kysely, sql } from 'kysely';
import type { Follows, NewFollow } from '../../../src/agenda/following/follow.ts';
import type { Instant } from '../../../src/clock.ts';
import type { MemberRef } from '../../../src/platform/target.ts';
import { type SubjectKey, subjectKey, subjectOf } from '../../../src/programme/following.ts';
import type { FollowedTalkRow } from '../database/followRows.ts';
import type { Tables } from '../database/schema.ts';
import { inTransaction } from '../database/transaction.ts';
import { followedDueAt } from '../deliveries/marks/due.ts';
import { personOf } from './person.ts';

/** SQLite takes 32,766 parameters a statement. */
const ROWS_A_STATEMENT = 500;

export function createFollows(db: Kysely<Tables>): Follows {
  return {
    of: async ({ platform, id }, conference) => {
      const rows = await db
        .selectFrom('follows')
        .innerJoin('members', 'members.person', 'follows.person')
        .select(['follows.subject', 'follows.name', 'follows.followed_at'])
        .where('members.platform', '=', platform)
        .where('members.id', '=', id)
        .where('follows.conference', '=', conference)
        .orderBy('follows.followed_at')
        .orderBy('follows.subject')
        .execute();
      return rows.map(({ subject, name, followed_at }) => ({
        key: subject,
        subject: subjectOf(subject, name),
        followedAt: followed_at,
      }));
    },

    count: (member, besides) => count(db, member, besides),

    talks: async ({ platform, id }, conference) => {
      const rows = await db
        .selectFrom('followed_talks')
        .innerJoin('members', 'members.person', 'followed_talks.person')
        .select(['followed_talks.talk', 'followed_talks.subject', 'followed_talks.new_since'])
        .where('members.platform', '=', platform)
        .where('members.id', '=', id)
        .where('followed_talks.conference', '=', conference)
        .where('followed_talks.is_found', '=', 1)
        // As they are kept: by talk, SQLite would go through what everybody follows.
        .orderBy('followed_talks.subject')
        .orderBy('followed_talks.talk')
        .execute();
      return rows.map(({ talk, subject, new_since }) => ({
        talk,
        key: subject,
        ...(new_since === null ? {} : { newSince: new_since }),
      }));
    },

    add: (member, follow, at) => inTransaction(db, (trx) => add(trx, member, follow, at)),

    remove: (member, conference, key) =>
      inTransaction(db, async (trx) => {
        const person = await personOf(trx, member);
        if (person === undefined) return false;
        const { numDeletedRows } = await trx
          .deleteFrom('follows')
          .where((eb) => eb.and({ person, conference, subject: key }))
          .executeTakeFirst();
        return numDeletedRows > 0n;
      }),
  };
}

async function count(
  db: Kysely<Tables>,
  { platform, id }: MemberRef,
  besides: SubjectKey,
): Promise<number> {
  const { follows } = await db
    .selectFrom('follows')
    .innerJoin('members', 'members.person', 'follows.person')
    .select(({ fn }) => fn.count<number>('follows.subject').distinct().as('follows'))
    .where('members.platform', '=', platform)
    .where('members.id', '=', id)
    .where('follows.subject', '!=', besides)
    .executeTakeFirstOrThrow();
  return Number(follows);
}

async function add(
  trx: Kysely<Tables>,
  member: MemberRef,
  { conference, subject, community, found }: NewFollow,
  at: Instant,
): Promise<boolean> {
  const person = await personOf(trx, member);
  if (person === undefined) throw new Error(`Member ${member.platform}:${member.id} is not known`);
  const home = { platform: community?.platform ?? null, community: community?.id ?? null };
  const which = { person, conference, subject: subjectKey(subject) };
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('follows')
    .values({
      ...which,
      ...home,
      name: subject.name,
      version: found?.version ?? null,
      followed_at: at,
    })
    .onConflict((conflict) => conflict.columns(['person', 'conference', 'subject']).doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) return false;
  const talks = found?.talks ?? [];
  for (let from = 0; from < talks.length; from += ROWS_A_STATEMENT) {
    const rows = talks.slice(from, from + ROWS_A_STATEMENT).map(({ talk, start }) => ({
      ...which,
      ...home,
      talk,
      start: start ?? null,
      due_at: null,
      is_found: 1,
      new_since: null,
    }));
    await trx.insertInto('followed_talks').values(rows).execute();
  }
  await rearmFollowed(trx, which, at);
  return true;
}

type Which = Pick<FollowedTalkRow, 'person'> &
  Partial<Pick<FollowedTalkRow, 'conference' | 'subject' | 'talk'>>;

/** As `rearm` does for stars. */
export async function rearmFollowed(trx: Kysely<Tables>, which: Which, at: Instant): Promise<void> {
  await trx
    .updateTable('followed_talks')
    .set({ due_at: followedDueAt(sql.ref<number>('followed_talks.start'), at) })
    .where((eb) => eb.and(which))
    .where('start', '>', at)
    .where('is_found', '=', 1)
    .execute();
}
