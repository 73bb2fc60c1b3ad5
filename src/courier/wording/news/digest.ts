import type { Instant } from '../../../clock.ts';
import type { Conference, Talk } from '../../../schedule/schedule.ts';
import type { Timetable } from '../../../schedule/timetable.ts';

/** What a digest sent at `now` can tell of the day of that date: what takes place and is not over. */
export function digestTalks(
  date: string,
  {
    conference,
    timetable,
  }: { readonly conference: Conference; readonly timetable: Pick<Timetable, 'talksOfDay'> },
  now: Instant,
): readonly Talk[] {
  const day = conference.days.find((one) => one.date === date);
  if (day === undefined) return [];
  return timetable.talksOfDay(day).filter(({ status, end }) => status === 'scheduled' && end > now);
}
