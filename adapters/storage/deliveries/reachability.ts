import type { Kysely, Selectable } from 'kysely';
import type { Instant } from '../../../src/clock.ts';
import type {
  Reachability,
  RefusedChannel,
  RefusedChannels,
} from '../../../src/outbox/reachability.ts';
import type { Target } from '../../../src/platform/target.ts';
import type { MemberRow, RefusedChannelRow, Tables } from '../database/schema.ts';

type State = MemberRow['direct_messages'];
type MemberTarget = Extract<Target, { readonly kind: 'member' }>;

export function createReachability(db: Kysely<Tables>): Reachability {
  const setDirectMessages = async (
    { platform, member: id }: MemberTarget,
    state: State,
    from: readonly State[],
  ) => {
    await db
      .updateTable('members')
      .set({ direct_messages: state })
      .where('platform', '=', platform)
      .where('id', '=', id)
      .where('direct_messages', 'in', from)
      .execute();
  };
  return {
    reached: async (target) => {
      if (target.kind === 'member') {
        await setDirectMessages(target, 'open', ['closed', 'unknown']);
      } else {
        await db
          .deleteFrom('refused_channels')
          .where('platform', '=', target.platform)
          .where('community', '=', target.community)
          .where('channel', '=', target.channel)
          .execute();
      }
    },

    refused: async (target, code, at) => {
      if (target.kind === 'member') {
        if (code === 'direct-messages-closed') {
          await setDirectMessages(target, 'closed', ['open', 'unknown']);
        } else if (code !== 'community-gone') {
          // Whatever the reason: where nothing ever got through, whoever waits for it has to hear of it.
          await setDirectMessages(target, 'closed', ['unknown']);
        }
        return;
      }
      const { platform, community, channel } = target;
      await db
        .insertInto('refused_channels')
        .values({ platform, community, channel, code, at })
        .onConflict((conflict) =>
          conflict.columns(['platform', 'community', 'channel']).doUpdateSet({ code, at }),
        )
        .execute();
    },
  };
}

/** For platforms that tell when one was put out of a channel, and let in again. */
export function createDoors(db: Kysely<Tables>) {
  return {
    /** For each community that has something said there. */
    closed: async (platform: string, channel: string, at: Instant): Promise<void> => {
      const told = await db
        .selectFrom('subscriptions')
        .select('community')
        .where('platform', '=', platform)
        .where('channel', '=', channel)
        .union(
          db
            .selectFrom('alert_channels')
            .select('community')
            .where('platform', '=', platform)
            .where('channel', '=', channel),
        )
        .execute();
      const { refused } = createReachability(db);
      for (const { community } of told) {
        await refused({ kind: 'channel', platform, community, channel }, 'forbidden', at);
      }
    },

    opened: async (platform: string, channel: string): Promise<void> => {
      await db
        .deleteFrom('refused_channels')
        .where('platform', '=', platform)
        .where('channel', '=', channel)
        .execute();
    },
  };
}

export async function allRefused(db: Kysely<Tables>): Promise<readonly RefusedChannel[]> {
  const rows = await db.selectFrom('refused_channels').selectAll().orderBy('channel').execute();
  return rows.map(toRefused);
}

function toRefused(row: Selectable<RefusedChannelRow>): RefusedChannel {
  const { platform, community, channel, code, at } = row;
  return { target: { kind: 'channel', platform, community, channel }, code, at };
}

export function createRefusedChannels(db: Kysely<Tables>): RefusedChannels {
  return {
    of: async ({ platform, id }) => {
      const rows = await db
        .selectFrom('refused_channels')
        .selectAll()
        .where('platform', '=', platform)
        .where('community', '=', id)
        .orderBy('channel')
        .execute();
      return rows.map(toRefused);
    },
  };
}
