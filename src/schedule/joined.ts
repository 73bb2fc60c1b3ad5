import { MINUTE_MS } from '../clock.ts';
import type { Conference, Day, Talk } from './schedule.ts';
import { dayAmong, inProgrammeOrder } from './timetable.ts';

/**
 * Several conferences as one, which people ask as they ask one: the talks are the very same objects,
 * days are told by the clock of the first, which keeps their numbers, and a place that has the name
 * of one there is that one. Always the same object for the same conferences.
 */
export function joined(first: Conference, others: readonly Conference[]): Conference {
  return others.reduce((whole, next) => remembered(known, whole, next, join), first);
}

type Pairs<T extends object, R> = WeakMap<T, WeakMap<T, R>>;
const known: Pairs<Conference, Conference> = new WeakMap();
/** What is known of talks is known by their list, whatever their conference is called. */
const knownTalks: Pairs<Conference['talks'], Conference['talks']> = new WeakMap();

function remembered<T extends object, R>(
  pairs: Pairs<T, R>,
  one: T,
  other: T,
  make: (one: T, other: T) => R,
): R {
  const seconds = pairs.get(one) ?? new WeakMap<T, R>();
  pairs.set(one, seconds);
  const made = seconds.get(other) ?? make(one, other);
  seconds.set(other, made);
  return made;
}

function join(one: Conference, other: Conference): Conference {
  const translations = [...(one.translations ?? []), ...(other.translations ?? [])];
  return {
    title: `${one.title} · ${other.title}`,
    timeZone: one.timeZone,
    days: daysOf(one, other.talks),
    rooms: places(one.rooms, other.rooms),
    tracks: places(one.tracks, other.tracks),
    talks: remembered(knownTalks, one.talks, other.talks, (own, more) =>
      [...own, ...more].toSorted(inProgrammeOrder),
    ),
    breaks: [...one.breaks, ...other.breaks].toSorted((a, b) => a.start - b.start),
    ...(translations.length === 0 ? {} : { translations }),
    parts: [...(one.parts ?? [one]), other],
  };
}

/** Those of the first, wider where a talk of the other needs it, and the days that it has beside, numbered on. */
function daysOf({ days, timeZone }: Conference, talks: readonly Talk[]): readonly Day[] {
  return talks
    .reduce((all, { start }) => withDayOf(start, all, timeZone), days)
    .toSorted((a, b) => a.start - b.start);
}

/** A day ends with the night. */
const NIGHT_HOURS = 4;

function withDayOf(start: number, days: readonly Day[], timeZone: string): readonly Day[] {
  if (dayAmong(days, start) !== undefined) return days;
  const evening = Temporal.Instant.fromEpochMilliseconds(start)
    .toZonedDateTimeISO(timeZone)
    .subtract({ hours: NIGHT_HOURS })
    .toPlainDate();
  const date = evening.toString();
  const own = days.find((day) => day.date === date);
  if (own !== undefined) {
    const wider = {
      ...own,
      start: Math.min(own.start, start),
      end: Math.max(own.end, start + MINUTE_MS),
    };
    return days.with(days.indexOf(own), wider);
  }
  const morningOf = (day: Temporal.PlainDate) =>
    day.toZonedDateTime({ timeZone, plainTime: { hour: NIGHT_HOURS } }).epochMilliseconds;
  const index = Math.max(0, ...days.map((day) => day.index)) + 1;
  const end = morningOf(evening.add({ days: 1 }));
  return [...days, { index, date, start: morningOf(evening), end }];
}

function places<T extends { readonly name: string; readonly slug: string }>(
  own: readonly T[],
  others: readonly T[],
): readonly T[] {
  const all = [...own];
  for (const place of others) {
    if (all.some(({ name }) => name === place.name)) continue;
    all.push({ ...place, slug: freeSlug(place.slug, all) });
  }
  return all;
}

/** Slugs are unique in a conference. */
function freeSlug(slug: string, taken: readonly { readonly slug: string }[]): string {
  const isFree = (one: string) => taken.every((other) => other.slug !== one);
  if (isFree(slug)) return slug;
  let count = 2;
  while (!isFree(`${slug}-${count}`)) count += 1;
  return `${slug}-${count}`;
}
