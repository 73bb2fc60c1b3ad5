import { hash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { DAY_MS, systemClock } from '../../../src/clock.ts';
import type { CommunityRef } from '../../../src/platform/target.ts';
import type { Tables } from '../database/schema.ts';
import { createCounted } from './counted.ts';

/** Whoever is still there after that time is no newcomer. */
const KEPT_MS = 3_650 * DAY_MS;

/**
 * Which communities were welcomed, by their hash: nothing that is kept says which ones there were. One
 * that took Hallway out is forgotten with all else of it, and is welcomed when it comes back.
 */
export function createWelcomes(db: Kysely<Tables>) {
  const counted = createCounted(db);
  return {
    /** Whether the community is welcomed for the first time; from now on it has been. */
    isFirst(community: CommunityRef): Promise<boolean> {
      const now = systemClock.now();
      return counted.isFirst(keyOf(community), now, now + KEPT_MS);
    },

    async isKnown(community: CommunityRef): Promise<boolean> {
      const row = await db
        .selectFrom('counted')
        .select('key')
        .where('key', '=', keyOf(community))
        .executeTakeFirst();
      return row !== undefined;
    },

    async forget(community: CommunityRef): Promise<void> {
      await db.deleteFrom('counted').where('key', '=', keyOf(community)).execute();
    },
  };
}

function keyOf({ platform, id }: CommunityRef): string {
  return `welcome ${hash('sha256', `${platform} ${id}`)}`;
}
