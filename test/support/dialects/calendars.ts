import type { Conference, Talk } from '../../../src/schedule/schedule.ts';
import type { Dialect } from './dialect.ts';
import { bytesOf, element, lengthOf, markedTitle, onClock } from './text.ts';

const HOST = 'congress.example';
const OCTETS = 75;

function names({ speakers }: Talk): string {
  return speakers.map(({ name }) => name).join(', ');
}

function escapeIcs(text: string): string {
  return text.replaceAll(/[\\,;]/g, '\\$&').replaceAll('\n', '\\n');
}

/** Lines of at most 75 octets, cut wherever that is, within a character too (RFC 5545, 3.1). */
function folded(lines: readonly string[]): Uint8Array {
  const bytes = lines.flatMap((line) => {
    const octets = [...bytesOf(line)];
    const pieces: number[] = [];
    for (const [at, octet] of octets.entries()) {
      if (at > 0 && at % (OCTETS - 1) === 0) pieces.push(...bytesOf('\r\n '));
      pieces.push(octet);
    }
    return [...pieces, ...bytesOf('\r\n')];
  });
  return Uint8Array.from(bytes);
}

function calendarOf(head: readonly string[], events: readonly (readonly string[])[]): Uint8Array {
  const wrapped = events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']);
  return folded(['BEGIN:VCALENDAR', 'VERSION:2.0', ...head, ...wrapped, 'END:VCALENDAR']);
}

/** Speakers stand behind the title, a dash even where there are none; the zone's own rules hold dates that are no talks. */
function pretalxCalendar(conference: Conference): Uint8Array {
  const { timeZone, talks } = conference;
  const offset = onClock(talks[0]?.start ?? 0, conference).offset.replace(':', '');
  const zone = [
    ...['BEGIN:VTIMEZONE', `TZID:${timeZone}`, 'BEGIN:STANDARD', 'DTSTART:20001029T030000'],
    ...['RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10', `TZOFFSETFROM:${offset}`],
    ...[`TZOFFSETTO:${offset}`, 'END:STANDARD', 'END:VTIMEZONE'],
  ];
  const events = talks.map((talk) => [
    `UID:pretalx-congress-${talk.code}@${HOST}`,
    `DTSTART;TZID=${timeZone}:${onClock(talk.start, conference).compact}`,
    `DTEND;TZID=${timeZone}:${onClock(talk.end, conference).compact}`,
    `DESCRIPTION:${escapeIcs(talk.abstract)}`,
    'DTSTAMP:20141224T180000Z',
    `LOCATION:${escapeIcs(talk.room ?? '')}`,
    `SUMMARY:${escapeIcs(`${markedTitle(talk)} - ${names(talk)}`)}`,
    `URL:https://${HOST}/congress/talk/${talk.code}/`,
  ]);
  return calendarOf([`PRODID:-//pretalx//${HOST}//`, ...zone], events);
}

/** A zone named once for all and no rules for it; starts of two kinds, ends of two kinds, speakers in a line of the text. */
function plainCalendar(conference: Conference): Uint8Array {
  const { title, timeZone, talks } = conference;
  const events = talks.map((talk, at) => {
    const [start, end] = [onClock(talk.start, conference), onClock(talk.end, conference)];
    const line = talk.speakers.length > 0 ? `Speaker: ${names(talk)}\n` : '';
    return [
      `SUMMARY:${escapeIcs(talk.title)}`,
      at % 5 === 0
        ? `DTSTART:${onClock(talk.start, { timeZone: 'UTC' }).compact}Z`
        : `DTSTART;TZID=${timeZone};VALUE=DATE-TIME:${start.compact}`,
      at % 3 === 0
        ? `DURATION:PT${lengthOf(talk).replace(':', 'H')}M`
        : `DTEND;TZID=${timeZone};VALUE=DATE-TIME:${end.compact}`,
      `UID:${talk.id}@${HOST}`,
      `DESCRIPTION:${escapeIcs(`${line}${talk.abstract}`)}`,
      `LOCATION:${escapeIcs(talk.room ?? '')}`,
      ...(talk.track === undefined ? [] : [`CATEGORIES:${escapeIcs(talk.track)}`]),
      ...(talk.status === 'canceled' ? ['STATUS:CANCELLED'] : []),
    ];
  });
  const head = ['PRODID:-//congress//EN', `X-WR-CALNAME:${escapeIcs(title)}`];
  return calendarOf([...head, `X-WR-TIMEZONE:${timeZone}`], events);
}

/** No zone, a duration that is none, two signs in the uid. */
function xcal(conference: Conference): Uint8Array {
  const events = conference.talks.map((talk) =>
    element('vevent', [
      element('method', 'PUBLISH'),
      element('uid', `${talk.code}@@${HOST}`),
      element('pentabarf:event-id'),
      element('pentabarf:event-slug', `-${talk.code}`),
      element('pentabarf:title', markedTitle(talk)),
      element('pentabarf:subtitle', talk.subtitle),
      element('pentabarf:language-code', talk.language),
      element('dtstart', onClock(talk.start, conference).compact),
      element('dtend', onClock(talk.end, conference).compact),
      element('duration', '0.03000'),
      element('summary', markedTitle(talk)),
      element('description', talk.abstract),
      element('status', 'CONFIRMED'),
      element('category', talk.type),
      element('url', `https://${HOST}/congress/talk/${talk.code}/`),
      element('location', talk.room),
      ...talk.speakers.map(({ name }) => element('attendee', name)),
    ]),
  );
  const root = element('iCalendar', [element('vcalendar', events)], {
    'xmlns:pentabarf': 'http://pentabarf.org',
    'xmlns:xCal': 'urn:ietf:params:xml:ns:xcal',
  });
  return bytesOf(`<?xml version='1.0' encoding='utf-8' ?>\n${root}\n`);
}

export const CALENDAR_DIALECTS: readonly Dialect[] = [
  {
    ...{ name: "pretalx's iCalendar", format: 'icalendar', namesZone: true },
    says: ['code', 'abstract'],
    idOf: ({ code }) => `pretalx-congress-${code}@${HOST}`,
    // The dash before the speakers looks like one of theirs.
    garbles: ({ speakers }) => speakers.some(({ name }) => name.includes(' - ')),
    write: pretalxCalendar,
  },
  {
    ...{ name: 'plain iCalendar', format: 'icalendar', namesZone: true },
    says: ['track', 'abstract'],
    idOf: ({ id }) => `${id}@${HOST}`,
    write: plainCalendar,
  },
  {
    ...{ name: "pretalx's xCal", format: 'xcal', namesZone: false },
    says: ['code', 'subtitle', 'type', 'language', 'abstract'],
    idOf: ({ code }) => `${code}@@${HOST}`,
    write: xcal,
  },
];
