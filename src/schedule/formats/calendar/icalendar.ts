import ICAL from 'ical.js';
import type { ConferenceDraft } from '../../assembling/draft.ts';
import type { Findings } from '../../reading/findings.ts';
import { refuseTalkCount } from '../../reading/limits.ts';
import { ScheduleFormatError } from '../../refusal.ts';
import type { ShownOffset } from '../../zones/agreeingZone.ts';
import { venueZone } from '../../zones/venueZone.ts';
import type { NamedZone } from '../../zones/zoneNames.ts';
import { acronymIn } from '../pretalx/pretalx.ts';
import { calendarTimes, type WrittenCalendarTime, writtenTime } from './calendarTimes.ts';
import { type CalendarZones, calendarZones } from './calendarZones.ts';
import { wordsIn } from './eventWords.ts';
import { textOf } from './icalValues.ts';
import { withoutVenue } from './indico.ts';
import { talksOfEvents } from './series.ts';
import { withoutTown } from './town.ts';
import { shownAt } from './zoneRules.ts';

/** Bounds memory: about twenty lines an event. */
const MAX_LINES = 400_000;
/** A conference lies in one year, or around New Year. */
const MOST_YEARS = 2;

/** iCalendar; the text is unfolded already. */
export function decodeIcalendar(
  text: string,
  configuredZone: string | undefined,
  findings: Findings,
): ConferenceDraft {
  const calendars = parseCalendars(text);
  const events = calendars.flatMap((calendar) => calendar.getAllSubcomponents('vevent'));
  refuseTalkCount(events.length);
  const starts = events.flatMap((event) => writtenTime(event, 'dtstart') ?? []);
  const zones = calendarZones(calendars, yearsOf(starts));
  noteUnknown(starts, zones, findings);
  const name = first(calendars, 'x-wr-timezone');
  const { timeZone } = venueZone(
    {
      named: name === undefined || isNone(name) ? undefined : name,
      path: 'VCALENDAR',
      ofTalks: zonesOf(starts, calendars, zones),
      configured: configuredZone,
      offsets: starts.flatMap((start) => offsetOf(start, zones)),
      otherwise: name,
    },
    findings,
  );
  return {
    format: 'icalendar',
    title:
      first(calendars, 'x-wr-calname') ??
      first(calendars, 'name') ??
      first(calendars, 'x-wr-caldesc'),
    acronym: acronymIn(events[0] === undefined ? undefined : textOf(events[0], 'url')),
    timeZone,
    days: [],
    rooms: [],
    tracks: [],
    // No calendar links recordings.
    lacks: ['links'],
    talks: withoutVenue(
      withoutTown(
        talksOfEvents(events, wordsIn(calendars, events), calendarTimes(zones, timeZone), findings),
      ),
    ),
  };
}

/** Sched and Google write so where they know of none. */
function isNone(zone: string): boolean {
  return /^(?:etc\/)?(?:utc|gmt)$/i.test(zone.trim());
}

function yearsOf(starts: readonly WrittenCalendarTime[]): readonly number[] {
  const years = new Map<number, number>();
  for (const { written } of starts) {
    if (written.kind !== 'wall') continue;
    years.set(written.wall.year, (years.get(written.wall.year) ?? 0) + 1);
  }
  const usual = [...years].sort(([, a], [, b]) => b - a);
  return usual.slice(0, MOST_YEARS).map(([year]) => year);
}

function noteUnknown(
  starts: readonly WrittenCalendarTime[],
  zones: CalendarZones,
  findings: Findings,
): void {
  for (const tzid of new Set(starts.flatMap((start) => start.tzid ?? []))) {
    if (zones(tzid) === undefined) findings.note('zone-unknown', 'VCALENDAR', tzid);
  }
}

/** Of the talks; where none of them names one, those that the calendar describes. */
function zonesOf(
  starts: readonly WrittenCalendarTime[],
  calendars: readonly ICAL.Component[],
  zones: CalendarZones,
): readonly NamedZone[] {
  const named = (tzids: readonly (string | undefined)[]) =>
    tzids.flatMap((tzid) => {
      const zone = tzid === undefined ? undefined : zones(tzid)?.named;
      return zone === undefined || isNone(zone.zone) ? [] : zone;
    });
  const ofTalks = named(starts.map(({ tzid }) => tzid));
  if (ofTalks.length > 0) return ofTalks;
  const described = calendars.flatMap((one) => one.getAllSubcomponents('vtimezone'));
  return named(described.map((zone) => textOf(zone, 'tzid')));
}

function offsetOf({ written, tzid }: WrittenCalendarTime, zones: CalendarZones): ShownOffset[] {
  if (written.kind === 'instant') return [written];
  const clock = tzid === undefined ? undefined : zones(tzid)?.clock;
  return written.kind === 'day' || clock === undefined ? [] : [shownAt(written.wall, clock)];
}

function parseCalendars(text: string): readonly ICAL.Component[] {
  if (text.split('\n', MAX_LINES + 1).length > MAX_LINES) {
    throw new ScheduleFormatError({ kind: 'tooMany', facts: ['lines', MAX_LINES] });
  }
  try {
    const parsed: unknown = ICAL.parse(withReadableRules(text));
    const jcal = Array.isArray(parsed) && typeof parsed[0] === 'string' ? [parsed] : parsed;
    return Array.isArray(jcal) ? jcal.map((one) => new ICAL.Component(one)) : [];
  } catch (error) {
    // Where BEGIN and END do not match, ical.js stumbles instead of saying so.
    const isStumble = error instanceof TypeError || !(error instanceof Error);
    const reason = isStumble ? 'BEGIN and END do not match' : error.message;
    throw new ScheduleFormatError({ kind: 'brokenIcs', facts: [reason] });
  }
}

/** A rule that none can follow, and that ical.js can read. */
const UNFOLLOWED = 'FREQ=SECONDLY';

/** ical.js reads no calendar that has an invalid rule anywhere; here its event takes place once. */
function withReadableRules(text: string): string {
  return text.replace(/^(RRULE(?:;[^:\n]*)?:)(.*)$/gimu, (line, name: string, rule: string) => {
    try {
      ICAL.Recur.fromString(rule.trim());
      return line;
    } catch {
      return name + UNFOLLOWED;
    }
  });
}

function first(calendars: readonly ICAL.Component[], property: string): string | undefined {
  return calendars.map((calendar) => textOf(calendar, property)).find((text) => text !== undefined);
}
