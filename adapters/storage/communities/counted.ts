import type { Kysely } from 'kysely';
import { type Instant, MINUTE_MS } from '../../../src/clock.ts';
import type { Tables } from '../database/schema.ts';

/** Keys that count once, whichever process asks; what counts again is forgotten about once a minute. */
export function createCounted(db: Kysely<Tables>) {
  let tidiedAt = Number.NEGATIVE_INFINITY;
  const tidy = async (now: Instant) => {
    if (Math.abs(now - tidiedAt) < MINUTE_MS) return;
    tidiedAt = now;
    await db.deleteFrom('counted').where('until', '<=', now).execute();
  };
  return {
    async isFirst(key: string, now: Instant, until: Instant): Promise<boolean> {
      await tidy(now);
      const { numInsertedOrUpdatedRows = 0n } = await db
        .insertInto('counted')
        .values({ key, until })
        .onConflict((conflict) =>
          conflict.column('key').doUpdateSet({ until }).where('counted.until', '<=', now),
        )
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows > 0n;
    },
  };
}
