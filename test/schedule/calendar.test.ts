import { describe, expect, test } from 'vitest';
import { decodeSchedule } from '../../src/schedule/decode.ts';
import { calendar, vevent } from './support/calendars.ts';
import { bytesOf } from './support/schedules.ts';

function spansOf(bytes: Uint8Array, timeZone?: string): readonly (readonly string[])[] {
  return decodeSchedule(bytes, { timeZone }).conference.talks.map(({ id, start, end }) => [
    id,
    new Date(start).toISOString(),
    new Date(end).toISOString(),
  ]);
}

describe('iCalendar', () => {
  test('ends come from DTEND, DURATION, or not at all', () => {
    const bytes = calendar([
      ...vevent('UID:a', 'DTSTART;TZID=Europe/Berlin:20310701T100000', 'DURATION:PT45M'),
      ...vevent('UID:b', 'DTSTART:20310701T090000Z', 'DTEND:20310701T093000Z'),
      ...vevent('UID:c', 'DTSTART;TZID=Europe/Berlin:20310701T120000'),
    ]);
    expect(spansOf(bytes)).toEqual([
      ['a', '2031-07-01T08:00:00.000Z', '2031-07-01T08:45:00.000Z'],
      ['b', '2031-07-01T09:00:00.000Z', '2031-07-01T09:30:00.000Z'],
      ['c', '2031-07-01T10:00:00.000Z', '2031-07-01T10:00:00.000Z'],
    ]);
  });

  test('a floating time needs a zone, named or configured', () => {
    const floating = vevent('UID:a', 'DTSTART:20310701T100000');
    expect(() => spansOf(calendar(floating))).toThrow('does not say in which time zone');
    expect(spansOf(calendar(floating), 'Asia/Tokyo')[0]?.[1]).toBe('2031-07-01T01:00:00.000Z');
    expect(spansOf(calendar(floating, ['X-WR-TIMEZONE:Asia/Tokyo']))[0]?.[1]).toBe(
      '2031-07-01T01:00:00.000Z',
    );
  });

  test('a zone of unknown name is read by the rules of its VTIMEZONE, whose own dates are no events', () => {
    const rules = [
      'BEGIN:VTIMEZONE',
      'TZID:Somewhere Standard Time',
      'BEGIN:STANDARD',
      'DTSTART:16010101T030000',
      'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10',
      'TZOFFSETFROM:+0200',
      'TZOFFSETTO:+0100',
      'END:STANDARD',
      'BEGIN:DAYLIGHT',
      'DTSTART:16010101T020000',
      'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+0200',
      'END:DAYLIGHT',
      'END:VTIMEZONE',
    ];
    const event = vevent(
      'UID:a',
      'DTSTART;TZID=Somewhere Standard Time:20310701T100000',
      'DURATION:PT1H',
    );
    const decoded = decodeSchedule(calendar([...rules, ...event]));
    expect(decoded.conference.talks.map((talk) => new Date(talk.start).toISOString())).toEqual([
      '2031-07-01T08:00:00.000Z',
    ]);
    expect(decoded.warnings.map((warning) => warning.code)).toContain('zone-unnamed');
  });

  test.each(['/mozilla.org/20050126_1/Europe/Berlin', 'europe/berlin'])(
    'knows the zone behind %s',
    (tzid) => {
      const bytes = calendar(vevent('UID:a', `DTSTART;TZID=${tzid}:20310701T100000`));
      expect(decodeSchedule(bytes).conference.timeZone).toBe('Europe/Berlin');
      expect(spansOf(bytes)[0]?.[1]).toBe('2031-07-01T08:00:00.000Z');
    },
  );

  test('an all-day entry opens its own day at midnight and makes no day before it', () => {
    const bytes = calendar([
      ...vevent('UID:a', 'DTSTART;VALUE=DATE:20310701'),
      ...vevent('UID:b', 'DTSTART;TZID=Europe/Berlin:20310701T100000', 'DURATION:PT1H'),
    ]);
    const { days } = decodeSchedule(bytes).conference;
    expect(
      days.map(({ date, start, end }) => [
        date,
        new Date(start).toISOString(),
        new Date(end).toISOString(),
      ]),
    ).toEqual([['2031-07-01', '2031-06-30T22:00:00.000Z', '2031-07-02T02:00:00.000Z']]);
  });

  test('simple recurrences become talks of their own, endless ones do not', () => {
    const bytes = calendar([
      ...vevent(
        'UID:daily',
        'DTSTART;TZID=Europe/Berlin:20310329T080000',
        'DURATION:PT1H',
        'RRULE:FREQ=DAILY;COUNT=4',
        'EXDATE;TZID=Europe/Berlin:20310331T080000',
      ),
      ...vevent('UID:endless', 'DTSTART;TZID=Europe/Berlin:20310329T090000', 'RRULE:FREQ=SECONDLY'),
      ...vevent(
        'UID:never',
        'DTSTART;TZID=Europe/Berlin:20310329T090000',
        'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=3',
      ),
    ]);
    expect(spansOf(bytes).map(([id, start]) => [id, start])).toEqual([
      ['daily', '2031-03-29T07:00:00.000Z'],
      ['endless', '2031-03-29T08:00:00.000Z'],
      ['never', '2031-03-29T08:00:00.000Z'],
      ['daily-2', '2031-03-30T06:00:00.000Z'],
      ['daily-4', '2031-04-01T06:00:00.000Z'],
    ]);
  });

  test.each([
    ['every seventh day that is a Monday', 'FREQ=DAILY;INTERVAL=7;BYDAY=MO;COUNT=5'],
    ['every millionth year', 'FREQ=WEEKLY;INTERVAL=99999999999;COUNT=3'],
    ['until before it began', 'FREQ=DAILY;UNTIL=19000101T000000Z'],
  ])('a recurrence that never comes takes place once: %s', (_, rule) => {
    const bytes = calendar(vevent('UID:a', 'DTSTART:20310325T100000Z', `RRULE:${rule}`));
    expect(spansOf(bytes).map(([id, start]) => [id, start])).toEqual([
      ['a', '2031-03-25T10:00:00.000Z'],
    ]);
  });

  test('occurrences of one event are no duplicates', () => {
    const rule = 'RRULE:FREQ=DAILY;COUNT=3';
    const bytes = calendar(vevent('UID:a', 'DTSTART:20310325T100000Z', rule));
    const { warnings } = decodeSchedule(bytes);
    expect(warnings.map(({ code }) => code)).not.toContain('id-duplicate');
  });

  test('an end beyond all calendars is brought within reach', () => {
    const bytes = calendar(
      vevent('UID:a', 'DTSTART:20310325T100000Z', 'DURATION:P99999999999999W'),
    );
    expect(spansOf(bytes)).toEqual([['a', '2031-03-25T10:00:00.000Z', '2031-07-03T10:00:00.000Z']]);
  });

  test('an unreadable start is told', () => {
    const bytes = calendar([
      ...vevent('UID:a', 'DTSTART:20310701T090000Z'),
      ...vevent('UID:b', 'DTSTART:20311301T090000Z'),
    ]);
    const decoded = decodeSchedule(bytes);
    expect(decoded.conference.talks.map(({ id }) => id)).toEqual(['a']);
    expect(decoded.warnings.map((warning) => [warning.code, warning.path])).toContainEqual([
      'talk-unscheduled',
      'VCALENDAR.VEVENT[1]',
    ]);
  });

  test.each([
    ['Rust - C++ bridges - Ann, Bob', 'Rust - C++ bridges', ['Ann', 'Bob']],
    ['No speaker yet - ', 'No speaker yet', []],
    ['Plain', 'Plain', []],
  ])('pretalx writes "%s"', (summary, title, speakers) => {
    const escaped = summary.replaceAll(',', '\\,');
    const bytes = calendar([
      'BEGIN:VEVENT',
      'UID:pretalx-x-ABC123@h.example',
      `SUMMARY:${escaped}`,
      'DTSTART:20310701T090000Z',
      'END:VEVENT',
    ]);
    const [talk] = decodeSchedule(bytes).conference.talks;
    expect([talk?.title, talk?.speakers.map((speaker) => speaker.name)]).toEqual([title, speakers]);
  });

  test('lines folded inside a character are joined before decoding', () => {
    const line = bytesOf('SUMMARY:Größe und 東京 für alle');
    const head = bytesOf(
      'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART:20310701T090000Z\r\n',
    );
    const tail = bytesOf('\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n');
    for (let at = 9; at < line.length; at += 1) {
      const folded = Uint8Array.from([
        ...head,
        ...line.slice(0, at),
        13,
        10,
        32,
        ...line.slice(at),
        ...tail,
      ]);
      expect(decodeSchedule(folded).conference.talks[0]?.title).toBe('Größe und 東京 für alle');
    }
  });
});
