import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import type {
  FollowedTalks,
  NewlyFollowed,
} from '../../../../src/announcements/following/followed.ts';
import type { Instant } from '../../../../src/clock.ts';
import type { SubjectKey } from '../../../../src/programme/following.ts';
import type { TalkId } from '../../../../src/schedule/schedule.ts';
import type { ConferenceKey } from '../../../../src/schedule/source.ts';
import type { Tables } from '../../database/schema.ts';
import { followedDueAt } from './due.ts';

/** One talk of one thing that is followed. */
interface Pair {
  readonly conference: ConferenceKey;
  readonly subject: SubjectKey;
  readonly talk: TalkId;
}

/** How many people have it written down, and for how many it is still found. */
interface Known {
  readonly rows: number;
  readonly found: number;
}

const NOBODY: Known = { rows: 0, found: 0 };

/** See `FollowedTalks.found`. What stayed as it was costs nothing, whatever the number of followers. */
export async function writeFindings(
  trx: Kysely<Tables>,
  ...[conference, version, all, at]: Parameters<FollowedTalks['found']>
): Promise<readonly NewlyFollowed[]> {
  const [followers, known] = [
    await followersOf(trx, conference),
    await knownTalks(trx, conference),
  ];
  const news: NewlyFollowed[] = [];
  for (const [subject, talks] of all) {
    const before = known.get(subject) ?? new Map<TalkId, Known>();
    for (const { to: talk, start } of talks) {
      const pair = { conference, subject, talk };
      const { rows, found } = before.get(talk) ?? NOBODY;
      if (found < rows) await findAgain(trx, pair, start, at);
      if (rows < (followers.get(subject) ?? 0)) {
        news.push(...(await hearers(trx, pair)));
        await write(trx, pair, start, at);
      }
    }
    const present = new Set(talks.map(({ to }) => to));
    for (const [talk, { found }] of before) {
      if (found > 0 && !present.has(talk)) await lose(trx, { conference, subject, talk });
    }
  }
  await markSought(trx, conference, version, [...all.keys()]);
  return news;
}

async function followersOf(
  trx: Kysely<Tables>,
  conference: ConferenceKey,
): Promise<ReadonlyMap<SubjectKey, number>> {
  const rows = await trx
    .selectFrom('follows')
    .select(({ fn }) => ['subject', fn.countAll<number>().as('count')])
    .where('conference', '=', conference)
    .groupBy('subject')
    .execute();
  return new Map(rows.map(({ subject, count }) => [subject, Number(count)]));
}

async function knownTalks(
  trx: Kysely<Tables>,
  conference: ConferenceKey,
): Promise<ReadonlyMap<SubjectKey, ReadonlyMap<TalkId, Known>>> {
  const rows = await trx
    .selectFrom('followed_talks')
    .select(({ fn }) => ['subject', 'talk', fn.countAll<number>().as('rows')])
    .select(({ fn }) => fn.sum<number>('is_found').as('found'))
    .where('conference', '=', conference)
    .groupBy(['subject', 'talk'])
    .execute();
  const known = new Map<SubjectKey, Map<TalkId, Known>>();
  for (const { subject, talk, rows: count, found } of rows) {
    const talks = known.get(subject) ?? new Map<TalkId, Known>();
    known.set(subject, talks.set(talk, { rows: Number(count), found: Number(found) }));
  }
  return known;
}

/** Accounts that are told of it: their person followed it before this version, and knows nothing of the talk. */
async function hearers(
  trx: Kysely<Tables>,
  { conference, subject, talk }: Pair,
): Promise<readonly NewlyFollowed[]> {
  const rows = await trx
    .selectFrom('follows')
    .innerJoin('members', 'members.person', 'follows.person')
    .select(['members.platform', 'members.id', 'follows.platform as home'])
    .select(['follows.community', 'members.community as seen'])
    .where('follows.conference', '=', conference)
    .where('follows.subject', '=', subject)
    .where('follows.version', 'is not', null)
    .where('members.volume', '=', 'full')
    .where('members.direct_messages', '!=', 'closed')
    .where(knowsNothing('stars', conference, talk))
    .where(knowsNothing('followed_talks', conference, talk))
    .orderBy('members.platform')
    .orderBy('members.id')
    .execute();
  return rows.map(({ platform, id, home, community, seen }) => {
    const where = community === null ? { platform, id: seen } : { platform: home, id: community };
    const { platform: on, id: in_ } = where;
    return {
      member: { platform, id },
      ...(on === null || in_ === null ? {} : { community: { platform: on, id: in_ } }),
      talk,
    };
  });
}

function knowsNothing(
  table: 'stars' | 'followed_talks',
  conference: ConferenceKey,
  talk: TalkId,
): RawBuilder<SqlBool> {
  return sql<SqlBool>`not exists (select 1 from ${sql.table(table)} as known
    where known.person = follows.person and known.conference = ${conference}
      and known.talk = ${talk})`;
}

async function write(
  trx: Kysely<Tables>,
  { conference, subject, talk }: Pair,
  start: Instant | undefined,
  at: Instant,
): Promise<void> {
  await sql`insert into followed_talks
      (person, conference, subject, talk, platform, community, start, is_found, new_since)
    select person, conference, subject, cast(${talk} as text), platform, community,
      cast(${start ?? null} as bigint), 1,
      case when version is null then null else cast(${at} as bigint) end
    from follows where conference = ${conference} and subject = ${subject}
    on conflict (person, conference, subject, talk) do nothing`.execute(trx);
  await rearm(trx, { conference, subject, talk }, start, at);
}

/** Those who knew of it before are not told again. */
async function findAgain(
  trx: Kysely<Tables>,
  pair: Pair,
  start: Instant | undefined,
  at: Instant,
): Promise<void> {
  await trx
    .updateTable('followed_talks')
    .set({ is_found: 1, start: start ?? null })
    .where((eb) => eb.and({ ...pair, is_found: 0 }))
    .execute();
  await rearm(trx, pair, start, at);
}

/** Of those that have no instant yet. */
async function rearm(
  trx: Kysely<Tables>,
  pair: Pair,
  start: Instant | undefined,
  at: Instant,
): Promise<void> {
  if (start === undefined) return;
  await trx
    .updateTable('followed_talks')
    .set({ due_at: followedDueAt(start, at) })
    .where((eb) => eb.and({ ...pair, is_found: 1 }))
    .where('due_at', 'is', null)
    .execute();
}

async function lose(trx: Kysely<Tables>, pair: Pair): Promise<void> {
  await trx
    .updateTable('followed_talks')
    .set({ is_found: 0, due_at: null })
    .where((eb) => eb.and(pair))
    .execute();
}

const KEYS_A_STATEMENT = 5_000;

async function markSought(
  trx: Kysely<Tables>,
  conference: ConferenceKey,
  version: number,
  keys: readonly SubjectKey[],
): Promise<void> {
  for (let from = 0; from < keys.length; from += KEYS_A_STATEMENT) {
    await trx
      .updateTable('follows')
      .set({ version })
      .where('conference', '=', conference)
      .where('subject', 'in', keys.slice(from, from + KEYS_A_STATEMENT))
      .execute();
  }
}
