/** Writes facts in each format, as its own exporters would. All times are in UTC. */
import type { Facts } from './schedules.ts';

export interface Writer {
  readonly name: string;
  readonly write: (talks: readonly Facts[]) => string;
  readonly idOf: (id: string) => string;
}

const same = (id: string) => id;
const calendarId = (id: string) => `${id}@tide.example`;

export const WRITERS: readonly Writer[] = [
  { name: 'Pentabarf XML', write: pentabarf, idOf: same },
  { name: 'frab XML', write: frab, idOf: same },
  { name: 'schedule JSON', write: scheduleJson, idOf: same },
  { name: 'Sessionize All', write: sessionizeAll, idOf: same },
  { name: 'Sessionize GridSmart', write: sessionizeGrid, idOf: same },
  { name: 'iCalendar', write: icalendar, idOf: calendarId },
  { name: 'xCal', write: xcal, idOf: calendarId },
  { name: 'CSV', write: csv, idOf: same },
];

function pentabarf(talks: readonly Facts[]): string {
  return xmlOf(talks, '<day_change>00:00</day_change>', () => '');
}

function frab(talks: readonly Facts[]): string {
  return xmlOf(
    talks,
    '<time_zone_name>UTC</time_zone_name>',
    (talk) => `<date>${talk.start}</date>`,
  );
}

function xmlOf(talks: readonly Facts[], more: string, date: (talk: Facts) => string): string {
  const days = Map.groupBy(talks, (talk) => talk.start.slice(0, 10));
  const written = [...days].map(
    ([day, ofDay]) =>
      `<day date="${day}">${ofDay
        .map(
          (talk) =>
            `<room name="${xml(talk.room ?? '')}"><event id="${talk.id}">${date(talk)}<start>${clock(talk)}</start><duration>${duration(talk)}</duration><title>${xml(talk.title)}</title><persons>${talk.speakers
              .map((name) => `<person>${xml(name)}</person>`)
              .join('')}</persons></event></room>`,
        )
        .join('')}</day>`,
  );
  return `<schedule><conference><title>T</title>${more}</conference>${written.join('')}</schedule>`;
}

function scheduleJson(talks: readonly Facts[]): string {
  const days = [...Map.groupBy(talks, (talk) => talk.start.slice(0, 10))].map(([date, ofDay]) => ({
    date,
    rooms: Object.fromEntries(
      [...Map.groupBy(ofDay, (talk) => talk.room ?? '')].map(([room, ofRoom]) => [
        room,
        ofRoom.map((talk) => ({
          id: Number(talk.id),
          title: talk.title,
          date: talk.start,
          start: clock(talk),
          duration: duration(talk),
          room,
          persons: talk.speakers.map((name) => ({ public_name: name })),
        })),
      ]),
    ),
  }));
  return JSON.stringify({
    schedule: { version: '1', conference: { title: 'T', time_zone_name: 'UTC', days } },
  });
}

function sessionizeAll(talks: readonly Facts[]): string {
  const rooms = [...new Set(talks.map((talk) => talk.room))];
  const speakers = [...new Set(talks.flatMap((talk) => talk.speakers))];
  return JSON.stringify({
    sessions: talks.map((talk) => ({
      ...session(talk),
      roomId: rooms.indexOf(talk.room),
      speakers: talk.speakers.map((name) => `s${speakers.indexOf(name)}`),
      categoryItems: [],
    })),
    speakers: speakers.map((fullName, at) => ({ id: `s${at}`, fullName })),
    rooms: rooms.map((name, id) => ({ id, name })),
    categories: [],
  });
}

function sessionizeGrid(talks: readonly Facts[]): string {
  const days = [...Map.groupBy(talks, (talk) => talk.start.slice(0, 10))].map(([date, ofDay]) => ({
    date,
    rooms: [...Map.groupBy(ofDay, (talk) => talk.room)].map(([name, ofRoom]) => ({
      name,
      sessions: ofRoom.map((talk) => ({
        ...session(talk),
        room: name,
        speakers: talk.speakers.map((speaker) => ({ name: speaker })),
        categories: [],
      })),
    })),
    timeSlots: [],
  }));
  return JSON.stringify(days);
}

function session(talk: Facts) {
  return {
    id: talk.id,
    title: talk.title,
    startsAt: talk.start.slice(0, 19),
    endsAt: talk.end.slice(0, 19),
  };
}

function icalendar(talks: readonly Facts[]): string {
  const lines = talks.flatMap((talk) => [
    'BEGIN:VEVENT',
    `UID:${calendarId(talk.id)}`,
    `DTSTART:${compact(talk.start)}Z`,
    `DTEND:${compact(talk.end)}Z`,
    `SUMMARY:${ics(talk.title)}`,
    `LOCATION:${ics(talk.room ?? '')}`,
    `DESCRIPTION:${talk.speakers.length > 0 ? ics(`Speaker: ${talk.speakers.join(', ')}`) : ''}`,
    'END:VEVENT',
  ]);
  return ['BEGIN:VCALENDAR', 'X-WR-TIMEZONE:UTC', ...lines, 'END:VCALENDAR', '']
    .map(fold)
    .join('\r\n');
}

function xcal(talks: readonly Facts[]): string {
  const events = talks.map(
    (talk) =>
      `<vevent><uid>${calendarId(talk.id)}</uid><dtstart>${compact(talk.start)}</dtstart><dtend>${compact(talk.end)}</dtend><summary>${xml(talk.title)}</summary><location>${xml(talk.room ?? '')}</location>${talk.speakers
        .map((name) => `<attendee>${xml(name)}</attendee>`)
        .join('')}</vevent>`,
  );
  return `<iCalendar><vcalendar>${events.join('')}</vcalendar></iCalendar>`;
}

function csv(talks: readonly Facts[]): string {
  const rows = talks.map((talk) => [
    talk.id,
    talk.title,
    talk.speakers.join(', '),
    talk.start.slice(0, 10),
    clock(talk),
    duration(talk),
    talk.room ?? '',
  ]);
  return [
    ['ID', 'Proposal title', 'Speaker names', 'Date', 'Start Time', 'Duration', 'Room'],
    ...rows,
  ]
    .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
    .join('\r\n');
}

function clock(talk: Facts): string {
  return talk.start.slice(11, 16);
}

function duration(talk: Facts): string {
  const minutes = (Date.parse(talk.end) - Date.parse(talk.start)) / 60_000;
  return [Math.floor(minutes / 60), minutes % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}

function compact(iso: string): string {
  return iso.slice(0, 19).replace(/[-:]/g, '');
}

function xml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function ics(text: string): string {
  return text.replace(/[\\,;]/g, '\\$&').replaceAll('\n', '\\n');
}

/** By characters, which may be many bytes each: folding within characters has a test of its own. */
function fold(line: string): string {
  return [...line]
    .map((character, at) => (at > 0 && at % 20 === 0 ? `\r\n ${character}` : character))
    .join('');
}
