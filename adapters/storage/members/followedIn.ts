import type { ExpressionBuilder } from 'kysely';
import type { CommunityRef } from '../../../src/platform/target.ts';
import type { Tables } from '../database/schema.ts';

/** Whether a follow began in that community, or elsewhere by an account that was last seen there. */
export function isFollowedIn(
  { and, eb, exists, or, selectFrom }: ExpressionBuilder<Tables, 'follows'>,
  { platform, id }: CommunityRef,
) {
  const seenThere = selectFrom('members')
    .select('members.id')
    .whereRef('members.person', '=', 'follows.person')
    .where('members.platform', '=', platform)
    .where('members.community', '=', id);
  return or([
    and([eb('follows.platform', '=', platform), eb('follows.community', '=', id)]),
    and([eb('follows.community', 'is', null), exists(seenThere)]),
  ]);
}
