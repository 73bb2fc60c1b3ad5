import type { Instant } from '../../../clock.ts';
import type { Conference, Day } from '../../../schedule/schedule.ts';
import { NO_DAY } from '../../../search/query/filterMeaning.ts';
import { clockValue, type Filters, withFilter } from '../filters.ts';
import { minutesOf, momentOf, type Present, presentDay, type When } from './resolve.ts';

/** The filters that say when. */
export function withWhen(filters: Filters, when: When): Filters {
  const days = when.missing === true ? [NO_DAY] : when.day === undefined ? [] : [when.day.index];
  const hours = (minutes: number | undefined) =>
    minutes === undefined ? [] : [clockValue(minutes)];
  const timed = withFilter(
    withFilter(
      withFilter(withFilter(filters, 'day', days.map(String)), 'after', hours(when.after)),
      'before',
      hours(when.before),
    ),
    'at',
    hours(when.at),
  );
  return when.pick === undefined ? timed : withFilter(timed, 'is', [when.pick]);
}

/** What runs at this minute; before the conference, at its beginning. */
export function withNow(filters: Filters, present: Present): Filters {
  const moment = momentOf(present);
  const day = presentDay(present, moment);
  if (day === undefined) return filters;
  return withWhen(filters, { day, at: minutesOf(moment, day, present.conference) });
}

/** The first that starts after the minute of `moment`; before the conference, from its beginning on. */
export function withNext(filters: Filters, present: Present): Filters {
  const moment = momentOf(present);
  const isBegun = moment === present.now;
  return withFirstFrom(filters, isBegun ? moment + MINUTE : moment, present.conference);
}

const MINUTE = 60_000;

/** The first that starts then or later, on whichever day. */
export function withFirstFrom(filters: Filters, from: Instant, conference: Conference): Filters {
  return withFilter(withFrom(filters, from, conference), 'is', [
    ...(filters.values.is ?? []).filter((state) => state === 'starred'),
    'next',
  ]);
}

function withFrom(filters: Filters, from: Instant, conference: Conference): Filters {
  const day: Day | undefined = presentDay({ conference, now: from }, from);
  if (day === undefined) return filters;
  const minutes = Math.max(minutesOf(from, day, conference), 0);
  return withFilter(filters, 'from', [`${day.index}-${clockValue(minutes)}`]);
}
