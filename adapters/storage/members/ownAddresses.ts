import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { OwnAddresses } from '../../../src/agenda/calendar/address.ts';
import type { Tables } from '../database/schema.ts';
import type { Sealing } from '../sealing.ts';
import { personOf } from './person.ts';

/** An address is found by its digest; to be shown again it is sealed, where there is a key. */
export function createOwnAddresses(db: Kysely<Tables>, sealing?: Sealing): OwnAddresses {
  return {
    of: async ({ platform, id }) => {
      const row = await db
        .selectFrom('own_addresses')
        .innerJoin('members', 'members.person', 'own_addresses.person')
        .selectAll('own_addresses')
        .where('members.platform', '=', platform)
        .where('members.id', '=', id)
        .executeTakeFirst();
      if (row === undefined) return undefined;
      const secret = opened(row, sealing);
      return { madeAt: row.made_at, ...(secret === undefined ? {} : { secret }) };
    },

    renew: async (member, secret, at) => {
      const person = await personOf(db, member);
      if (person === undefined)
        throw new Error(`Member ${member.platform}:${member.id} is not known`);
      const digest = digestOf(secret);
      const row = { digest, sealed: sealing?.seal(secret, digest) ?? null, made_at: at };
      await db
        .insertInto('own_addresses')
        .values({ person, ...row })
        .onConflict((conflict) => conflict.column('person').doUpdateSet(row))
        .execute();
    },

    ownerOf: (secret) =>
      db
        .selectFrom('own_addresses')
        .innerJoin('members', 'members.person', 'own_addresses.person')
        .select(['members.platform', 'members.id'])
        .where('own_addresses.digest', '=', digestOf(secret))
        .orderBy('members.seen_at', 'desc')
        .orderBy('members.platform')
        .executeTakeFirst(),
  };
}

/** The address of a person becomes another's, unless that one has one. */
export async function handOverAddress(
  db: Kysely<Tables>,
  person: string,
  into: string,
): Promise<void> {
  await db
    .updateTable('own_addresses')
    .set({ person: into })
    .where('person', '=', person)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('own_addresses as other').select('person').where('person', '=', into))),
    )
    .execute();
}

/** Of what so many bits of chance made, a plain digest tells nothing. */
function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

interface Sealed {
  readonly digest: string;
  readonly sealed: string | null;
}

/** Undefined where it was kept without a key, or with another one: it still leads to the list. */
function opened({ digest, sealed }: Sealed, sealing: Sealing | undefined): string | undefined {
  if (sealed === null || sealing === undefined) return undefined;
  try {
    return sealing.open(sealed, digest);
  } catch {
    return undefined;
  }
}
