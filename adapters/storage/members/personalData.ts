import { type Kysely, sql } from 'kysely';
import type { PersonalData, PersonalDataStore } from '../../../src/agenda/personal/personalData.ts';
import { personName } from '../../../src/agenda/personal/retentionRecord.ts';
import { type MemberRef, targetKey } from '../../../src/platform/target.ts';
import { memberWord } from '../../../src/programme/acts.ts';
import { subjectOf } from '../../../src/programme/following.ts';
import { toActRecord } from '../acts.ts';
import type { Tables } from '../database/schema.ts';
import { inTransaction } from '../database/transaction.ts';
import { eraseConference } from './endedConferences.ts';
import { createMembers } from './members.ts';
import { createOwnAddresses } from './ownAddresses.ts';
import { personOf } from './person.ts';

export function createPersonalData(db: Kysely<Tables>): PersonalDataStore {
  return {
    collect: (member) => inTransaction(db, (trx) => collect(trx, member)),
    erase: (member) => inTransaction(db, (trx) => erase(trx, member)),
    eraseConferences: (ended) =>
      inTransaction(db, async (trx) => {
        let stars = 0;
        for (const one of ended) stars += await eraseConference(trx, one);
        return stars;
      }),
    idle: (notSeenSince) => idle(db, notSeenSince),
    erasePeople: (ids) =>
      inTransaction(db, async (trx) => {
        for (const id of ids) await erasePerson(trx, id);
      }),
  };
}

async function collect(trx: Kysely<Tables>, member: MemberRef): Promise<PersonalData | undefined> {
  const accounts = await createMembers(trx).accounts(member);
  const [self] = accounts;
  const person = await personOf(trx, member);
  if (self === undefined || person === undefined) {
    const acts = await actsOf(trx, [member]);
    const roles = await rolesOf(trx, [member]);
    return acts.length + roles.length === 0
      ? undefined
      : { accounts: [], stars: [], follows: [], speakers: [], messages: [], acts, roles };
  }
  const refs = accounts.map(({ ref }) => ref);
  const address = await createOwnAddresses(trx).of(member);
  const stars = await trx
    .selectFrom('stars')
    .selectAll()
    .where('person', '=', person)
    .orderBy('conference')
    .orderBy('talk')
    .execute();
  return {
    leadMinutes: self.leadMinutes,
    ...(self.chosenLanguage === undefined ? {} : { language: self.chosenLanguage }),
    ...(self.chosenTimeZone === undefined ? {} : { timeZone: self.chosenTimeZone }),
    ...(address === undefined ? {} : { address: { madeAt: address.madeAt } }),
    accounts: accounts.map(({ ref, community, locale, timeZone, ...account }) => ({
      platform: ref.platform,
      id: ref.id,
      ...(community === undefined ? {} : { community }),
      locale,
      ...(timeZone === undefined ? {} : { timeZone }),
      volume: account.volume,
      digest: account.wantsDigest,
      recordings: account.wantsRecordings,
      feedback: account.wantsFeedback,
      says: account.wantsSays,
      directMessages: account.directMessages,
      lastSeen: account.seenAt,
    })),
    stars: stars.map(({ conference, talk, community, lead_minutes, starred_at }) => ({
      conference,
      talk,
      ...(community === null ? {} : { community }),
      ...(lead_minutes === null ? {} : { leadMinutes: lead_minutes }),
      starredAt: starred_at,
    })),
    follows: await followsOf(trx, person),
    messages: await messagesTo(trx, refs),
    speakers: await claimsOf(trx, refs),
    acts: await actsOf(trx, refs),
    roles: await rolesOf(trx, refs),
  };
}

async function followsOf(trx: Kysely<Tables>, person: string): Promise<PersonalData['follows']> {
  const [follows, talks] = [
    await trx
      .selectFrom('follows')
      .selectAll()
      .where('person', '=', person)
      .orderBy('conference')
      .orderBy('subject')
      .execute(),
    await trx
      .selectFrom('followed_talks')
      .select(['conference', 'subject', 'talk'])
      .where('person', '=', person)
      .where('is_found', '=', 1)
      .orderBy('talk')
      .execute(),
  ];
  return follows.map(({ conference, subject, name, community, followed_at }) => ({
    conference,
    kind: subjectOf(subject, name).kind,
    name,
    ...(community === null ? {} : { community }),
    followedAt: followed_at,
    talks: talks
      .filter((one) => one.conference === conference && one.subject === subject)
      .map(({ talk }) => talk),
  }));
}

async function actsOf(
  trx: Kysely<Tables>,
  accounts: readonly MemberRef[],
): Promise<PersonalData['acts']> {
  const rows = await trx
    .selectFrom('acts')
    .selectAll()
    .where((eb) => eb.or(accounts.map(({ platform, id }) => eb.and({ platform, member: id }))))
    .orderBy('at')
    .orderBy('number')
    .execute();
  return rows.map((row) => {
    const { by: _, ...act } = toActRecord(row);
    return { platform: row.platform, community: row.community, ...act };
  });
}

