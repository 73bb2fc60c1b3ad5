import ICAL from 'ical.js';
import type { Instant } from '../model.ts';
import { MINUTE_MS } from '../times.ts';
import { canonicalTimeZone, instantAt } from '../zone.ts';

/** Reads the times of a calendar: UTC, with a zone's name, by a VTIMEZONE's rules, or floating. */
export interface CalendarTimes {
  /** The instant of a property; floating times are taken in `timeZone`. `undefined` when absent or unreadable. */
  instantOf(event: ICAL.Component, property: string, timeZone: string): Instant | undefined;
  isWholeDay(event: ICAL.Component): boolean;
  /** The first IANA zone that an event's start names. */
  zoneNamed(events: readonly ICAL.Component[]): string | undefined;
  /** The offset, in minutes, of the first start that has one without naming an IANA zone. */
  offsetOf(events: readonly ICAL.Component[]): number | undefined;
}

export function calendarTimes(calendars: readonly ICAL.Component[]): CalendarTimes {
  const rules = rulesOf(calendars);
  const names = new Map<string, string | undefined>();
  const ianaOf = (tzid: string) => {
    if (!names.has(tzid)) names.set(tzid, ianaName(tzid, rules.get(tzid)));
    return names.get(tzid);
  };
  return {
    instantOf: (event, property, timeZone) => {
      const time = timeOf(event, property);
      if (time === undefined) return undefined;
      if (time.isUtc) return instantAt(time.wall, 'UTC');
      const named = time.tzid === undefined ? timeZone : ianaOf(time.tzid);
      if (named !== undefined) return instantAt(time.wall, named);
      const minutes = offsetByRules(time, rules);
      return minutes === undefined
        ? instantAt(time.wall, timeZone)
        : instantAt(time.wall, 'UTC') - minutes * MINUTE_MS;
    },
    isWholeDay: (event) => timeOf(event, 'dtstart')?.value.isDate === true,
    zoneNamed: (events) => {
      for (const event of events) {
        const tzid = timeOf(event, 'dtstart')?.tzid;
        const name = tzid === undefined ? undefined : ianaOf(tzid);
        if (name !== undefined) return name;
      }
      return undefined;
    },
    offsetOf: (events) => {
      for (const event of events) {
        const time = timeOf(event, 'dtstart');
        if (time === undefined) continue;
        return time.isUtc ? 0 : offsetByRules(time, rules);
      }
      return undefined;
    },
  };
}

interface CalendarTime {
  readonly value: ICAL.Time;
  readonly wall: Temporal.PlainDateTime;
  readonly tzid: string | undefined;
  readonly isUtc: boolean;
}

function timeOf(event: ICAL.Component, property: string): CalendarTime | undefined {
  const found = event.getFirstProperty(property);
  if (found === null) return undefined;
  try {
    const value: unknown = found.getFirstValue();
    if (!(value instanceof ICAL.Time)) return undefined;
    const { year, month, day, hour, minute, second } = value;
    const wall = Temporal.PlainDateTime.from(
      { year, month, day, hour, minute, second },
      { overflow: 'reject' },
    );
    const tzid = found.getFirstParameter('tzid');
    return {
      value,
      wall,
      tzid: typeof tzid === 'string' && tzid !== '' ? tzid : undefined,
      isUtc: value.zone === ICAL.Timezone.utcTimezone,
    };
  } catch {
    return undefined;
  }
}

function rulesOf(calendars: readonly ICAL.Component[]): ReadonlyMap<string, ICAL.Timezone> {
  const zones = calendars.flatMap((calendar) => calendar.getAllSubcomponents('vtimezone'));
  return new Map(
    zones.map((zone) => {
      const rules = new ICAL.Timezone(zone);
      return [rules.tzid, rules] as const;
    }),
  );
}

/** Makers of calendars prefix or rename zones (`/mozilla.org/20050126_1/Europe/Berlin`); some say the real name beside. */
function ianaName(tzid: string, rules: ICAL.Timezone | undefined): string | undefined {
  const location: unknown = rules?.component?.getFirstPropertyValue('x-lic-location');
  return (
    canonicalTimeZone(tzid) ??
    canonicalTimeZone(tzid.split('/').slice(-2).join('/')) ??
    (typeof location === 'string' ? canonicalTimeZone(location) : undefined)
  );
}

function offsetByRules(
  { value, tzid }: CalendarTime,
  rules: ReadonlyMap<string, ICAL.Timezone>,
): number | undefined {
  const zone = tzid === undefined ? undefined : rules.get(tzid);
  if (zone === undefined) return undefined;
  try {
    return zone.utcOffset(value) / 60;
  } catch {
    return undefined;
  }
}
