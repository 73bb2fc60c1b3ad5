import { describe, expect, test } from 'vitest';
import { decodeSchedule } from '../../src/schedule/decode.ts';
import type { Talk } from '../../src/schedule/schedule.ts';
import { AT_TEN, bytesOf, event, factsOf, pentabarf } from './support/schedules.ts';

function talksOf(text: string, timeZone?: string): readonly Talk[] {
  return decodeSchedule(bytesOf(text), { timeZone }).conference.talks;
}

function calendar(...events: readonly string[]): string {
  const wrapped = events.map((lines) => `BEGIN:VEVENT\n${lines}\nEND:VEVENT\n`);
  return `BEGIN:VCALENDAR\nVERSION:2.0\n${wrapped.join('')}END:VCALENDAR\n`;
}
const AT_NOON = 'DTSTART:20310329T110000Z\nDTEND:20310329T120000Z\nSUMMARY:Noon';

describe('calendars as their makers write them', () => {
  test('a comma inside brackets does not part a name', () => {
    const line = 'DESCRIPTION:Speakers: Ann Lee (Pier\\, Harbour)\\, Bob (Quay)\\nHello';
    const [talk] = talksOf(calendar(`${AT_NOON}\nUID:1\n${line}`));
    expect(talk?.speakers).toEqual([{ name: 'Ann Lee (Pier, Harbour)' }, { name: 'Bob (Quay)' }]);
    expect(talk?.abstract).toBe('Hello');
  });

  test('an occurrence that was moved stands in its new place only', () => {
    const series = 'DTSTART:20310329T080000Z\nDURATION:PT30M\nRRULE:FREQ=DAILY;COUNT=3';
    const moved = 'DTSTART:20310330T093000Z\nDURATION:PT30M\nRECURRENCE-ID:20310330T080000Z';
    const talks = talksOf(
      calendar(`${series}\nUID:s\nSUMMARY:Standup`, `${moved}\nUID:s\nSUMMARY:Standup`),
    );
    expect(talks.map((talk) => factsOf(talk).start)).toEqual([
      '2031-03-29T08:00:00.000Z',
      '2031-03-30T09:30:00.000Z',
      '2031-03-31T08:00:00.000Z',
    ]);
  });
});

describe('xCal in its three spellings', () => {
  const facts = {
    id: '7',
    title: 'Tide',
    start: '2031-03-29T09:00:00.000Z',
    end: '2031-03-29T10:00:00.000Z',
    room: 'Pier',
    speakers: ['Ann Lee'],
  };
  const bare = `<iCalendar><vcalendar><vevent><uid>7</uid><dtstart>20310329T090000Z</dtstart>
    <dtend>20310329T100000Z</dtend><summary>Tide</summary><location>Pier</location>
    <categories>Water</categories><attendee>Ann Lee</attendee></vevent></vcalendar></iCalendar>`;
  const prefixed = bare
    .replace(/<(\/?)(?=[a-z])/gi, '<$1xCal:')
    .replace('<xCal:iCalendar>', '<xCal:iCalendar xmlns:xCal="urn:ietf:params:xml:ns:xcal">');
  const standard = `<icalendar xmlns="urn:ietf:params:xml:ns:icalendar-2.0"><vcalendar><components><vevent>
    <properties><uid><text>7</text></uid><dtstart><parameters><tzid><text>Europe/Berlin</text></tzid></parameters>
    <date-time>2031-03-29T10:00:00</date-time></dtstart><duration><duration>PT1H</duration></duration>
    <summary><text>Tide</text></summary><location><text>Pier</text></location><categories><text>Water</text></categories>
    <attendee><text>Ann Lee</text></attendee></properties></vevent></components></vcalendar></icalendar>`;

  test.each([
    ['bare, as Pentabarf and pretalx', bare],
    ['with a prefix', prefixed],
    ['by RFC 6321', standard],
  ])('%s', (_, text) => {
    const talks = talksOf(text);
    expect(talks.map(factsOf)).toEqual([facts]);
    expect(talks[0]?.track).toBe('Water');
  });
});

