import type { Instant } from '../../clock.ts';
import type { CommunityRef } from '../../platform/target.ts';
import type { ConferenceKey } from '../../schedule/source.ts';
import type { PeopleCount } from '../interest.ts';

/** What is followed in a community, in exact numbers, of which `toldCount` tells organisers. */
export interface FollowCounts {
  /**
   * Messages with reminders that fall due in `(after, until]` because of follows alone: nothing that is
   * on the list starts then. Of each day (`dateOf` what starts) a person gets as many as there are a day
   * at most. New talks cannot be foreseen.
   */
  reminders(
    community: CommunityRef,
    conferences: readonly ConferenceKey[],
    window: { readonly after: Instant; readonly until: Instant },
    dateOf: (conference: ConferenceKey, start: Instant) => string,
  ): Promise<PeopleCount>;
  /** Follows whose talks were looked for, and there are none. */
  inVain(community: CommunityRef, conferences: readonly ConferenceKey[]): Promise<PeopleCount>;
}
