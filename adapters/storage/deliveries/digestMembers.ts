import type { Kysely } from 'kysely';
import type { DigestMembers } from '../../../src/announcements/announcerWork.ts';
import type { Tables } from '../database/schema.ts';

export function createDigestMembers(db: Kysely<Tables>): DigestMembers {
  return {
    all: async () => {
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
        ...(community === null ? {} : { community: { platform, id: community } }),
      }));
    },
  };
}
