import { MINUTE_MS } from '../../clock.ts';
import type { ConferenceDraft, TalkDraft } from '../assembling/draft.ts';
import { parseDuration, parseWrittenTime } from '../assembling/times.ts';
import { venueZone } from '../assembling/venueZone.ts';
import { instantOfWritten } from '../assembling/zone.ts';
import type { Findings } from '../reading/findings.ts';
import { refuseTalkCount } from '../reading/limits.ts';
import { attributeOf, childOf, childrenOf, textOf, type XmlElement } from '../reading/xml.ts';
import { acronymIn, codeIn, codeOfUid } from './pretalx.ts';

/** xCal as Pentabarf, frab and pretalx write it, the vocabulary of iCalendar in bare XML, and as RFC 6321 has it. */
export function decodeXcal(
  root: XmlElement,
  configuredZone: string | undefined,
  findings: Findings,
): ConferenceDraft {
  const calendars = componentsOf(root, 'vcalendar');
  const [calendar] = calendars;
  const events = calendars.flatMap((one) => componentsOf(one, 'vevent'));
  refuseTalkCount(events.length);
  const { timeZone } = venueZone(
    {
      named: zoneOf(calendar, events),
      path: 'iCalendar.vcalendar.x-wr-timezone',
      configured: configuredZone,
      offsetMinutes:
        events.every((event) => propertyOf(event, 'dtstart')?.endsWith('Z')) && events.length > 0
          ? 0
          : undefined,
    },
    findings,
  );
  return {
    format: 'xcal',
    title: propertyOf(calendar, 'x-wr-calname') ?? propertyOf(calendar, 'x-wr-caldesc'),
    acronym: acronymIn(propertyOf(events[0], 'url')),
    timeZone,
    days: [],
    rooms: [],
    tracks: [],
    talks: events.flatMap((event, at) =>
      talkOf(event, `iCalendar.vcalendar.vevent[${at}]`, timeZone, findings),
    ),
  };
}

function zoneOf(
  calendar: XmlElement | undefined,
  events: readonly XmlElement[],
): string | undefined {
  return (
    propertyOf(calendar, 'x-wr-timezone') ??
    zoneOfTime(events[0], 'dtstart') ??
    propertyOf(componentsOf(calendar, 'vtimezone')[0], 'tzid')
  );
}

function talkOf(
  event: XmlElement,
  path: string,
  timeZone: string,
  findings: Findings,
): readonly TalkDraft[] {
  const text = (name: string) => propertyOf(event, name);
  const dtstart = parseWrittenTime(text('dtstart'));
  const title = text('pentabarf:title') ?? text('summary');
  if (dtstart === undefined) {
    findings.note('talk-unscheduled', path, title);
    return [];
  }
  const start = instantOfWritten(dtstart, timeZone);
  const url = text('url');
  const uid = text('uid');
  return [
    {
      path,
      id: text('pentabarf:event-id') ?? uid,
      code: codeIn(url) ?? codeOfUid(uid),
      slug: text('pentabarf:event-slug'),
      title,
      subtitle: text('pentabarf:subtitle'),
      type: text('category'),
      language: text('pentabarf:language-code') ?? text('pentabarf:language'),
      track: text('pentabarf:track') ?? text('categories'),
      room: text('location'),
      start,
      end: endOf(event, path, start, timeZone, findings),
      speakers: propertiesOf(event, 'attendee').map((name) => ({ name })),
      texts: [text('description') ?? ''],
      links: [],
      url,
      canceled: text('status')?.toUpperCase() === 'CANCELLED',
    },
  ];
}

/** pretalx's `duration` ("0.03000") is no duration, so the end is asked first. */
function endOf(
  event: XmlElement,
  path: string,
  start: number,
  timeZone: string,
  findings: Findings,
): number {
  const dtend = parseWrittenTime(propertyOf(event, 'dtend'));
  if (dtend !== undefined) return instantOfWritten(dtend, timeZone);
  const minutes = parseDuration(propertyOf(event, 'duration'));
  if (minutes !== undefined) return start + minutes * MINUTE_MS;
  findings.note('end-missing', path, propertyOf(event, 'summary'));
  return start;
}

/** Components by name: beside the properties, or in RFC 6321's `<components>`; with or without the prefix `xCal:`. */
export function componentsOf(parent: XmlElement | undefined, name: string): readonly XmlElement[] {
  return named(childOf(parent, 'components') ?? parent, name);
}

/** The texts of all properties of that name, blank ones left out. */
export function propertiesOf(component: XmlElement | undefined, name: string): readonly string[] {
  return elementsOf(component, name).flatMap((property) => textOfValue(property) || []);
}

/** The text of the first property of that name; `undefined` when there is none or it is blank. */
export function propertyOf(component: XmlElement | undefined, name: string): string | undefined {
  return propertiesOf(component, name)[0];
}

/** The zone that a time names, as an attribute or as RFC 6321's parameter. */
export function zoneOfTime(component: XmlElement | undefined, name: string): string | undefined {
  const [property] = elementsOf(component, name);
  const parameters = childOf(property, 'parameters');
  return attributeOf(property, 'tzid') ?? textOf(childOf(parameters, 'tzid'), 'text');
}

function elementsOf(component: XmlElement | undefined, name: string): readonly XmlElement[] {
  return named(childOf(component, 'properties') ?? component, name);
}

function named(parent: XmlElement | undefined, name: string): readonly XmlElement[] {
  const bare = childrenOf(parent, name);
  return bare.length > 0 ? bare : childrenOf(parent, `xCal:${name}`);
}

/** Text of its own, or that of the element which RFC 6321 names after the value's type. */
function textOfValue(property: XmlElement): string {
  const typed = property.children.find((child) => child.name !== 'parameters');
  return property.text.trim() || (typed?.text.trim() ?? '');
}
