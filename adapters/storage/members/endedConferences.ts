import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { EndedConference } from '../../../src/agenda/personal/personalData.ts';
import type { TalkId } from '../../../src/schedule/schedule.ts';
import type { Tables } from '../database/schema.ts';

/** See `PersonalDataStore.eraseConferences`. */
export async function eraseConference(
  trx: Kysely<Tables>,
  { conference, awaited }: EndedConference,
): Promise<number> {
  const isOnItsWay = sql<boolean>`outbox.kind = 'recording' and outbox.state in ('pending', 'sending')`;
  const isAwaited = (marks: 'stars' | 'followed_talks') => awaiting(marks, awaited, isOnItsWay);
  const { numDeletedRows } = await trx
    .deleteFrom('stars')
    .where('conference', '=', conference)
    .where(sql<boolean>`not (${isAwaited('stars')})`)
    .executeTakeFirst();
  await trx
    .deleteFrom('follows')
    .where('conference', '=', conference)
    .where(
      sql<boolean>`not exists (select 1 from followed_talks
        where followed_talks.person = follows.person and followed_talks.is_found = 1
        and followed_talks.conference = follows.conference
        and followed_talks.subject = follows.subject and ${isAwaited('followed_talks')})`,
    )
    .execute();
  if (awaited === undefined) {
    await trx.deleteFrom('speaker_claims').where('conference', '=', conference).execute();
  }
  await trx.deleteFrom('interest_looks').where('conference', '=', conference).execute();
  await trx
    .deleteFrom('outbox')
    .where('conference', '=', conference)
    .where('target', 'like', 'member:%')
    .where(sql<boolean>`not (${awaited === undefined ? sql`1 = 0` : isOnItsWay})`)
    .where(sql<boolean>`not (outbox.kind = 'recording' and ${isToFollower})`)
    .execute();
  return Number(numDeletedRows);
}

/** Whether a mark waits for a recording of its talk, or for word of it. */
function awaiting(
  marks: 'stars' | 'followed_talks',
  awaited: readonly TalkId[] | undefined,
  isOnItsWay: RawBuilder<boolean>,
): RawBuilder<boolean> {
  if (awaited === undefined) return sql`1 = 0`;
  const [person, conference, talk] = ['person', 'conference', 'talk'].map((column) =>
    sql.ref(`${marks}.${column}`),
  );
  return sql`(${person} in (select person from members where recordings = 1)
    and (${awaited.length === 0 ? sql`1 = 0` : sql`${talk} in (${sql.join(awaited)})`}
    or exists (select 1 from outbox inner join members on members.person = ${person}
      where outbox.target = 'member:' || members.platform || ':' || members.id
      and outbox.conference = ${conference} and outbox.talk = ${talk} and ${isOnItsWay})))`;
}

/** What is followed stays with all that it found: what its follower was told of is remembered as long. */
const isToFollower = sql<boolean>`exists (select 1 from follows
  inner join members on members.person = follows.person
  where outbox.target = 'member:' || members.platform || ':' || members.id
  and outbox.conference = follows.conference)`;
