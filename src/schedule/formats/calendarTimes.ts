import ICAL from 'ical.js';
import { canonicalTimeZone, type Instant, MINUTE_MS } from '../../clock.ts';
import { parseWrittenTime, type WrittenTime } from '../assembling/times.ts';
import { instantOfWritten } from '../assembling/zone.ts';
import { readValue, textOf } from './icalValues.ts';
import { hasOnlyParts } from './recurrence.ts';

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
      const named = time.tzid === undefined ? timeZone : ianaOf(time.tzid);
      if (named !== undefined) return instantOfWritten(time.written, named);
      const minutes = offsetByRules(time, rules);
      return minutes === undefined
        ? instantOfWritten(time.written, timeZone)
        : instantOfWritten(time.written, 'UTC') - minutes * MINUTE_MS;
    },
    isWholeDay: (event) => timeOf(event, 'dtstart')?.written.kind === 'day',
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
        return time.written.kind === 'instant' ? 0 : offsetByRules(time, rules);
      }
      return undefined;
    },
  };
}

interface CalendarTime {
  readonly property: ICAL.Property;
  readonly written: WrittenTime;
  readonly tzid: string | undefined;
}

/** Reads the time itself from the text: ical.js would move the 13th month into the next year. */
function timeOf(event: ICAL.Component, property: string): CalendarTime | undefined {
  const found = event.getFirstProperty(property);
  const text: unknown = found?.toJSON()[3];
  const written = typeof text === 'string' ? parseWrittenTime(text) : undefined;
  if (found === null || written === undefined) return undefined;
  const tzid = found.getFirstParameter('tzid');
  return {
    property: found,
    written,
    tzid: typeof tzid === 'string' && tzid !== '' ? tzid : undefined,
  };
}

function rulesOf(calendars: readonly ICAL.Component[]): ReadonlyMap<string, ICAL.Timezone> {
  const zones = calendars.flatMap((calendar) => calendar.getAllSubcomponents('vtimezone'));
  return new Map(
    zones.filter(hasYearlyRules).map((zone) => {
      const rules = new ICAL.Timezone(zone);
      return [rules.tzid, rules] as const;
    }),
  );
}

/** Real zones change once or twice a year; others would keep ical.js busy for ever. */
function hasYearlyRules(zone: ICAL.Component): boolean {
  return zone.getAllSubcomponents().every((part) => {
    const rule = readValue(part, 'rrule');
    if (rule === undefined) return true;
    const parts = { BYMONTH: /^\d+$/, BYDAY: /^-?[1-5][A-Z]{2}$/ };
    return rule instanceof ICAL.Recur && rule.freq === 'YEARLY' && hasOnlyParts(rule, parts);
  });
}

/** Makers of calendars prefix or rename zones (`/mozilla.org/20050126_1/Europe/Berlin`); some say the real name beside. */
function ianaName(tzid: string, rules: ICAL.Timezone | undefined): string | undefined {
  const location = rules?.component ? textOf(rules.component, 'x-lic-location') : undefined;
  return (
    canonicalTimeZone(tzid) ??
    canonicalTimeZone(tzid.split('/').slice(-2).join('/')) ??
    (location === undefined ? undefined : canonicalTimeZone(location))
  );
}

function offsetByRules(
  { property, tzid }: CalendarTime,
  rules: ReadonlyMap<string, ICAL.Timezone>,
): number | undefined {
  const zone = tzid === undefined ? undefined : rules.get(tzid);
  if (zone === undefined) return undefined;
  try {
    const value: unknown = property.getFirstValue();
    return value instanceof ICAL.Time ? zone.utcOffset(value) / 60 : undefined;
  } catch {
    return undefined;
  }
}
