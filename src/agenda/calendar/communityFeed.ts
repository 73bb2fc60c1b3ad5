import { giveWay, type Instant } from '../../clock.ts';
import type { Messages } from '../../messages/messages.ts';
import type { CommunityRef } from '../../platform/target.ts';
import type { Programme } from '../../programme/programme.ts';
import type { Talk } from '../../schedule/schedule.ts';
import { type CalendarFeed, calendarFeed, type FeedPart, joinFeeds } from './calendar.ts';
import { type CanceledPorts, shownInCalendars } from './canceled.ts';

/** A community's programmes as calendars follow them, or a part of them. */
export interface CommunityFeedWish {
  readonly community: CommunityRef;
  readonly name: string;
  readonly programmes: readonly Programme[];
  has(talk: Talk): boolean;
}

/** So many talks are written at once; those who ask in the chat go between. */
const TALKS_AT_ONCE = 20;

export async function communityFeed(
  ports: CanceledPorts,
  { community, name, programmes, has }: CommunityFeedWish,
  now: Instant,
  messages: Messages,
): Promise<CalendarFeed> {
  const feeds: CalendarFeed[] = [];
  for (const programme of programmes) {
    const wanted = programme.conference.talks.filter(has);
    const talks = await shownInCalendars(ports, programme, community, wanted, now);
    for (let from = 0; from === 0 || from < talks.length; from += TALKS_AT_ONCE) {
      const some = talks.slice(from, from + TALKS_AT_ONCE);
      // All are named each time, so that a zone is told the same for all of them.
      const parts = programmes.map(({ key, conference }, at): FeedPart => {
        const own = programmes[at] === programme ? some : [];
        return { key, conference, talks: own, isBrief: true };
      });
      feeds.push(calendarFeed(name, parts, now, messages));
      await giveWay();
    }
  }
  return joinFeeds(feeds);
}
