import type { Kysely } from 'kysely';
import type { Audience } from '../../src/announcements/ledger.ts';
import { createCommunities } from './communities.ts';
import type { Tables } from './schema.ts';
import { createSubscriptions } from './subscriptions.ts';

export function createAudience(db: Kysely<Tables>): Audience {
  const subscriptions = createSubscriptions(db);
  const communities = createCommunities(db);
  return {
    subscriptions: () => subscriptions.all(),
    choices: () => communities.choices(),
    digestReaders: async () => {
      const rows = await db
        .selectFrom('members')
        .select(['platform', 'id', 'community'])
        .where('digest', '=', 1)
        .where('direct_messages', '!=', 'closed')
        .orderBy('platform')
        .orderBy('id')
        .execute();
      return rows.map(({ platform, id, community }) => ({
        member: { platform, id },
        ...(community === null ? {} : { community }),
      }));
    },
  };
}
