import { type Kysely, sql } from 'kysely';
import type { CommunityRef } from '../../../src/platform/target.ts';
import type { ConferenceKey } from '../../../src/schedule/source.ts';
import type { Tables } from './schema.ts';

/** A row for each star of the community and each account that is told of it by a say. */
export function reachedStars(
  db: Kysely<Tables>,
  { platform, id }: CommunityRef,
  conference: ConferenceKey,
) {
  return db
    .selectFrom('stars')
    .innerJoin('members', 'members.person', 'stars.person')
    .where('stars.conference', '=', conference)
    .where('members.platform', '=', platform)
    .where(sql<boolean>`(stars.community is null or stars.platform = ${platform})`)
    .where(({ eb, fn }) => eb(fn.coalesce('stars.community', 'members.community'), '=', id))
    .where('members.direct_messages', '=', 'open')
    .where('members.volume', '=', 'full')
    .where('members.says', '=', 1);
}
