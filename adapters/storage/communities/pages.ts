import type { Kysely } from 'kysely';
import type { Communities } from '../../../src/programme/communities.ts';
import type { Tables } from '../database/schema.ts';
import { inTransaction } from '../database/transaction.ts';

export function pagesIn(
  db: Kysely<Tables>,
): Pick<Communities, 'pageOf' | 'setPage' | 'communityAt'> {
  return {
    pageOf: async ({ platform, id }) => {
      const row = await db
        .selectFrom('pages')
        .select('slug')
        .where((eb) => eb.and({ platform, community: id }))
        .executeTakeFirst();
      return row?.slug;
    },

    setPage: ({ platform, id }, slug) =>
      inTransaction(db, async (trx) => {
        const own = { platform, community: id };
        if (slug !== undefined) {
          const taken = await trx
            .selectFrom('pages')
            .selectAll()
            .where('slug', '=', slug)
            .executeTakeFirst();
          const isOurs = taken?.platform === platform && taken.community === id;
          if (taken !== undefined) return isOurs;
        }
        await trx
          .deleteFrom('pages')
          .where((eb) => eb.and(own))
          .execute();
        if (slug !== undefined) {
          await trx
            .insertInto('pages')
            .values({ slug, ...own })
            .execute();
        }
        return true;
      }),

    communityAt: async (slug) => {
      const row = await db
        .selectFrom('pages')
        .select(['platform', 'community as id'])
        .where('slug', '=', slug)
        .executeTakeFirst();
      return row;
    },
  };
}
