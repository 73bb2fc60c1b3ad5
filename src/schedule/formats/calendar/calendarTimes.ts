import type ICAL from 'ical.js';
import type { Instant } from '../../../clock.ts';
import { parseWrittenTime, type WrittenTime, wallTime } from '../../assembling/times.ts';
import { instantAt, wallTimeAt } from '../../assembling/zone.ts';
import type { CalendarZones } from './calendarZones.ts';
import { parameterOf, rawValuesOf } from './icalValues.ts';
import type { WallClock } from './zoneRules.ts';

/** A time of a calendar: in UTC, in a zone of its own, or floating. */
export interface CalendarTime {
  readonly instant: Instant;
  /** As written; of a day its midnight. */
  readonly wall: Temporal.PlainDateTime;
  readonly isDay: boolean;
  /** The clock that it was written on. */
  readonly clock: WallClock;
}

/** A time as it stands there, before the venue's zone is known. */
export interface WrittenCalendarTime {
  readonly written: WrittenTime;
  readonly tzid: string | undefined;
}

/** The time that an event's property holds; `undefined` when it is absent or unreadable. */
export function writtenTime(
  event: ICAL.Component,
  property: string,
): WrittenCalendarTime | undefined {
  const found = event.getFirstProperty(property);
  return found === null ? undefined : writtenTimesIn(found)[0];
}

/** All times that a property holds; of a period its start. */
function writtenTimesIn(property: ICAL.Property): readonly WrittenCalendarTime[] {
  const tzid = parameterOf(property, 'tzid');
  return rawValuesOf(property).flatMap((value) => {
    const text: unknown = Array.isArray(value) ? value[0] : value;
    const written = parseWrittenTime(typeof text === 'string' ? text : undefined);
    return written === undefined ? [] : { written, tzid };
  });
}

/** Reads the times of a calendar whose venue is in `timeZone`, which is where floating times and days are. */
export interface CalendarTimes {
  read(time: WrittenCalendarTime): CalendarTime;
  timeOf(event: ICAL.Component, property: string): CalendarTime | undefined;
  /** Of all properties of that name. */
  timesOf(event: ICAL.Component, property: string): readonly CalendarTime[];
  /** The calendar day that a time means among whole days. */
  dayOf(time: CalendarTime): string;
}

export function calendarTimes(zones: CalendarZones, timeZone: string): CalendarTimes {
  const venue: WallClock = (wall) => instantAt(wall, timeZone);
  const read = ({ written, tzid }: WrittenCalendarTime): CalendarTime => {
    switch (written.kind) {
      case 'instant':
        return {
          ...{ instant: written.instant, wall: wallTimeAt(written.instant, 'UTC') },
          ...{ isDay: false, clock: utc },
        };
      case 'day': {
        const wall = wallTime(written.day, 0);
        return { instant: venue(wall), wall, isDay: true, clock: venue };
      }
      case 'wall': {
        const { wall } = written;
        const clock = (tzid === undefined ? undefined : zones(tzid)?.clock) ?? venue;
        return { instant: clock(wall), wall, isDay: false, clock };
      }
    }
  };
  return {
    read,
    timeOf: (event, property) => {
      const written = writtenTime(event, property);
      return written === undefined ? undefined : read(written);
    },
    timesOf: (event, property) =>
      event.getAllProperties(property).flatMap((each) => writtenTimesIn(each).map(read)),
    dayOf: ({ wall, instant, clock }) => {
      // A midnight in UTC is a day written as a time; any other time in UTC was one on the venue's clock.
      const isWritten = clock !== utc || (wall.hour === 0 && wall.minute === 0);
      return (isWritten ? wall : wallTimeAt(instant, timeZone)).toPlainDate().toString();
    },
  };
}

const utc: WallClock = (wall) => instantAt(wall, 'UTC');
