import ical, { ICalCalendarMethod, type ICalEventData, ICalEventStatus } from 'ical-generator';
import { plainMarkdown } from '../../cards/plainInline.ts';
import type { Instant } from '../../clock.ts';
import type { Messages } from '../../messages/messages.ts';
import type { Conference, Talk } from '../../schedule/schedule.ts';
import type { ConferenceKey } from '../../schedule/source.ts';

export const CALENDAR_MEDIA_TYPE = 'text/calendar; charset=utf-8; method=PUBLISH';

/** Sequences count seconds from here on: each file takes the place of every earlier one, and they fit 31 bits. */
const SEQUENCE_EPOCH_MS = Date.UTC(2000, 0, 1);

/** Talks of a conference that are to be in a calendar. */
export interface CalendarPart {
  readonly key: ConferenceKey;
  readonly conference: Conference;
  readonly talks: readonly Pick<Talk, 'id'>[];
}

/**
 * Talks as iCalendar, in UTC, so that no calendar needs to know the venue's zone. An entry keeps its
 * UID over all versions; importing it again replaces what was imported before.
 */
export function calendarOf(
  parts: readonly CalendarPart[],
  now: Instant,
  { announcements }: Pick<Messages, 'announcements'>,
): string {
  const calendar = ical({
    name: parts.map(({ conference }) => conference.title).join(' · '),
    prodId: { company: 'Hallway', product: 'Hallway', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
  });
  // Not every calendar shows the status.
  const titleOf = ({ status, title }: Talk) =>
    status === 'canceled' ? announcements.change.canceled(title) : title;
  for (const { key, conference, talks } of parts) {
    const ids = new Set(talks.map(({ id }) => id));
    const guids = countBy(conference.talks, ({ guid }) => guid);
    for (const talk of conference.talks.filter(({ id }) => ids.has(id))) {
      const isUnique = talk.guid !== undefined && guids.get(talk.guid) === 1;
      const name = isUnique ? talk.guid : `${key}-${talk.id}`;
      calendar.createEvent({ ...entry(talk, `${name}@hallway`, now), summary: titleOf(talk) });
    }
  }
  // The library leaves the last line open; RFC 5545 (3.1) ends every line.
  return `${calendar.toString()}\r\n`;
}

function entry(talk: Talk, uid: string, now: Instant): Omit<ICalEventData, 'summary'> {
  const speakers = talk.speakers.map(({ name }) => name).join(', ');
  const description = [speakers, plainMarkdown(talk.abstract)]
    .filter((part) => part !== '')
    .join('\n\n');
  return {
    id: uid,
    sequence: Math.floor((now - SEQUENCE_EPOCH_MS) / 1000),
    stamp: new Date(now),
    start: new Date(talk.start),
    end: new Date(talk.end),
    status: talk.status === 'canceled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    ...(talk.room === undefined ? {} : { location: talk.room }),
    ...(description === '' ? {} : { description }),
    ...(talk.url === undefined ? {} : { url: talk.url }),
  };
}

function countBy<T>(
  items: readonly T[],
  keyOf: (item: T) => string | undefined,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) {
    const key = keyOf(item);
    if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
