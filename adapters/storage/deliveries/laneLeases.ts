import type { Kysely } from 'kysely';
import type { LaneLeases } from '../../../src/outbox/outbox.ts';
import type { Tables } from '../database/schema.ts';

export function createLaneLeases(db: Kysely<Tables>): LaneLeases {
  return {
    hold: async (lane, owner, now, until) => {
      const result = await db
        .insertInto('lane_leases')
        .values({ lane, owner, expires_at: until })
        .onConflict((conflict) =>
          conflict
            .column('lane')
            .doUpdateSet({ owner, expires_at: until })
            .where(({ eb, or }) =>
              or([
                eb('lane_leases.owner', '=', owner),
                eb('lane_leases.expires_at', '<=', now),
                // Nobody leases for that long: the clock was set back.
                eb('lane_leases.expires_at', '>', until + 2 * (until - now)),
              ]),
            ),
        )
        .executeTakeFirst();
      return Number(result.numInsertedOrUpdatedRows ?? 0) > 0;
    },

    release: async (lane, owner) => {
      await db
        .deleteFrom('lane_leases')
        .where('lane', '=', lane)
        .where('owner', '=', owner)
        .execute();
    },
  };
}
