import type { Instant } from '../../src/clock.ts';
import type { Conference, Talk } from '../../src/schedule/schedule.ts';
import { roomSlug } from './names.ts';

const MINUTE_MS = 60_000;

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

/** A conference of these talks, with the days (from 04:00 on), rooms and tracks that they need. */
export function conferenceOf(talks: readonly Talk[], timeZone = 'UTC'): Conference {
  const dates = [...new Set(talks.map(({ start }) => dayDate(start, timeZone)))].sort();
  const morningOf = (date: Temporal.PlainDate) =>
    date.toZonedDateTime({ timeZone, plainTime: '04:00' }).epochMilliseconds;
  return {
    title: 'A conference',
    timeZone,
    days: dates.map((date, index) => {
      const day = Temporal.PlainDate.from(date);
      const end = morningOf(day.add({ days: 1 }));
      return { index: index + 1, date, start: morningOf(day), end };
    }),
    rooms: named(talks.map(({ room }) => room)),
    tracks: named(talks.map(({ track }) => track)),
    talks: talks.toSorted(
      (a, b) =>
        a.start - b.start || (a.room ?? '').localeCompare(b.room ?? '') || a.id.localeCompare(b.id),
    ),
    breaks: [],
  };
}

function named(names: readonly (string | undefined)[]) {
  const distinct = [...new Set(names.flatMap((name) => name ?? []))].sort();
  return distinct.map((name) => ({
    name,
    slug: roomSlug(
      name
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/g, '-')
        .replaceAll(/^-|-$/g, ''),
    ),
  }));
}

function dayDate(start: Instant, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(start)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .subtract({ hours: 4 })
    .toPlainDate()
    .toString();
}
