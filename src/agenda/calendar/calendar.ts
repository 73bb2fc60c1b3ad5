import { createHash } from 'node:crypto';
import ical, {
  ICalAlarmType,
  ICalCalendarMethod,
  type ICalEventData,
  ICalEventStatus,
} from 'ical-generator';
import { plainMarkdown } from '../../cards/plainInline.ts';
import { type Instant, MINUTE_MS } from '../../clock.ts';
import type { Messages } from '../../messages/messages.ts';
import type { Conference, Talk, TalkId } from '../../schedule/schedule.ts';
import type { ConferenceKey } from '../../schedule/source.ts';
import { venueZone } from './venueZone.ts';

export const CALENDAR_MEDIA_TYPE = 'text/calendar; charset=utf-8; method=PUBLISH';

/** Sequences count seconds from here on: each file takes the place of every earlier one, and they fit 31 bits. */
const SEQUENCE_EPOCH_MS = Date.UTC(2000, 0, 1);

/** So often a calendar shall look again: delays are told on the day. */
const REFRESH_SECONDS = 15 * 60;

/** Talks of a conference that are to be in a calendar. */
export interface CalendarPart {
  readonly key: ConferenceKey;
  readonly conference: Conference;
  readonly talks: readonly Pick<Talk, 'id'>[];
}

/** The same in a calendar that is read again and again. */
export interface FeedPart extends CalendarPart {
  /** How long before its start the calendar rings; not at all for the others. */
  readonly leads?: ReadonlyMap<TalkId, number>;
  /** Without abstracts, which take most of the time and room where there are a thousand. */
  readonly isBrief?: true;
}

export interface CalendarFeed {
  readonly text: string;
  /** Stays while nothing that it says of talks is another, whichever process says it. */
  readonly tag: string;
  /** Of each of its entries. */
  readonly sequence: number;
}

/**
 * Talks as iCalendar, in UTC, so that no calendar needs to know the venue's zone. An entry keeps its
 * UID over all versions; importing it again replaces what was imported before.
 */
export function calendarOf(
  parts: readonly CalendarPart[],
  now: Instant,
  messages: Pick<Messages, 'announcements'>,
): string {
  const calendar = newCalendar(parts.map(({ conference }) => conference.title).join(' · '));
  for (const part of parts) {
    for (const { uid, talk } of entriesOf(part)) {
      calendar.createEvent({ ...entry(talk, uid, now, messages), ...inUtc(talk) });
    }
  }
  return ended(calendar);
}

/** The same entries by the clocks of their venues, for calendars that follow an address. */
export function calendarFeed(
  name: string,
  parts: readonly FeedPart[],
  now: Instant,
  messages: Pick<Messages, 'announcements'>,
): CalendarFeed {
  const calendar = newCalendar(name);
  const talks = parts.flatMap(({ conference }) => conference.talks);
  const from = Math.min(now, ...talks.map(({ start }) => start));
  const until = Math.max(now, ...talks.map(({ end }) => end));
  // Without a name: the calendar's own would be put to the stamps, which are in UTC (RFC 5545, 3.8.7.2).
  calendar.timezone({ name: null, generator: (zone) => venueZone(zone, from, until) });
  calendar.ttl(REFRESH_SECONDS);
  for (const part of parts) {
    for (const { uid, talk } of entriesOf(part)) {
      const told = part.isBrief === true ? { ...talk, abstract: '' } : talk;
      const event = calendar.createEvent({
        ...entry(told, uid, now, messages),
        ...inZone(talk, part.conference.timeZone),
      });
      const lead = talk.status === 'canceled' ? undefined : part.leads?.get(talk.id);
      if (lead === undefined) continue;
      const triggerBefore = (lead * MINUTE_MS) / 1000;
      event.createAlarm({ type: ICalAlarmType.display, triggerBefore, description: talk.title });
    }
  }
  const text = ended(calendar);
  return { text, tag: tagOf(text), sequence: sequenceAt(now) };
}

const FIRST_ENTRY = '\r\nBEGIN:VEVENT\r\n';
const END = '\r\nEND:VCALENDAR\r\n';

/** Feeds of one name, made at one moment, as one; each zone is told once. */
export function joinFeeds(feeds: readonly CalendarFeed[]): CalendarFeed {
  const [head = ''] = feeds.map(headOf).toSorted((a, b) => b.length - a.length);
  const zones = new Set(feeds.flatMap(({ text }) => text.match(ZONE) ?? []));
  const bare = head.replace(ZONE, '');
  const entries = feeds.map((feed) => feed.text.slice(headOf(feed).length, -END.length));
  const text = `${bare}${[...zones].join('')}${entries.join('')}${END}`;
  return { text, tag: tagOf(text), sequence: Math.max(...feeds.map((feed) => feed.sequence)) };
}

const ZONE = /\r\nBEGIN:VTIMEZONE\r\n[\s\S]*?\r\nEND:VTIMEZONE(?=\r\n)/g;

/** All before the first entry. */
function headOf({ text }: CalendarFeed): string {
  const at = text.indexOf(FIRST_ENTRY);
  return text.slice(0, at < 0 ? -END.length : at);
}

function newCalendar(name: string) {
  return ical({
    name,
    prodId: { company: 'Hallway', product: 'Hallway', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
  });
}

/** The library leaves the last line open; RFC 5545 (3.1) ends every line. */
function ended(calendar: { toString(): string }): string {
  return `${calendar.toString()}\r\n`;
}

/** When it was written is not what it says. */
function tagOf(text: string): string {
  const said = text.replace(/^(?:DTSTAMP|SEQUENCE):.*\r\n/gm, '');
  return createHash('sha256').update(said).digest('base64url').slice(0, 22);
}

function entriesOf({ key, conference, talks }: CalendarPart) {
  const ids = new Set(talks.map(({ id }) => id));
  const guids = countBy(conference.talks, ({ guid }) => guid);
  return conference.talks
    .filter(({ id }) => ids.has(id))
    .map((talk) => {
      const isUnique = talk.guid !== undefined && guids.get(talk.guid) === 1;
      const name = isUnique ? talk.guid : `${key}-${talk.id}`;
      return { talk, uid: `${name}@hallway` };
    });
}

function inUtc({ start, end }: Talk): Pick<ICalEventData, 'start' | 'end'> {
  return { start: new Date(start), end: new Date(end) };
}

function inZone({ start, end }: Talk, timezone: string) {
  const at = (instant: Instant) =>
    Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timezone);
  return { start: at(start), end: at(end), timezone };
}

function entry(
  talk: Talk,
  uid: string,
  now: Instant,
  { announcements }: Pick<Messages, 'announcements'>,
): Omit<ICalEventData, 'start' | 'end'> {
  const speakers = talk.speakers.map(({ name }) => name).join(', ');
  const abstract = talk.abstract === '' ? '' : plainMarkdown(talk.abstract);
  const description = [speakers, abstract].filter((part) => part !== '').join('\n\n');
  const isCanceled = talk.status === 'canceled';
  return {
    id: uid,
    // Not every calendar shows the status.
    summary: isCanceled ? announcements.change.canceled(talk.title) : talk.title,
    sequence: sequenceAt(now),
    stamp: new Date(now),
    status: isCanceled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    ...(talk.room === undefined ? {} : { location: talk.room }),
    ...(description === '' ? {} : { description }),
    ...(talk.url === undefined ? {} : { url: talk.url }),
  };
}

function sequenceAt(now: Instant): number {
  return Math.floor((now - SEQUENCE_EPOCH_MS) / 1000);
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
