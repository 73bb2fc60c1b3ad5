import type { Kysely, Selectable } from 'kysely';
import type { Attendance, Member, Members, ReadingChoice } from '../../../src/agenda/member.ts';
import { DEFAULT_LEAD_MINUTES } from '../../../src/outbox/due.ts';
import { type MemberRef, targetKey } from '../../../src/platform/target.ts';
import type { MemberRow, Tables } from '../database/schema.ts';
import { inTransaction } from '../database/transaction.ts';

export function createMembers(db: Kysely<Tables>): Members {
  return {
    find: (ref) => find(db, ref),
    attended: (ref) => attended(db, ref),

    see: ({ ref, locale, timeZone, community, seenAt }, personId) =>
      inTransaction(db, async (trx) => {
        const seen = {
          locale,
          seen_at: seenAt,
          // A direct message tells no community, and some platforms no time zone: keep what is known.
          ...(timeZone === undefined ? {} : { time_zone: timeZone }),
          ...(community === undefined ? {} : { community }),
        };
        const { numUpdatedRows } = await trx
          .updateTable('members')
          .set(seen)
          .where('platform', '=', ref.platform)
          .where('id', '=', ref.id)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) await create(trx, ref, seen, personId);
        return known(trx, ref);
      }),

    change: async (ref, { volume, directMessages, ...wants }) => {
      const { wantsDigest, wantsRecordings, wantsFeedback, wantsSays } = wants;
      const change = {
        ...(volume === undefined ? {} : { volume }),
        ...(wantsDigest === undefined ? {} : { digest: Number(wantsDigest) }),
        ...(wantsRecordings === undefined ? {} : { recordings: Number(wantsRecordings) }),
        ...(wantsFeedback === undefined ? {} : { feedback: Number(wantsFeedback) }),
        ...(wantsSays === undefined ? {} : { says: Number(wantsSays) }),
        ...(directMessages === undefined ? {} : { direct_messages: directMessages }),
      };
      if (Object.keys(change).length === 0) return;
      await db
        .updateTable('members')
        .set(change)
        .where('platform', '=', ref.platform)
        .where('id', '=', ref.id)
        .execute();
    },

    choose: (ref, choice) => choose(db, ref, choice),

    accounts: async (ref) => {
      const rows = await select(db)
        .innerJoin('members as self', 'self.person', 'members.person')
        .where('self.platform', '=', ref.platform)
        .where('self.id', '=', ref.id)
        .orderBy('members.platform')
        .orderBy('members.id')
        .execute();
      const isSelf = (row: AccountRow) => row.platform === ref.platform && row.id === ref.id;
      return rows
        .toSorted((one, other) => Number(isSelf(other)) - Number(isSelf(one)))
        .map(toMember);
    },
  };
}

async function choose(
  db: Kysely<Tables>,
  { platform, id }: MemberRef,
  { language, timeZone }: ReadingChoice,
): Promise<void> {
  const choice = {
    ...(language === undefined ? {} : { language }),
    ...(timeZone === undefined ? {} : { time_zone: timeZone }),
  };
  if (Object.keys(choice).length === 0) return;
  await db
    .updateTable('people')
    .set(choice)
    .where('id', '=', ({ selectFrom }) =>
      selectFrom('members')
        .select('person')
        .where((eb) => eb.and({ platform, id })),
    )
    .execute();
}

async function attended(
  db: Kysely<Tables>,
  { platform, id }: MemberRef,
): Promise<readonly Attendance[]> {
  const target = targetKey({ kind: 'member', platform, member: id });
  const rows = await db
    .selectFrom('stars')
    .innerJoin('members', 'members.person', 'stars.person')
    .select(['stars.conference', 'stars.platform', 'stars.community'])
    .where('members.platform', '=', platform)
    .where('members.id', '=', id)
    .union(
      db
        .selectFrom('follows')
        .innerJoin('members', 'members.person', 'follows.person')
        .select(['follows.conference', 'follows.platform', 'follows.community'])
        .where('members.platform', '=', platform)
        .where('members.id', '=', id),
    )
    .union(
      db
        .selectFrom('outbox')
        .select(['conference', 'platform', 'community'])
        .where('target', '=', target),
    )
    .orderBy('conference')
    .orderBy('community')
    .execute();
  return rows.map((row) => ({
    conference: row.conference,
    ...(row.platform === null || row.community === null
      ? {}
      : { community: { platform: row.platform, id: row.community } }),
  }));
}

type Seen = Pick<MemberRow, 'locale' | 'seen_at'> &
  Partial<Pick<MemberRow, 'time_zone' | 'community'>>;

/** Two first requests of one member at once make one account: the later one only takes note. */
async function create(
  trx: Kysely<Tables>,
  { platform, id }: MemberRef,
  seen: Seen,
  personId: string,
): Promise<void> {
  const person = { id: personId, lead_minutes: DEFAULT_LEAD_MINUTES };
  const unchosen = { language: null, time_zone: null };
  await trx
    .insertInto('people')
    .values({ ...person, ...unchosen })
    .execute();
  const fresh = {
    volume: 'full' as const,
    digest: 0,
    recordings: 0,
    feedback: 0,
    says: 1,
    direct_messages: 'unknown' as const,
  };
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('members')
    .values({ platform, id, person: personId, ...fresh, ...seen })
    .onConflict((conflict) => conflict.columns(['platform', 'id']).doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) {
    await trx.deleteFrom('people').where('id', '=', personId).execute();
  }
}

async function find(db: Kysely<Tables>, { platform, id }: MemberRef): Promise<Member | undefined> {
  const row = await select(db)
    .where('members.platform', '=', platform)
    .where('members.id', '=', id)
    .executeTakeFirst();
  return row === undefined ? undefined : toMember(row);
}

async function known(db: Kysely<Tables>, ref: MemberRef): Promise<Member> {
  const member = await find(db, ref);
  if (member === undefined) throw new Error(`Member ${ref.platform}:${ref.id} vanished`);
  return member;
}

function select(db: Kysely<Tables>) {
  return db
    .selectFrom('members')
    .innerJoin('people', 'people.id', 'members.person')
    .selectAll('members')
    .select([
      'people.lead_minutes',
      'people.language as chosen_language',
      'people.time_zone as chosen_time_zone',
    ]);
}

type AccountRow = Selectable<MemberRow> & {
  readonly lead_minutes: number;
  readonly chosen_language: string | null;
  readonly chosen_time_zone: string | null;
};

function toMember(row: AccountRow): Member {
  return {
    ref: { platform: row.platform, id: row.id },
    locale: row.locale,
    ...(row.time_zone === null ? {} : { timeZone: row.time_zone }),
    ...(row.community === null ? {} : { community: row.community }),
    volume: row.volume,
    wantsDigest: row.digest === 1,
    wantsRecordings: row.recordings === 1,
    wantsFeedback: row.feedback === 1,
    wantsSays: row.says === 1,
    directMessages: row.direct_messages,
    leadMinutes: row.lead_minutes,
    ...(row.chosen_language === null ? {} : { chosenLanguage: row.chosen_language }),
    ...(row.chosen_time_zone === null ? {} : { chosenTimeZone: row.chosen_time_zone }),
    seenAt: row.seen_at,
  };
}
