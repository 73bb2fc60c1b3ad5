import { LRUCache } from 'lru-cache';
import { canonicalTimeZone, DAY_MS, type Instant, MINUTE_MS } from '../../clock.ts';
import type { Messages } from '../../messages/messages.ts';
import type { Talk } from '../../schedule/schedule.ts';
import type { Inline } from '../cards.ts';

type TimeInline = Extract<Inline, { readonly kind: 'time' }>;
type Words = Pick<Messages, 'time'>;

const HOUR_MINUTES = 60;

/** A date so far from today may be one of several years'. */
const FAR_MS = 60 * DAY_MS;

const FORMATS = {
  clock: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  exactClock: { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
  weekday: { weekday: 'short' },
  longWeekday: { weekday: 'long' },
  year: { year: 'numeric' },
  date: { weekday: 'short', day: 'numeric', month: 'short' },
  longDate: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Slow to make; readers come in as many zones as there are. */
const formatters = new LRUCache<string, Intl.DateTimeFormat>({ max: 500 });

function format(kind: keyof typeof FORMATS, at: Instant, zone: string, { time }: Words): string {
  const key = `${kind} ${time.locale} ${zone}`;
  const known = formatters.get(key);
  if (known !== undefined) return known.format(at);
  const fresh = new Intl.DateTimeFormat(time.locale, { ...FORMATS[kind], timeZone: zone });
  formatters.set(key, fresh);
  return fresh.format(at);
}

/** `10:55`, on the clocks of `zone`. */
export function clockWords(at: Instant, zone: string, words: Words): string {
  return format('clock', at, zone, words);
}

/** `10:55:07`. */
export function exactClockWords(at: Instant, zone: string, words: Words): string {
  return format('exactClock', at, zone, words);
}

/** `Sat 10:55`. */
export function weekdayClockWords(at: Instant, zone: string, words: Words): string {
  return `${format('weekday', at, zone, words)} ${format('clock', at, zone, words)}`;
}

/** `Saturday`. */
export function weekdayWords(at: Instant, zone: string, words: Words): string {
  return format('longWeekday', at, zone, words);
}

/** `Sat 1 Feb`; far from `now`, `Sat 1 Feb 2020`. */
export function dateWords(at: Instant, zone: string, words: Words, now: Instant = at): string {
  const date = format('date', at, zone, words);
  return Math.abs(at - now) > FAR_MS ? `${date} ${format('year', at, zone, words)}` : date;
}

/** `Saturday 1 February 2020`. */
export function longDateWords(at: Instant, zone: string, words: Words): string {
  return format('longDate', at, zone, words);
}

/** `25 min`, `1 h 30 min`, `2 days`; rounded up to whole minutes, so that nothing is ever "0 min" away. */
export function durationWords(durationMs: number, { time }: Words): string {
  const minutes = Math.max(1, Math.ceil(durationMs / MINUTE_MS));
  const hours = Math.floor(minutes / HOUR_MINUTES);
  if (hours === 0) return time.minutes(minutes);
  if (hours < 48) return time.hours(hours, minutes % HOUR_MINUTES);
  return time.days(Math.round(hours / 24));
}

/**
 * When a talk takes place: `Sat 1 Feb, 10:55–11:20` or, within a day that is told already,
 * `10:55–11:20`; with the year where that is far from `now`.
 */
export function spanTime(
  { start, end }: Pick<Talk, 'start' | 'end'>,
  zone: string,
  style: TimeInline['style'],
  words: Words,
  now: Instant = start,
): TimeInline {
  const clock = `${clockWords(start, zone, words)}–${clockWords(end, zone, words)}`;
  const venue = style === 'time' ? clock : `${dateWords(start, zone, words, now)}, ${clock}`;
  return { kind: 'time', at: start, venue, style };
}

/** One instant: `10:55`, or `Sat 1 Feb, 10:55`. */
export function instantTime(
  at: Instant,
  zone: string,
  style: TimeInline['style'],
  words: Words,
): TimeInline {
  const clock = clockWords(at, zone, words);
  const venue = style === 'time' ? clock : `${dateWords(at, zone, words)}, ${clock}`;
  return { kind: 'time', at, venue, style };
}

const FIRST_CLOCK = /\d{2}:\d{2}/;
const FIRST_NUMBER = /\d+/;

/**
 * The same instant on the clocks of the reader's zone, for platforms that have no time tokens of
 * their own; undefined where it says what the venue's clock says already, and where there is no such
 * zone: readers come with what platforms and databases tell of them.
 */
export function readerWords(
  { at, venue, style }: TimeInline,
  zone: string,
  words: Words,
): string | undefined {
  if (canonicalTimeZone(zone) === undefined) return undefined;
  const clock = clockWords(at, zone, words);
  const date = dateWords(at, zone, words);
  // The venue's words may be in another language; in each the day of the month comes first.
  const sameDate = style === 'time' || numberIn(venue) === numberIn(date);
  if (venue.match(FIRST_CLOCK)?.[0] === clock && sameDate) return undefined;
  return words.time.yourTime(sameDate ? clock : `${date}, ${clock}`);
}

function numberIn(date: string): string | undefined {
  return date.match(FIRST_NUMBER)?.[0];
}

/** `Saturday 1 February 2020, 10:20`. */
export function longDateClockWords(at: Instant, zone: string, words: Words): string {
  return `${longDateWords(at, zone, words)}, ${clockWords(at, zone, words)}`;
}
