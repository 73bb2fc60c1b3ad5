import type ICAL from 'ical.js';
import { instantAt } from '../../assembling/zone.ts';
import { agreeingZone, agreesWith, type ShownOffset } from '../../zones/agreeingZone.ts';
import { type NamedZone, zoneNamed } from '../../zones/zoneNames.ts';
import { textOf } from './icalValues.ts';
import { clockOfRules, shownAt, type WallClock } from './zoneRules.ts';

/** What a TZID means in its calendar. */
export interface CalendarZone {
  readonly clock: WallClock;
  /** `undefined` where no zone is known that keeps this time. */
  readonly named: NamedZone | undefined;
}

export type CalendarZones = (tzid: string) => CalendarZone | undefined;

/**
 * The zones of calendars: IANA's name of a place means that place, any other name what the VTIMEZONE
 * of that name says, whatever else is called so (RFC 5545, 3.2.19), and without one what other
 * programs call by it. `years` are those of the talks.
 */
export function calendarZones(
  calendars: readonly ICAL.Component[],
  years: readonly number[],
): CalendarZones {
  const described = new Map(
    calendars
      .flatMap((calendar) => calendar.getAllSubcomponents('vtimezone'))
      .map((zone) => [textOf(zone, 'tzid'), zone]),
  );
  const known = new Map<string, CalendarZone | undefined>();
  return (tzid) => {
    if (!known.has(tzid)) known.set(tzid, zoneOf(tzid, described.get(tzid), years));
    return known.get(tzid);
  };
}

function zoneOf(
  tzid: string,
  described: ICAL.Component | undefined,
  years: readonly number[],
): CalendarZone | undefined {
  const named = zoneNamed(tzid);
  if (described !== undefined && !named?.isExact) {
    const clock = clockOfRules(described);
    if (clock !== undefined) {
      const place = zoneNamed(textOf(described, 'x-lic-location') ?? '');
      return { clock, named: place ?? named ?? zoneKeeping(clock, years) };
    }
  }
  return named === undefined ? undefined : { clock: (wall) => instantAt(wall, named.zone), named };
}

/** Often enough to tell apart when clocks change. */
const SAMPLE_DAYS = 7;

function zoneKeeping(clock: WallClock, years: readonly number[]): NamedZone | undefined {
  const shown: ShownOffset[] = [];
  for (const year of years) {
    let noon = new Temporal.PlainDateTime(year, 1, 1, 12);
    for (; noon.year === year; noon = noon.add({ days: SAMPLE_DAYS })) {
      shown.push(shownAt(noon, clock));
    }
  }
  const zone = agreeingZone(shown);
  return zone !== undefined && agreesWith(zone, shown) ? { zone, isExact: false } : undefined;
}
