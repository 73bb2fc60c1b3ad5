import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import {
  SUBSCRIPTION_KINDS,
  type Subscription,
  type Subscriptions,
} from '../../../src/outbox/subscription.ts';
import { type ChannelTarget, targetKey } from '../../../src/platform/target.ts';
import type { RoomSlug } from '../../../src/schedule/schedule.ts';
import type { SubscriptionRow } from '../database/communityRows.ts';
import type { Tables } from '../database/schema.ts';
import { inTransaction } from '../database/transaction.ts';

const slugs = z.array(z.string());
const rooms = z.array(z.custom<RoomSlug>((slug) => typeof slug === 'string'));
const kinds = z.array(z.enum(SUBSCRIPTION_KINDS));

export function createSubscriptions(db: Kysely<Tables>): Subscriptions {
  const select = () =>
    db
      .selectFrom('subscriptions')
      .selectAll()
      .orderBy('platform')
      .orderBy('community')
      .orderBy('channel');
  return {
    put: async (subscription) => {
      const row = toRow(subscription);
      await db
        .insertInto('subscriptions')
        .values(row)
        .onConflict((conflict) =>
          conflict.columns(['platform', 'community', 'channel']).doUpdateSet(row),
        )
        .execute();
    },

    remove: (target) => inTransaction(db, (trx) => remove(trx, target)),

    of: async ({ platform, id }) => {
      const rows = await select()
        .where('platform', '=', platform)
        .where('community', '=', id)
        .execute();
      return rows.map(toSubscription);
    },

    all: async () => (await select().execute()).map(toSubscription),
  };
}

/** What waits to be posted goes too; messages that are out are still kept from lying. */
async function remove(trx: Kysely<Tables>, target: ChannelTarget): Promise<boolean> {
  const { platform, community, channel } = target;
  await trx
    .deleteFrom('outbox')
    .where('target', '=', targetKey(target))
    .where('state', '=', 'pending')
    .where('kind', '<>', 'correction')
    .execute();
  const { numDeletedRows } = await trx
    .deleteFrom('subscriptions')
    .where('platform', '=', platform)
    .where('community', '=', community)
    .where('channel', '=', channel)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

function toRow({ target, ...subscription }: Subscription): SubscriptionRow {
  return {
    platform: target.platform,
    community: target.community,
    channel: target.channel,
    lead_minutes: subscription.leadMinutes,
    rooms: JSON.stringify(subscription.rooms),
    tracks: JSON.stringify(subscription.tracks),
    kinds: JSON.stringify(subscription.kinds),
    mention: subscription.mention ?? null,
    language: subscription.language,
    since: subscription.since,
  };
}

function toSubscription(row: Selectable<SubscriptionRow>): Subscription {
  const { platform, community, channel, mention } = row;
  return {
    target: { kind: 'channel', platform, community, channel },
    leadMinutes: row.lead_minutes,
    rooms: rooms.parse(JSON.parse(row.rooms)),
    tracks: slugs.parse(JSON.parse(row.tracks)),
    kinds: kinds.parse(JSON.parse(row.kinds)),
    ...(mention === null ? {} : { mention }),
    language: row.language,
    since: row.since,
  };
}