async function claimsOf(
  trx: Kysely<Tables>,
  accounts: readonly MemberRef[],
): Promise<PersonalData['speakers']> {
  const rows = await trx
    .selectFrom('speaker_claims')
    .select(['platform', 'community', 'conference', 'name', 'state', 'claimed_at'])
    .where((eb) => eb.or(accounts.map(({ platform, id }) => eb.and({ platform, member: id }))))
    .orderBy('claimed_at')
    .orderBy('id')
    .execute();
  return rows.map(({ claimed_at, ...claim }) => ({ ...claim, claimedAt: claimed_at }));
}

function rolesOf(
  trx: Kysely<Tables>,
  accounts: readonly MemberRef[],
): Promise<PersonalData['roles']> {
  return trx
    .selectFrom('named_roles')
    .select(['platform', 'community', 'role'])
    .where('kind', '=', 'member')
    .where((eb) => eb.or(accounts.map(({ platform, id }) => eb.and({ platform, id }))))
    .orderBy('platform')
    .orderBy('community')
    .orderBy('role')
    .execute();
}

async function messagesTo(
  trx: Kysely<Tables>,
  accounts: readonly MemberRef[],
): Promise<PersonalData['messages']> {
  const rows = await trx
    .selectFrom('outbox')
    .select(['platform', 'conference', 'kind', 'state', 'talk', 'message_id'])
    .where('target', 'in', accounts.map(targetOf))
    .orderBy('key')
    .execute();
  return rows.map(({ talk, message_id, ...message }) => ({
    ...message,
    ...(talk === null ? {} : { talk }),
    ...(message_id === null ? {} : { messageId: message_id }),
  }));
}

async function erase(trx: Kysely<Tables>, member: MemberRef): Promise<void> {
  const person = await personOf(trx, member);
  const accounts = person === undefined ? [member] : await accountsOf(trx, person);
  for (const account of accounts) await eraseNaming(trx, account);
  if (person === undefined) await eraseDoer(trx, member);
  else await erasePerson(trx, person);
}

function accountsOf(trx: Kysely<Tables>, person: string): Promise<MemberRef[]> {
  return trx
    .selectFrom('members')
    .select(['platform', 'id'])
    .where('person', '=', person)
    .execute();
}

async function eraseNaming(trx: Kysely<Tables>, { platform, id }: MemberRef): Promise<void> {
  await trx
    .deleteFrom('named_roles')
    .where((eb) => eb.and({ platform, kind: 'member', id }))
    .execute();
}

async function eraseClaims(trx: Kysely<Tables>, { platform, id }: MemberRef): Promise<void> {
  await trx
    .deleteFrom('speaker_claims')
    .where((eb) => eb.and({ platform, member: id }))
    .execute();
}

/** What was done stays; who did it goes, and whom it was done to. */
async function eraseDoer(trx: Kysely<Tables>, { platform, id }: MemberRef): Promise<void> {
  await trx
    .updateTable('acts')
    .set({ member: null })
    .where('platform', '=', platform)
    .where('member', '=', id)
    .execute();
  const without = (column: 'before' | 'after') =>
    sql<string>`replace(${sql.ref(column)}, ${JSON.stringify(memberWord(id))}, ${FORGOTTEN})`;
  await trx
    .updateTable('acts')
    .set({ before: without('before'), after: without('after') })
    .where('platform', '=', platform)
    .where('kind', 'in', ['organisers', 'helpers', 'speakers'])
    .execute();
}

/** In the place of a {@link memberWord}. */
const FORGOTTEN = JSON.stringify('…');

/** Stars, follows, accounts and link codes go with their person; the rest names the account itself. */
async function erasePerson(trx: Kysely<Tables>, person: string): Promise<void> {
  for (const account of await accountsOf(trx, person)) {
    await eraseDoer(trx, account);
    await eraseClaims(trx, account);
    await trx.deleteFrom('outbox').where('target', '=', targetOf(account)).execute();
    await trx
      .deleteFrom('link_attempts')
      .where('platform', '=', account.platform)
      .where('member', '=', account.id)
      .execute();
  }
  await trx.deleteFrom('retention_marks').where('name', '=', personName(person)).execute();
  await trx.deleteFrom('people').where('id', '=', person).execute();
}

async function idle(db: Kysely<Tables>, notSeenSince: number): Promise<readonly string[]> {
  const people = await db
    .selectFrom('people')
    .select('people.id')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('stars').select('talk').whereRef('stars.person', '=', 'people.id'))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('follows').select('subject').whereRef('follows.person', '=', 'people.id'),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('speaker_claims')
            .innerJoin('members', (join) =>
              join
                .onRef('members.platform', '=', 'speaker_claims.platform')
                .onRef('members.id', '=', 'speaker_claims.member'),
            )
            .select('speaker_claims.id')
            .whereRef('members.person', '=', 'people.id'),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('members')
            .select('id')
            .whereRef('members.person', '=', 'people.id')
            .where('seen_at', '>=', notSeenSince),
        ),
      ),
    )
    .orderBy('people.id')
    .execute();
  return people.map(({ id }) => id);
}

function targetOf({ platform, id }: MemberRef): string {
  return targetKey({ kind: 'member', platform, member: id });
}
