import type { Kysely } from 'kysely';
import type { PersonalData, PersonalDataStore } from '../../../src/agenda/personalData.ts';
import { personName } from '../../../src/agenda/retentionRecord.ts';
import { type MemberRef, targetKey } from '../../../src/platform/target.ts';
import type { ConferenceKey } from '../../../src/schedule/source.ts';
import type { Tables } from '../database/schema.ts';
import { inTransaction } from '../database/transaction.ts';
import { createMembers } from './members.ts';
import { personOf } from './person.ts';

export function createPersonalData(db: Kysely<Tables>): PersonalDataStore {
  return {
    collect: (member) => inTransaction(db, (trx) => collect(trx, member)),
    erase: (member) => inTransaction(db, (trx) => erase(trx, member)),
    eraseConferences: (conferences) => inTransaction(db, (trx) => eraseStars(trx, conferences)),
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
  if (self === undefined || person === undefined) return undefined;
  const stars = await trx
    .selectFrom('stars')
    .selectAll()
    .where('person', '=', person)
    .orderBy('conference')
    .orderBy('talk')
    .execute();
  return {
    leadMinutes: self.leadMinutes,
    accounts: accounts.map(({ ref, community, locale, timeZone, ...account }) => ({
      platform: ref.platform,
      id: ref.id,
      ...(community === undefined ? {} : { community }),
      locale,
      ...(timeZone === undefined ? {} : { timeZone }),
      volume: account.volume,
      digest: account.wantsDigest,
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
    messages: await messagesTo(
      trx,
      accounts.map(({ ref }) => ref),
    ),
  };
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
  for (const account of accounts) await eraseOrganiser(trx, account);
  if (person !== undefined) await erasePerson(trx, person);
}

function accountsOf(trx: Kysely<Tables>, person: string): Promise<MemberRef[]> {
  return trx
    .selectFrom('members')
    .select(['platform', 'id'])
    .where('person', '=', person)
    .execute();
}

/** Whom an admin named is known by workspace and user, which together are the account's id. */
async function eraseOrganiser(trx: Kysely<Tables>, { platform, id }: MemberRef): Promise<void> {
  const [team = '', user = ''] = id.split('/');
  if (platform !== 'slack') return;
  await trx
    .deleteFrom('slack_organisers')
    .where('team', '=', team)
    .where('user', '=', user)
    .execute();
}

/** Stars, accounts and link codes go with their person; the rest names the account itself. */
async function erasePerson(trx: Kysely<Tables>, person: string): Promise<void> {
  for (const account of await accountsOf(trx, person)) {
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

async function eraseStars(
  trx: Kysely<Tables>,
  conferences: readonly ConferenceKey[],
): Promise<number> {
  if (conferences.length === 0) return 0;
  const { numDeletedRows } = await trx
    .deleteFrom('stars')
    .where('conference', 'in', conferences)
    .executeTakeFirst();
  await trx
    .deleteFrom('outbox')
    .where('conference', 'in', conferences)
    .where('target', 'like', 'member:%')
    .execute();
  return Number(numDeletedRows);
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
