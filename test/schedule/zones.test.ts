import { describe, expect, test } from 'vitest';
import { decodeSchedule } from '../../src/schedule/decode.ts';
import {
  calendar,
  findingsOf,
  programmeOf,
  vevent,
  yearlyZone,
  zoneOf,
} from './support/calendars.ts';
import { bytesOf, event, pentabarf } from './support/schedules.ts';

const talk = (tzid: string, id = 'a') =>
  vevent(`UID:${id}`, `DTSTART;TZID=${tzid}:20310707T100000`, 'DURATION:PT1H');

const LAST_SUNDAYS = ['BYDAY=-1SU;BYMONTH=10', 'BYDAY=-1SU;BYMONTH=3'] as const;
const european = (tzid: string, standard: string, daylight: string) =>
  yearlyZone(tzid, [LAST_SUNDAYS[0], standard], [LAST_SUNDAYS[1], daylight]);
const american = (tzid: string, standard: string, daylight: string) =>
  yearlyZone(tzid, ['BYDAY=1SU;BYMONTH=11', standard], ['BYDAY=2SU;BYMONTH=3', daylight]);

describe("a calendar's zone of the name", () => {
  test.each([
    ['GMT', european('GMT', '+0000', '+0100'), 'Europe/London', '+01:00'],
    ['CET', european('CET', '+0100', '+0200'), 'Europe/Berlin', '+02:00'],
    ['EST', american('EST', '-0500', '-0400'), 'America/New_York', '-04:00'],
    ['MST', american('MST', '-0700', '-0600'), 'America/Denver', '-06:00'],
    ['Somewhere', european('Somewhere', '+0200', '+0300'), 'Europe/Kiev', '+03:00'],
  ])('%s is what its VTIMEZONE says', (tzid, rules, zone, offset) => {
    const bytes = calendar([...rules, ...talk(tzid)]);

    const found = zoneOf(bytes);
    expect(found === 'Europe/Kyiv' ? 'Europe/Kiev' : found).toBe(zone);
    expect(programmeOf(bytes)).toEqual([`a 2031-07-07T10:00:00${offset}/11:00:00${offset}`]);
    expect(findingsOf(bytes)).toEqual(['zone-unnamed 1']);
  });

  test('EST with rules leaves the venue to the configured zone', () => {
    const bytes = calendar([...american('EST', '-0500', '-0400'), ...talk('EST')]);

    expect(zoneOf(bytes, 'America/Toronto')).toBe('America/Toronto');
    expect(programmeOf(bytes, 'Europe/Paris')).toEqual([
      'a 2031-07-07T16:00:00+02:00/17:00:00+02:00',
    ]);
  });

  test('a rule of no zone on Earth is kept to, and shown at its offset', () => {
    const rules = yearlyZone(
      'Atlantis',
      ['BYDAY=1MO;BYMONTH=9', '-0100'],
      ['BYDAY=1MO;BYMONTH=5', '+0130'],
    );
    const winter = vevent('UID:b', 'DTSTART;TZID=Atlantis:20310107T100000', 'DURATION:PT1H');
    const bytes = calendar([...rules, ...talk('Atlantis'), ...winter]);

    expect(decodeSchedule(bytes).conference.talks.map(({ start }) => start)).toEqual([
      Date.UTC(2031, 0, 7, 11),
      Date.UTC(2031, 6, 7, 8, 30),
    ]);
  });

  test.each([
    ['Pacific Standard Time', 'America/Los_Angeles'],
    ['w. europe standard time', 'Europe/Berlin'],
    ['Eastern Time (US & Canada)', 'America/New_York'],
  ])('%s is known without rules', (tzid, zone) => {
    expect(zoneOf(calendar(talk(tzid)))).toBe(zone);
    expect(zoneOf(calendar(talk(tzid)), 'Pacific/Auckland')).toBe('Pacific/Auckland');
  });

  test.each([
    ['/example.org/2031_1/America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
    ['/mozilla.org/20050126_1/Europe/Berlin', 'Europe/Berlin'],
    ['europe/berlin', 'Europe/Berlin'],
    ['Japan', 'Asia/Tokyo'],
  ])('%s names a place', (tzid, zone) => {
    const bytes = calendar(talk(tzid));
    const found = zoneOf(bytes);

    const same = [found, zone].map((name) =>
      Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name),
    );
    expect(same[0]?.equals(same[1] ?? '')).toBe(true);
    expect(findingsOf(bytes)).toEqual([]);
  });

  test.each(['EST', 'Atlantis', 'Mars/Phobos', '__proto__', 'constructor'])(
    '%s without rules is none, which is said, and the venue has it',
    (tzid) => {
      const bytes = calendar(talk(tzid));

      expect(programmeOf(bytes, 'Asia/Tokyo')).toEqual([
        'a 2031-07-07T10:00:00+09:00/11:00:00+09:00',
      ]);
      expect(findingsOf(bytes, 'Asia/Tokyo')).toEqual(['zone-unknown 1']);
      expect(() => zoneOf(bytes)).toThrow('does not say in which time zone');
    },
  );
});

