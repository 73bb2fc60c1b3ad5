import { type Instant, MINUTE_MS } from '../../clock.ts';

/** A date as schedules write it: with an offset it is an instant, without one a wall time, without a time a day. */
export type WrittenTime =
  | { readonly kind: 'instant'; readonly instant: Instant; readonly offsetMinutes: number }
  | { readonly kind: 'wall'; readonly wall: Temporal.PlainDateTime }
  | { readonly kind: 'day'; readonly day: Temporal.PlainDate };

const ISO =
  /^(\d{4}-\d{2}-\d{2})(?:[T ]+(\d{1,2}:\d{2}(?::\d{2})?)(?:[.,]\d{1,9})? ?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z)?)?$/i;

/** The offsets that clocks on Earth have, in minutes. */
const [EARLIEST, LATEST] = [-12 * 60, 14 * 60] as const;

/** Reads ISO 8601 (`2020-02-01T10:55:00+01:00`) and its compact form (`20200201T105500Z`). */
export function parseWrittenTime(text: string | undefined): WrittenTime | undefined {
  const trimmed = text?.trim() ?? '';
  const compact = COMPACT.exec(trimmed);
  const match = ISO.exec(compact === null ? trimmed : expand(compact));
  if (match === null) return undefined;
  const day = orUndefined(() => Temporal.PlainDate.from(match[1] ?? ''));
  if (day === undefined) return undefined;
  if (match[2] === undefined) return { kind: 'day', day };
  const minutes = parseClock(match[2]);
  if (minutes === undefined) return undefined;
  const wall = wallTime(day, minutes);
  if (match[3] === undefined) return { kind: 'wall', wall };
  const offsetMinutes = parseOffset(match[3]);
  if (offsetMinutes < EARLIEST || offsetMinutes > LATEST) return undefined;
  const instant = wall.toZonedDateTime('UTC').epochMilliseconds - offsetMinutes * MINUTE_MS;
  return { kind: 'instant', instant, offsetMinutes };
}

export const MINUTES_PER_DAY = 24 * 60;
/** In minutes: when a conference day ends, where nothing else is said. */
export const FOUR_IN_THE_MORNING = 4 * 60;

/** The wall time `minutes` after the day's midnight, as clocks count; it may lie on a later day. */
export function wallTime(day: Temporal.PlainDate, minutes: number): Temporal.PlainDateTime {
  return day.toPlainDateTime().add({ minutes });
}

/** The time of a date and a clock that stand beside each other. */
export function timeOn(
  date: string | undefined,
  clock: string | undefined,
): WrittenTime | undefined {
  return parseWrittenTime(`${isoDate(date ?? '')}T${fullClock(clock ?? '')}`);
}

/** `1.2.2020` has the day first; a slash may mean either order, so it is read only behind a year. */
function isoDate(text: string): string {
  const [, day = '', month = '', year = ''] =
    /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(text.trim()) ?? [];
  if (year !== '') return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return text.trim().replace(/^(\d{4})\/(\d{2})\/(\d{2})$/, '$1-$2-$3');
}

/** `9:30 PM` on a clock of 24 hours. */
function fullClock(text: string): string {
  const [, hour, minutes, half] =
    /^(\d{1,2})(:\d{2}(?::\d{2})?)\s?([ap])\.?m\.?$/i.exec(text.trim()) ?? [];
  if (half === undefined) return text.trim();
  return `${(Number(hour) % 12) + (/p/i.test(half) ? 12 : 0)}${minutes}`;
}

/** Minutes since midnight of `9:30`, `09:30` or `09:30:00`; `24:00` is the end of the day. */
export function parseClock(text: string | undefined): number | undefined {
  const match = /^(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(text?.trim() ?? '');
  if (match === null) return undefined;
  const minutes = Number(match[1]) * 60 + Number(match[2]);
  return Number(match[2]) < 60 && minutes <= MINUTES_PER_DAY ? minutes : undefined;
}

/**
 * Minutes of a length of time: `00:45`, `55:00`, Pentabarf's `00:45:00` (h:m:s),
 * pretalx's `2:07:00` for more than a day (d:h:m, told by the single digit and hours
 * that a day has), `45` and ISO 8601's `PT45M`.
 */
export function parseDuration(text: string | undefined): number | undefined {
  const trimmed = text?.trim() ?? '';
  if (/^\d{1,5}$/.test(trimmed)) return Number(trimmed);
  if (/^P/i.test(trimmed)) {
    return orUndefined(() =>
      Temporal.Duration.from(trimmed).total({
        unit: 'minutes',
        relativeTo: Temporal.PlainDate.from('2000-01-01'),
      }),
    );
  }
  const parts = /^(\d{1,4}):(\d{2})(?::(\d{2}))?$/.exec(trimmed);
  if (parts === null) return undefined;
  const [first, second, third] = [Number(parts[1]), Number(parts[2]), Number(parts[3] ?? 0)];
  if (parts[3] === undefined) return first * 60 + second;
  return parts[1]?.length === 1 && first > 0 && second < 24
    ? first * MINUTES_PER_DAY + second * 60 + third
    : first * 60 + second + third / 60;
}

function parseOffset(text: string): number {
  if (/^z$/i.test(text)) return 0;
  const digits = text.slice(1).replace(':', '').padEnd(4, '0');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return text.startsWith('-') ? -minutes : minutes;
}

function expand([, year, month, day, hour, minute, second, utc]: RegExpExecArray): string {
  const date = `${year}-${month}-${day}`;
  return hour === undefined ? date : `${date}T${hour}:${minute}:${second ?? '00'}${utc ?? ''}`;
}

function orUndefined<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