describe('CSV that went through a spreadsheet', () => {
  test('semicolons, a byte order mark, dotted dates, and an end after midnight', () => {
    const text = [
      '\u{feff}sep=;',
      'ID;Titel;Sprecher;Datum;Beginn;Ende;Raum;Sprache',
      '1;"Hallo; Welt";Ann Müller, Bob Öz;29.03.2031;9:30;10:15;Saal;Deutsch',
      '2;Spät;;29.3.2031;22:30;00:15;Saal;eng',
      '',
    ].join('\r\n');
    const talks = talksOf(text, 'Europe/Berlin');
    expect(talks.map(factsOf)).toEqual([
      {
        id: '1',
        title: 'Hallo; Welt',
        start: '2031-03-29T08:30:00.000Z',
        end: '2031-03-29T09:15:00.000Z',
        room: 'Saal',
        speakers: ['Ann Müller', 'Bob Öz'],
      },
      {
        id: '2',
        title: 'Spät',
        start: '2031-03-29T21:30:00.000Z',
        end: '2031-03-29T23:15:00.000Z',
        room: 'Saal',
        speakers: [],
      },
    ]);
    expect(talks.map((talk) => talk.language)).toEqual(['de', 'en']);
  });

  test.each([
    ['12:05 AM', '00:05'],
    ['9:30 am', '09:30'],
    ['12:30 PM', '12:30'],
    ['1:15 p.m.', '13:15'],
  ])('%s is %s', (written, clock) => {
    const [talk] = talksOf(`Title,Date,Start Time,Duration\nA,2031/03/29,${written},30`, 'UTC');
    expect(talk && factsOf(talk).start).toBe(`2031-03-29T${clock}:00.000Z`);
  });

  test('a date whose order nobody can know is not guessed', () => {
    expect(() => talksOf('Title,Date,Start Time\nA,2/1/2031,10:00', 'UTC')).toThrow(
      'None of the talks in the schedule has a start that Hallway can read.',
    );
  });
});

describe('the Pentabarf family, at its edges', () => {
  test('people and links may be bare texts in JSON', () => {
    const talk = {
      id: 1,
      title: 'Tide',
      date: '2031-03-29T10:00:00+01:00',
      duration: '0:45:00',
      persons: ['Ann Lee', { public_name: 'Bob' }],
      links: ['https://example.org/', { url: 'https://example.org/b', title: 'B' }],
    };
    const conference = { title: 'Tiny', days: [{ rooms: { Pier: [talk] } }] };
    const [read] = talksOf(JSON.stringify({ schedule: { conference } }));
    expect(read?.speakers.map(({ name }) => name)).toEqual(['Ann Lee', 'Bob']);
    expect(read?.links.map(({ url }) => url)).toEqual([
      'https://example.org/',
      'https://example.org/b',
    ]);
    expect(read && (read.end - read.start) / 60_000).toBe(45);
  });

  test.each([
    ['1:07:00', 31 * 60],
    ['1:30:00', 90],
    ['0:20:00', 20],
    ['00:20:00', 20],
  ])('a duration of %s is %i minutes', (written, minutes) => {
    const more = `<start>10:00</start><duration>${written}</duration>`;
    const { conference } = decodeSchedule(pentabarf(event('1', more)), { timeZone: 'UTC' });
    expect(conference.talks.map(({ start, end }) => (end - start) / 60_000)).toEqual([minutes]);
  });

  test('an address stays as it is written', () => {
    const more = `${AT_TEN}<url>http://example.org</url>`;
    const { conference } = decodeSchedule(pentabarf(event('1', more)), { timeZone: 'UTC' });
    expect(conference.talks[0]?.url).toBe('http://example.org');
  });

  test('a title of megabytes is cut, so that no list or card has to carry it', () => {
    const title = 'whale '.repeat(100_000);
    const document = pentabarf(event('1', AT_TEN, title));
    const { conference } = decodeSchedule(document, { timeZone: 'UTC' });
    expect(conference.talks[0]?.title).toHaveLength(1_000);
    expect(conference.talks[0]?.title.endsWith('…')).toBe(true);
  });
});

test.each([
  ['behind a comment', '<!-- cached --><html><body><br></body></html>'],
  ['behind an XML declaration', '<?xml version="1.0"?>\n<!DOCTYPE html><html><br></html>'],
  ['without its usual head', '<head><meta charset="utf-8"></head><body>Forbidden'],
])('a web page is called one, also %s', (_, page) => {
  expect(() => talksOf(page)).toThrow('This is a web page (HTML), not a schedule');
});
