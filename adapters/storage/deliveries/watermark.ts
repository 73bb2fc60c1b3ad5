import type { Kysely } from 'kysely';
import type { Watermark } from '../../../src/announcements/announcerWork.ts';
import type { DialectFacts } from '../database/database.ts';
import type { Tables } from '../database/schema.ts';

const NAME = 'announcer';

export function createWatermark(db: Kysely<Tables>, dialect: DialectFacts): Watermark {
  return {
    read: async () => {
      const row = await db
        .selectFrom('watermarks')
        .select('at')
        .where('name', '=', NAME)
        .$if(dialect.locksRows, (query) => query.forUpdate())
        .executeTakeFirst();
      return row?.at;
    },

    move: async (to) => {
      await db
        .insertInto('watermarks')
        .values({ name: NAME, at: to })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ at: to }))
        .execute();
    },
  };
}
