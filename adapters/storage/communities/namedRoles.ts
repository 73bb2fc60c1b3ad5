import type { Kysely } from 'kysely';
import { NAMED_ROLES, type NamedRole, type NamedRoles } from '../../../src/programme/namedRoles.ts';
import type { Tables } from '../database/schema.ts';

export function createNamedRoles(db: Kysely<Tables>): NamedRoles {
  return {
    of: async ({ platform, id: community }) => {
      const rows = await db
        .selectFrom('named_roles')
        .select(['role', 'kind', 'id'])
        .where('platform', '=', platform)
        .where('community', '=', community)
        .orderBy('kind', 'desc')
        .orderBy('id')
        .execute();
      return rows.flatMap(({ role, ...named }) => (isRole(role) ? [{ role, ...named }] : []));
    },

    name: async ({ platform, id: community }, { role, kind, id }) => {
      await db
        .insertInto('named_roles')
        .values({ platform, community, role, kind, id })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },

    unname: async ({ platform, id: community }, { role, kind, id }) => {
      const { numDeletedRows } = await db
        .deleteFrom('named_roles')
        .where((eb) => eb.and({ platform, community, role, kind, id }))
        .executeTakeFirstOrThrow();
      return numDeletedRows > 0n;
    },
  };
}

function isRole(role: string): role is NamedRole {
  return NAMED_ROLES.some((one) => one === role);
}
