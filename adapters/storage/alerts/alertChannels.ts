import type { Kysely, Selectable } from 'kysely';
import type { AlertChannel, AlertChannels } from '../../../src/outbox/kinds/alert.ts';
import { targetKey } from '../../../src/platform/target.ts';
import type { AlertChannelRow } from '../database/communityRows.ts';
import type { Tables } from '../database/schema.ts';
import { inTransaction } from '../database/transaction.ts';

export function createAlertChannels(db: Kysely<Tables>): AlertChannels {
  return {
    of: async ({ platform, id }) => {
      const row = await db
        .selectFrom('alert_channels')
        .selectAll()
        .where('platform', '=', platform)
        .where('community', '=', id)
        .executeTakeFirst();
      return row && toChannel(row);
    },

    all: async () => {
      const rows = await db
        .selectFrom('alert_channels')
        .selectAll()
        .orderBy('platform')
        .orderBy('community')
        .execute();
      return rows.map(toChannel);
    },

    put: ({ target: { platform, community, channel }, language }) =>
      inTransaction(db, async (trx) => {
        await dropUnsent(trx, platform, community);
        await trx
          .insertInto('alert_channels')
          .values({ platform, community, channel, language })
          .onConflict((conflict) =>
            conflict.columns(['platform', 'community']).doUpdateSet({ channel, language }),
          )
          .execute();
      }),

    remove: ({ platform, id }) =>
      inTransaction(db, async (trx) => {
        await dropUnsent(trx, platform, id);
        await trx
          .deleteFrom('alert_channels')
          .where('platform', '=', platform)
          .where('community', '=', id)
          .execute();
      }),
  };
}

/** What waits to be posted where alerts went until now; messages that are out can still be edited. */
async function dropUnsent(trx: Kysely<Tables>, platform: string, community: string) {
  const former = await createAlertChannels(trx).of({ platform, id: community });
  if (former === undefined) return;
  await trx
    .deleteFrom('outbox')
    .where('target', '=', targetKey(former.target))
    .where('kind', '=', 'alert')
    .where('state', '=', 'pending')
    .where('message_id', 'is', null)
    .execute();
}

function toChannel(row: Selectable<AlertChannelRow>): AlertChannel {
  const { platform, community, channel, language } = row;
  return { target: { kind: 'channel', platform, community, channel }, language };
}
