import type { Instant } from '../../src/clock.ts';
import type { Conference, Talk } from '../../src/schedule/model.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** A talk of 25 minutes in room A, unless told otherwise. */
export function talkAt(id: string, start: Instant, rest: Partial<Talk> = {}): Talk {
  return {
    id,
    title: `Talk ${id}`,
    room: 'A',
    start,
    end: start + 25 * MINUTE_MS,
    speakers: [{ name: `Speaker of ${id}` }],
    abstract: '',
    links: [],
    status: 'scheduled',
    ...rest,
  };
}

/** A conference of these talks, with the days (from 04:00 on) and rooms that they need. */
export function conferenceOf(talks: readonly Talk[], timeZone = 'UTC'): Conference {
  const dates = [...new Set(talks.map(({ start }) => dayDate(start, timeZone)))].sort();
  const rooms = [...new Set(talks.flatMap(({ room }) => room ?? []))].sort();
  return {
    title: 'A conference',
    timeZone,
    days: dates.map((date, index) => {
      const start = Temporal.PlainDate.from(date).toZonedDateTime({
        timeZone,
        plainTime: '04:00',
      }).epochMilliseconds;
      return { index: index + 1, date, start, end: start + DAY_MS };
    }),
    rooms: rooms.map((name) => ({ name, slug: name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-') })),
    tracks: [],
    talks: talks.toSorted(
      (a, b) =>
        a.start - b.start || (a.room ?? '').localeCompare(b.room ?? '') || a.id.localeCompare(b.id),
    ),
  };
}

function dayDate(start: Instant, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(start - 4 * 60 * MINUTE_MS)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
}
