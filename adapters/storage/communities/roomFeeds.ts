import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Refused } from '../../../src/messages/refusalWords.ts';
import type { Communities } from '../../../src/programme/communities.ts';
import type { FeedReading } from '../../../src/programme/rooms/roomFeed.ts';
import type { Tables } from '../database/schema.ts';
import { inTransaction } from '../database/transaction.ts';

const reading: z.ZodType<FeedReading> = z.object({
  readAt: z.number().optional(),
  failing: z
    .object({
      since: z.number(),
      reason: z.union([z.string(), z.custom<Refused>((told) => typeof told === 'object')]),
    })
    .optional(),
  unknown: z.array(z.string()),
});

/** At most one of a community's conference. */
export function roomFeedsIn(
  db: Kysely<Tables>,
): Pick<Communities, 'setRoomFeed' | 'roomFeedOf' | 'allRoomFeeds' | 'noteRoomFeed'> {
  return {
    setRoomFeed: ({ platform, id }, conference, url) =>
      inTransaction(db, async (trx) => {
        const place = { platform, community: id, conference };
        const isSame = await trx
          .selectFrom('room_feeds')
          .select('url')
          .where((eb) => eb.and(place))
          .executeTakeFirst();
        if (isSame?.url === url) return;
        for (const table of ['room_feeds', 'room_states'] as const) {
          await trx
            .deleteFrom(table)
            .where((eb) => eb.and(place))
            .$if(table === 'room_states', (query) => query.where('origin', '=', 'feed'))
            .execute();
        }
        if (url === undefined) return;
        const unread = JSON.stringify({ unknown: [] });
        await trx
          .insertInto('room_feeds')
          .values({ ...place, url, reading: unread })
          .execute();
      }),

    roomFeedOf: async ({ platform, id }, conference) => {
      const row = await db
        .selectFrom('room_feeds')
        .select(['url', 'reading'])
        .where((eb) => eb.and({ platform, community: id, conference }))
        .executeTakeFirst();
      return row && { url: row.url, ...reading.parse(JSON.parse(row.reading)) };
    },

    allRoomFeeds: async () => {
      const rows = await db
        .selectFrom('room_feeds')
        .selectAll()
        .orderBy('platform')
        .orderBy('community')
        .orderBy('conference')
        .execute();
      return rows.map(({ platform, community, conference, url, ...row }) => ({
        ...{ community: { platform, id: community }, conference, url },
        ...reading.parse(JSON.parse(row.reading)),
      }));
    },

    noteRoomFeed: async ({ platform, id }, conference, { url, ...noted }) => {
      await db
        .updateTable('room_feeds')
        .set({ reading: JSON.stringify(noted) })
        .where((eb) => eb.and({ platform, community: id, conference, url }))
        .execute();
    },
  };
}
