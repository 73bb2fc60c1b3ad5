import type { Kysely } from 'kysely';
import {
  LINK_CODE_LIFE_MS,
  type Linking,
  MOST_LINK_TRIES,
  type Redemption,
} from '../../../src/agenda/personal/linking.ts';
import type { Instant } from '../../../src/clock.ts';
import type { MemberRef } from '../../../src/platform/target.ts';
import type { Tables } from '../database/schema.ts';
import { inTransaction } from '../database/transaction.ts';
import { rearmFollowed } from './follows.ts';
import { handOverAddress } from './ownAddresses.ts';
import { personOf } from './person.ts';
import { rearm } from './stars.ts';

export function createLinking(db: Kysely<Tables>): Linking {
  return {
    offer: (member, code, expiresAt) =>
      inTransaction(db, async (trx) => {
        const person = await knownPerson(trx, member);
        await trx.deleteFrom('link_codes').where('person', '=', person).execute();
        await trx
          .insertInto('link_codes')
          .values({ person, code, expires_at: expiresAt })
          .execute();
      }),
    redeem: (member, code, at) => inTransaction(db, (trx) => redeem(trx, member, code, at)),
    part: (member, personId) => inTransaction(db, (trx) => part(trx, member, personId)),
  };
}

async function redeem(
  trx: Kysely<Tables>,
  member: MemberRef,
  code: string,
  at: Instant,
): Promise<Redemption> {
  if (!(await mayTry(trx, member, at))) return { kind: 'tooManyTries' };
  const offer = await trx
    .deleteFrom('link_codes')
    .where('code', '=', code)
    .where('expires_at', '>', at)
    .returning('person')
    .executeTakeFirst();
  if (offer === undefined) return { kind: 'unknown' };
  const person = await knownPerson(trx, member);
  if (person === offer.person) return { kind: 'own' };
  await merge(trx, person, offer.person, at);
  return { kind: 'linked' };
}

/** Counts the try; the count is the table's, so that restarts and other processes do not reset it. */
async function mayTry(
  trx: Kysely<Tables>,
  { platform, id }: MemberRef,
  at: Instant,
): Promise<boolean> {
  // Holds the row until the end: those who try many codes at once are counted one by one.
  await trx
    .updateTable('members')
    .set(({ ref }) => ({ seen_at: ref('seen_at') }))
    .where('platform', '=', platform)
    .where('id', '=', id)
    .execute();
  await trx
    .deleteFrom('link_attempts')
    .where('tried_at', '<=', at - LINK_CODE_LIFE_MS)
    .execute();
  await trx.insertInto('link_attempts').values({ platform, member: id, tried_at: at }).execute();
  const { tries } = await trx
    .selectFrom('link_attempts')
    .select(({ fn }) => fn.countAll<number>().as('tries'))
    .where('platform', '=', platform)
    .where('member', '=', id)
    .executeTakeFirstOrThrow();
  return tries <= MOST_LINK_TRIES;
}

/** Everything of `person` becomes `into`'s; of a talk that both starred, or a thing both follow, one stays. */
async function merge(
  trx: Kysely<Tables>,
  person: string,
  into: string,
  at: Instant,
): Promise<void> {
  await trx
    .insertInto('stars')
    .columns(STAR_COLUMNS)
    .expression(starsAs(trx, person, into))
    .onConflict((conflict) => conflict.columns(['person', 'conference', 'talk']).doNothing())
    .execute();
  await copyFollows(trx, person, into);
  await copyChoices(trx, person, into);
  await handOverAddress(trx, person, into);
  await trx.updateTable('members').set({ person: into }).where('person', '=', person).execute();
  await trx.deleteFrom('people').where('id', '=', person).execute();
  await rearm(trx, { person: into }, at);
  await rearmFollowed(trx, { person: into }, at);
}

async function part(trx: Kysely<Tables>, member: MemberRef, personId: string): Promise<boolean> {
  const person = await personOf(trx, member);
  if (person === undefined) return false;
  const accounts = await trx
    .selectFrom('members')
    .select('id')
    .where('person', '=', person)
    .execute();
  if (accounts.length < 2) return false;
  await trx
    .insertInto('people')
    .columns(['id', ...PERSONAL])
    .expression(
      trx
        .selectFrom('people')
        .select(({ cast, val }) => cast<string>(val(personId), 'text').as('id'))
        .select(PERSONAL)
        .where('id', '=', person),
    )
    .execute();
  await trx
    .insertInto('stars')
    .columns(STAR_COLUMNS)
    .expression(starsAs(trx, person, personId))
    .execute();
  await copyFollows(trx, person, personId);
  await trx
    .updateTable('members')
    .set({ person: personId })
    .where('platform', '=', member.platform)
    .where('id', '=', member.id)
    .execute();
  return true;
}

const PERSONAL = ['lead_minutes', 'language', 'time_zone'] as const;

/** What the other has chosen already stays as it is. */
async function copyChoices(trx: Kysely<Tables>, person: string, into: string): Promise<void> {
  const theirs = await trx
    .selectFrom('people')
    .select(['language', 'time_zone'])
    .where('id', '=', person)
    .executeTakeFirst();
  await trx
    .updateTable('people')
    .set(({ fn, val }) => ({
      language: fn.coalesce('language', val(theirs?.language ?? null)),
      time_zone: fn.coalesce('time_zone', val(theirs?.time_zone ?? null)),
    }))
    .where('id', '=', into)
    .execute();
}

const COPIED = [
  'conference',
  'talk',
  'platform',
  'community',
  'start',
  'due_at',
  'lead_minutes',
  'starred_at',
] as const;

const STAR_COLUMNS = ['person', ...COPIED] as const;

function starsAs(trx: Kysely<Tables>, person: string, newPerson: string) {
  return trx
    .selectFrom('stars')
    .select(({ cast, val }) => cast<string>(val(newPerson), 'text').as('person'))
    .select(COPIED)
    .where('person', '=', person);
}

const FOLLOW = [
  'conference',
  'subject',
  'name',
  'platform',
  'community',
  'version',
  'followed_at',
] as const;

const FOLLOWED = [
  'conference',
  'subject',
  'talk',
  'platform',
  'community',
  'start',
  'due_at',
  'is_found',
  'new_since',
] as const;

/** What the other follows already stays as it is. */
async function copyFollows(trx: Kysely<Tables>, person: string, into: string): Promise<void> {
  await trx
    .insertInto('follows')
    .columns(['person', ...FOLLOW])
    .expression(
      trx
        .selectFrom('follows')
        .select(({ cast, val }) => cast<string>(val(into), 'text').as('person'))
        .select(FOLLOW)
        .where('person', '=', person),
    )
    .onConflict((conflict) => conflict.columns(['person', 'conference', 'subject']).doNothing())
    .execute();
  await trx
    .insertInto('followed_talks')
    .columns(['person', ...FOLLOWED])
    .expression(
      trx
        .selectFrom('followed_talks')
        .select(({ cast, val }) => cast<string>(val(into), 'text').as('person'))
        .select(FOLLOWED)
        .where('person', '=', person),
    )
    .onConflict((conflict) =>
      conflict.columns(['person', 'conference', 'subject', 'talk']).doNothing(),
    )
    .execute();
}

async function knownPerson(trx: Kysely<Tables>, member: MemberRef): Promise<string> {
  const person = await personOf(trx, member);
  if (person === undefined) throw new Error(`Member ${member.platform}:${member.id} is not known`);
  return person;
}