describe("the venue's zone of a calendar", () => {
  const utc = vevent('UID:u', 'DTSTART:20310707T080000Z', 'DURATION:PT1H');

  test('is not UTC, which programs write for want of one', () => {
    const bytes = calendar(utc, ['X-WR-TIMEZONE:UTC']);

    expect(zoneOf(bytes, 'Europe/Amsterdam')).toBe('Europe/Amsterdam');
    expect(findingsOf(bytes, 'Europe/Amsterdam')).toEqual([]);
    expect(zoneOf(bytes)).toBe('UTC');
    expect(zoneOf(calendar([...utc, ...talk('Asia/Tokyo')], ['X-WR-TIMEZONE:UTC']))).toBe(
      'Asia/Tokyo',
    );
    const floating = vevent('UID:f', 'DTSTART:20310707T080000');
    expect(zoneOf(calendar(floating, ['X-WR-TIMEZONE:UTC']))).toBe('UTC');
  });

  test('is that of most talks, the name of a place before another', () => {
    const [berlin, tokyo] = [talk('Europe/Berlin', 'b'), talk('Asia/Tokyo', 't')];

    expect(zoneOf(calendar([...tokyo, ...berlin, ...talk('Asia/Tokyo')]))).toBe('Asia/Tokyo');
    expect(zoneOf(calendar([...talk('Pacific Standard Time'), ...berlin]))).toBe('Europe/Berlin');
  });

  test('is the one it describes, where the talks are in UTC', () => {
    const rules = european('Europe/Madrid', '+0100', '+0200');

    expect(zoneOf(calendar([...rules, ...utc]))).toBe('Europe/Madrid');
  });

  test('is found whichever entry comes first', () => {
    const day = vevent('UID:d', 'DTSTART;VALUE=DATE:20310707');
    const rules = european('W. Europe Standard Time', '+0100', '+0200');
    const entries = talk('W. Europe Standard Time');

    expect(programmeOf(calendar([...rules, ...day, ...entries]))).toEqual(
      programmeOf(calendar([...rules, ...entries, ...day])),
    );
  });
});

describe("the venue's zone of a frab schedule", () => {
  const dated = (id: string, date: string, start: string) =>
    event(id, `<date>${date}</date><start>${start}</start><duration>00:30</duration>`);
  const saturday = dated('1', '2031-10-25T10:00:00+02:00', '10:00');
  const sunday = dated('2', '2031-10-26T10:00:00+01:00', '10:00');
  const named = (zone: string) => ({
    conference: `<title>Tiny</title><time_zone_name>${zone}</time_zone_name>`,
  });

  test.each(['Berlin', 'W. Europe Standard Time'])('may be called %s', (name) => {
    const bytes = pentabarf(saturday + sunday, named(name));

    expect(programmeOf(bytes)).toEqual([
      '1 2031-10-25T10:00:00+02:00/10:30:00+02:00',
      '2 2031-10-26T10:00:00+01:00/10:30:00+01:00',
    ]);
  });

  test('has a summer time where the offsets change', () => {
    expect(zoneOf(pentabarf(saturday + sunday))).toBe('Europe/Berlin');
    expect(zoneOf(pentabarf(saturday))).toBe('Etc/GMT-2');
    const york = [
      dated('1', '2031-11-01T10:00:00-04:00', '10:00'),
      dated('2', '2031-11-02T10:00:00-05:00', '10:00'),
    ];
    expect(zoneOf(pentabarf(york.join('')))).toBe('America/New_York');
  });

  test('is what the starts show, where dates are in UTC', () => {
    const bytes = pentabarf(
      [
        dated('1', '2031-07-06T08:45:00+00:00', '10:45'),
        dated('2', '2031-07-06T11:30:00+02:00', '11:30'),
        dated('3', '2031-07-06T23:30:00Z', '01:30'),
      ].join(''),
    );

    expect(programmeOf(bytes)).toEqual([
      '1 2031-07-06T10:45:00+02:00/11:15:00+02:00',
      '2 2031-07-06T11:30:00+02:00/12:00:00+02:00',
      '3 2031-07-07T01:30:00+02:00/02:00:00+02:00',
    ]);
  });

  test('is that of most talks where one slipped', () => {
    const slip = dated('3', '2031-10-25T12:00:00+02:00', '13:00');

    expect(zoneOf(pentabarf(saturday + slip))).toBe('Etc/GMT-2');
  });

  test('an abbreviation is taken where nothing else tells', () => {
    const bytes = pentabarf(event('1', '<start>10:00</start>'), named('CET'));

    expect(programmeOf(bytes)[0]).toMatch(/^1 2031-03-29T10:00:00\+01:00/);
  });
});

test("xCal: each talk's own zone counts", () => {
  const vevents = ['America/New_York', 'Europe/Berlin', 'Europe/Berlin'].map(
    (tzid, at) =>
      `<vevent><uid>${at}</uid><summary>T</summary><dtstart tzid="${tzid}">20310707T100000</dtstart><dtend tzid="${tzid}">20310707T110000</dtend></vevent>`,
  );
  const bytes = bytesOf(`<iCalendar><vcalendar>${vevents.join('')}</vcalendar></iCalendar>`);

  expect(programmeOf(bytes)).toEqual([
    '1 2031-07-07T10:00:00+02:00/11:00:00+02:00',
    '2 2031-07-07T10:00:00+02:00/11:00:00+02:00',
    '0 2031-07-07T16:00:00+02:00/17:00:00+02:00',
  ]);
});
