import { type Instant, MINUTE_MS } from '../../../clock.ts';
import type { ConferenceDraft, TalkDraft } from '../../assembling/draft.ts';
import { parseDuration, parseWrittenTime } from '../../assembling/times.ts';
import { instantOfWritten } from '../../assembling/zone.ts';
import type { Findings } from '../../reading/findings.ts';
import { refuseTalkCount } from '../../reading/limits.ts';
import { attributeOf, childOf, childrenOf, textOf, type XmlElement } from '../../reading/xml.ts';
import { offsetsOf } from '../../zones/agreeingZone.ts';
import { venueZone } from '../../zones/venueZone.ts';
import { type NamedZone, zoneNamed } from '../../zones/zoneNames.ts';
import { acronymIn, codeIn, codeOfUid } from '../pretalx/pretalx.ts';

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
      named: propertyOf(calendar, 'x-wr-timezone'),
      path: 'iCalendar.vcalendar.x-wr-timezone',
      ofTalks: zonesOf(calendar, events),
      configured: configuredZone,
      offsets: offsetsOf(events.map((event) => parseWrittenTime(propertyOf(event, 'dtstart')))),
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
    // No calendar links recordings.
    lacks: ['links'],
    talks: events.flatMap((event, at) =>
      talkOf(event, `iCalendar.vcalendar.vevent[${at}]`, timeZone, findings),
    ),
  };
}

/** Those that the talks name; where none does, the one that the calendar describes. */
function zonesOf(
  calendar: XmlElement | undefined,
  events: readonly XmlElement[],
): readonly NamedZone[] {
  const ofTalks = events.flatMap((event) => zoneNamed(zoneOfTime(event, 'dtstart') ?? '') ?? []);
  const described = propertyOf(componentsOf(calendar, 'vtimezone')[0], 'tzid');
  return ofTalks.length > 0 ? ofTalks : [zoneNamed(described ?? '')].flatMap((zone) => zone ?? []);
}

/** The instant of a time, which may name a zone of its own; `undefined` when it is absent or unreadable. */
function instantOf(event: XmlElement, name: string, timeZone: string): Instant | undefined {
  const written = parseWrittenTime(propertyOf(event, name));
  const own = zoneNamed(zoneOfTime(event, name) ?? '');
  return written === undefined ? undefined : instantOfWritten(written, own?.zone ?? timeZone);
}

function talkOf(
  event: XmlElement,
  path: string,
  timeZone: string,
  findings: Findings,
): readonly TalkDraft[] {
  const text = (name: string) => propertyOf(event, name);
  const start = instantOf(event, 'dtstart', timeZone);
  const title = text('pentabarf:title') ?? text('summary');
  if (start === undefined) {
    findings.note('talk-unscheduled', path, title);
    return [];
  }
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
  start: Instant,
  timeZone: string,
  findings: Findings,
): Instant {
  const end = instantOf(event, 'dtend', timeZone);
  if (end !== undefined) return end;
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
