import { DAY_MS, giveWay, type Instant } from '../../clock.ts';
import type { Messages } from '../../messages/messages.ts';
import type { Programme } from '../../programme/programme.ts';
import type { Talk } from '../../schedule/schedule.ts';
import { type CalendarFeed, calendarFeed, type FeedPart, joinFeeds } from './calendar.ts';

/** What is canceled stays for so long after it would have been. */
const CANCELED_STAYS_MS = 7 * DAY_MS;

/** So many talks are written at once; those who ask in the chat go between. */
const TALKS_AT_ONCE = 20;

/** A programme as calendars follow it, or a part of it. */
export async function communityFeed(
  name: string,
  programmes: readonly Programme[],
  has: (talk: Talk) => boolean,
  now: Instant,
  messages: Messages,
): Promise<CalendarFeed> {
  const isShown = ({ status, end }: Talk) =>
    status === 'scheduled' || end > now - CANCELED_STAYS_MS;
  const feeds: CalendarFeed[] = [];
  for (const programme of programmes) {
    const talks = programme.conference.talks.filter((talk) => has(talk) && isShown(talk));
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
