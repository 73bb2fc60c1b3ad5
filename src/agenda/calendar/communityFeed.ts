import { DAY_MS, type Instant } from '../../clock.ts';
import type { Messages } from '../../messages/messages.ts';
import type { Programme } from '../../programme/programme.ts';
import type { Talk } from '../../schedule/schedule.ts';
import { type CalendarFeed, calendarFeed } from './calendar.ts';

/** What is canceled stays for so long after it would have been. */
const CANCELED_STAYS_MS = 7 * DAY_MS;

/** A programme as calendars follow it, or a part of it. */
export function communityFeed(
  name: string,
  programmes: readonly Programme[],
  has: (talk: Talk) => boolean,
  now: Instant,
  messages: Messages,
): CalendarFeed {
  const isShown = ({ status, end }: Talk) =>
    status === 'scheduled' || end > now - CANCELED_STAYS_MS;
  const parts = programmes.map(({ key, conference }) => ({
    ...{ key, conference, isBrief: true as const },
    talks: conference.talks.filter((talk) => has(talk) && isShown(talk)),
  }));
  return calendarFeed(name, parts, now, messages);
}
