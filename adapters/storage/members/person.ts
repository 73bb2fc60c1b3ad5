import type { Kysely } from 'kysely';
import type { MemberRef } from '../../../src/platform/target.ts';
import type { Tables } from '../database/schema.ts';

/** Id of the person behind an account. */
export async function personOf(
  db: Kysely<Tables>,
  { platform, id }: MemberRef,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('members')
    .select('person')
    .where('platform', '=', platform)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.person;
}
