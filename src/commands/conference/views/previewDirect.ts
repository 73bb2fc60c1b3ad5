import type { FollowCounts } from '../../../agenda/following/followCounts.ts';
import { toldCount } from '../../../agenda/interest.ts';
import type { AskedTogether, MessageCounts } from '../../../agenda/messageCounts.ts';
import { askedAbout } from '../../../announcements/afterwards.ts';
import { followDay } from '../../../announcements/following/followPlan.ts';
import type { Window } from '../../../announcements/plan.ts';
import { hourEnd } from '../../../outbox/kinds/afterwards.ts';
import type { CommunityRef } from '../../../platform/target.ts';
import type { Programme } from '../../../programme/programme.ts';

export const DIRECT_KINDS = ['lists', 'followed', 'snoozed', 'feedback', 'recordings'] as const;

/**
 * How many direct messages of each kind come to people of the community, where that tells of nobody;
 * of recordings only those that are there already, since no version to come can be foreseen.
 */
export type DirectPreview = Readonly<Record<(typeof DIRECT_KINDS)[number], number | undefined>>;

type Seen = Pick<Programme, 'key' | 'conference'>;

export async function directPreview(
  {
    followCounts,
    messageCounts,
  }: { readonly followCounts: FollowCounts; readonly messageCounts: MessageCounts },
  community: CommunityRef,
  programmes: readonly Seen[],
  window: Window,
): Promise<DirectPreview> {
  const keys = programmes.map(({ key }) => key);
  const zoned = new Map(programmes.map(({ key, conference }) => [key, conference]));
  const lists = await messageCounts.lists(community, keys, window);
  const followed = await followCounts.reminders(community, keys, window, (key, start) => {
    const conference = zoned.get(key);
    return conference === undefined ? '' : followDay(conference, start).date;
  });
  const { snoozed, recordings } = await messageCounts.waiting(community, keys, window);
  const asked = programmes.flatMap((one) => askedTogether(one, window));
  const feedback = await messageCounts.feedback(community, asked);
  return {
    lists: toldCount(lists),
    followed: toldCount(followed),
    snoozed: toldCount(snoozed),
    feedback: toldCount(feedback),
    recordings: toldCount(recordings),
  };
}

/** One for each hour of the window in which talks end that are asked about. */
function askedTogether({ key, conference }: Seen, window: Window): readonly AskedTogether[] {
  const hours = Map.groupBy(askedAbout(window, conference), ({ end }) => hourEnd(end));
  return [...hours.values()].map((talks) => ({
    conference: key,
    talks: talks.map(({ id }) => id),
  }));
}
