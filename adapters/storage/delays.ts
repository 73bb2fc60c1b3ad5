import type { Kysely } from 'kysely';
import type { Delays } from '../../src/announcements/ledger.ts';
import type { Tables } from './schema.ts';

export function createDelays(db: Kysely<Tables>): Delays {
  return {
    all: async () => {
      const rows = await db
        .selectFrom('delays')
        .selectAll()
        .where('minutes', '!=', 0)
        .orderBy('platform')
        .orderBy('community')
        .orderBy('room')
        .execute();
      return rows.map(({ platform, community, conference, room, minutes, since }) => ({
        community: { platform, id: community },
        conference,
        room,
        minutes,
        since,
      }));
    },

    set: async ({ community: { platform, id }, conference, room, minutes, since }) => {
      await db
        .insertInto('delays')
        .values({ platform, community: id, conference, room, minutes, since })
        .onConflict((conflict) =>
          conflict
            .columns(['platform', 'community', 'conference', 'room'])
            .doUpdateSet({ minutes, since }),
        )
        .execute();
    },
  };
}
