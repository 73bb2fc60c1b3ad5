import { describe, expect, test } from 'vitest';
import { decodeSchedule } from '../../src/schedule/decode.ts';
import { AT_TEN, bytesOf, event, pentabarf } from './support/schedules.ts';

const BERLIN = { timeZone: 'Europe/Berlin' };
const ZONED = '<title>Tiny</title><time_zone_name>Europe/Berlin</time_zone_name>';

function startsOf(bytes: Uint8Array, options = {}): readonly string[] {
  return decodeSchedule(bytes, options).conference.talks.map((talk) =>
    new Date(talk.start).toISOString(),
  );
}

function warningsOf(
  bytes: Uint8Array,
  options = {},
): readonly (readonly [string, number, string])[] {
  return decodeSchedule(bytes, options).warnings.map(({ code, count, path }) => [
    code,
    count,
    path,
  ]);
}

function talksOf(bytes: Uint8Array, options = BERLIN) {
  return decodeSchedule(bytes, options).conference.talks;
}

const FIRST = 'schedule.day[0].room[0].event[0]';

describe('dates', () => {
  const dated = (date: string, start: string) =>
    event('1', `<date>${date}</date><start>${start}</start><duration>01:00</duration>`);

  test("an event's own date beats the day it is listed under", () => {
    const events = dated('2031-03-31T00:15:00+02:00', '00:15');
    expect(startsOf(pentabarf(events, { conference: ZONED }))).toEqual([
      '2031-03-30T22:15:00.000Z',
    ]);
  });

  test('the start is trusted where date and start disagree in a known zone', () => {
    const events = dated('2031-03-29T10:00:00+00:00', '10:00');
    expect(startsOf(pentabarf(events, { conference: ZONED }))).toEqual([
      '2031-03-29T09:00:00.000Z',
    ]);
    expect(warningsOf(pentabarf(events, { conference: ZONED }))).toContainEqual([
      'date-start-differ',
      1,
      FIRST,
    ]);
  });

  test('the trusted start is the nearest one, also across midnight', () => {
    const events = dated('2031-03-29T23:30:00+00:00', '23:30');
    expect(startsOf(pentabarf(events, { conference: ZONED }))).toEqual([
      '2031-03-29T22:30:00.000Z',
    ]);
  });

  test('only the date counts where no zone is known, and the zone is named after the offset', () => {
    const bytes = pentabarf(dated('2031-03-29T10:00:00+05:30', '11:00'));
    expect(startsOf(bytes)).toEqual(['2031-03-29T04:30:00.000Z']);
    expect(decodeSchedule(bytes).conference.timeZone).toBe('+05:30');
    expect(warningsOf(bytes)).toContainEqual([
      'zone-unnamed',
      1,
      'schedule.conference.time_zone_name',
    ]);
  });

  test.each(['-13:00', '+14:30', '+25:00', '+99:99'])(
    'an offset that no clock has (%s) makes a date unreadable, not the schedule',
    (offset) => {
      const events = dated(`2031-03-29T10:00:00${offset}`, '10:00');
      expect(startsOf(pentabarf(events), BERLIN)).toEqual(['2031-03-29T09:00:00.000Z']);
      expect(() => startsOf(pentabarf(events))).toThrow('does not say in which time zone');
    },
  );

  test.each(['-12:00', '+14:00'])('an offset that some clock has (%s) is read', (offset) => {
    const bytes = pentabarf(dated(`2031-03-29T10:00:00${offset}`, '10:00'));
    const { timeZone, talks } = decodeSchedule(bytes).conference;
    expect([timeZone, talks[0]?.start]).toEqual([
      offset.startsWith('-') ? 'Etc/GMT+12' : 'Etc/GMT-14',
      Date.parse(`2031-03-29T10:00:00${offset}`),
    ]);
  });

  test('24:00 is the midnight that ends a day', () => {
    const events = event('1', '<start>24:00</start><duration>00:30</duration>');
    expect(startsOf(pentabarf(events), BERLIN)).toEqual(['2031-03-29T23:00:00.000Z']);
  });

  test('days are in the order of time, also where the years have more digits', () => {
    const events = [
      event('1', '<date>9999-12-31</date><start>24:00</start><duration>05:00</duration>'),
      event('2', '<date>9999-12-31</date><start>10:00</start><duration>00:30</duration>'),
      event('3', '<date>9999-12-31</date><start>23:00</start><duration>00:30</duration>'),
      event('4', '<date>9999-12-31T23:59:00-12:00</date>'),
    ];
    const { days } = decodeSchedule(pentabarf(events.join('')), { timeZone: 'UTC' }).conference;
    expect(days.map(({ index, date }) => [index, date])).toEqual([
      [1, '2031-03-29'],
      [2, '9999-12-31'],
      [3, '+010000-01-01'],
    ]);
  });

  test('an end without an offset is on the clock of the venue', () => {
    const events = event('1', '<start>10:00</start><end>2031-03-29T10:45:00</end>');
    const [talk] = talksOf(pentabarf(events));
    expect(talk?.end).toBe(Date.UTC(2031, 2, 29, 9, 45));
  });

  test('an end after midnight is on the clock of that night, also when the clocks change', () => {
    const rows = 'ID,Title,Date,Start time,End time\n1,T,2031-03-30,23:00,01:00\n';
    const [talk] = talksOf(bytesOf(rows));
    expect([talk?.start, talk?.end]).toEqual([
      Date.UTC(2031, 2, 30, 21),
      Date.UTC(2031, 2, 30, 23),
    ]);
  });

  test('without a date a start before the day change belongs to the next morning', () => {
    const late = event('1', '<start>03:59</start><duration>00:30</duration>');
    const early = event('2', '<start>04:00</start><duration>00:30</duration>');
    expect(startsOf(pentabarf(late + early), BERLIN)).toEqual([
      '2031-03-29T03:00:00.000Z',
      '2031-03-30T01:59:00.000Z',
    ]);
    const conference = '<title>Tiny</title><day_change>00:00</day_change>';
    expect(startsOf(pentabarf(late, { conference }), BERLIN)).toEqual(['2031-03-29T02:59:00.000Z']);
  });

  test('a wall time that the clocks skip is read with the offset before the gap', () => {
    const events = event(
      '1',
      '<date>2031-03-30</date><start>02:30</start><duration>00:30</duration>',
    );
    expect(startsOf(pentabarf(events), BERLIN)).toEqual(['2031-03-30T01:30:00.000Z']);
  });

  test('a talk without any readable start is left out and told', () => {
    const bytes = pentabarf(
      event('1', AT_TEN) + event('2', '<start>soon</start>') + event('3', ''),
    );
    expect(startsOf(bytes, BERLIN)).toHaveLength(1);
    expect(warningsOf(bytes, BERLIN)).toContainEqual([
      'talk-unscheduled',
      2,
      'schedule.day[0].room[0].event[1]',
    ]);
  });

  test.each([
    ['00:45', 45],
    ['00:45:00', 45],
    ['55:00', 55 * 60],
    ['2:07:00', 55 * 60],
    ['45', 45],
    ['PT1H30M', 90],
    ['P2DT7H', 55 * 60],
    ['PT0.0004S', 0],
    ['later', 0],
  ])('a duration of %s is %i minutes', (duration, minutes) => {
    const [talk] = talksOf(
      pentabarf(event('1', `<start>10:00</start><duration>${duration}</duration>`)),
    );
    expect(((talk?.end ?? 0) - (talk?.start ?? 0)) / 60_000).toBe(minutes);
  });
});

describe('zones', () => {
  test('a schedule with wall times and no zone is refused with what to do', () => {
    expect(() => decodeSchedule(pentabarf(event('1', AT_TEN)))).toThrow(
      'The schedule does not say in which time zone it is; name the venue’s zone, as in --zone Europe/Brussels.',
    );
  });

  test("the schedule's own zone wins over the configured one, with a warning", () => {
    const bytes = pentabarf(event('1', AT_TEN), { conference: ZONED });
    const decoded = decodeSchedule(bytes, { timeZone: 'Asia/Tokyo' });
    expect(decoded.conference.timeZone).toBe('Europe/Berlin');
    expect(decoded.warnings).toContainEqual(
      expect.objectContaining({ code: 'zone-differs', example: 'Europe/Berlin' }),
    );
    expect(warningsOf(bytes, { timeZone: 'europe/berlin' }).map(([code]) => code)).not.toContain(
      'zone-differs',
    );
  });

  test('a zone that does not exist is ignored where the schedule names it, refused where configured', () => {
    const conference = '<title>Tiny</title><time_zone_name>Mars/Phobos</time_zone_name>';
    const bytes = pentabarf(event('1', AT_TEN), { conference });
    expect(decodeSchedule(bytes, BERLIN).conference.timeZone).toBe('Europe/Berlin');
    expect(warningsOf(bytes, BERLIN)).toContainEqual([
      'zone-unknown',
      1,
      'schedule.conference.time_zone_name',
    ]);
    expect(() => decodeSchedule(bytes, { timeZone: 'Berlin' })).toThrow(
      '“Berlin” is not an IANA time zone; one looks like Europe/Brussels.',
    );
  });
});

describe('days', () => {
  const listed = (days: Readonly<Record<string, readonly string[]>>) => {
    let id = 0;
    const value = Object.entries(days).map(([date, starts], at) => ({
      ...{ index: at + 1, date },
      rooms: {
        Pier: starts.map((start) => {
          id += 1;
          return { id, title: `T${id}`, date: `${start}:00+02:00`, duration: '00:30' };
        }),
      },
    }));
    const conference = { title: 'Tiny', time_zone_name: 'Europe/Berlin', days: value };
    return decodeSchedule(bytesOf(JSON.stringify({ schedule: { conference } }))).conference;
  };
  /** Each talk as `date: id`. */
  const dayOfEach = ({ days, talks }: ReturnType<typeof listed>) =>
    talks.map(({ id, start }) => {
      const day = days.find((one) => one.start <= start && start < one.end);
      return `${day?.index} ${day?.date}: ${id}`;
    });

  test('are those that the source lists, also for a talk before the first morning', () => {
    const conference = listed({ '2031-07-04': ['2031-07-04T00:30', '2031-07-04T12:00'] });

    expect(conference.days.map(({ date }) => date)).toEqual(['2031-07-04']);
    expect(dayOfEach(conference)).toEqual(['1 2031-07-04: 1', '1 2031-07-04: 2']);
  });

  test('end where the source ends them', () => {
    const conference = listed({
      '2031-07-04': ['2031-07-04T20:00', '2031-07-05T05:30'],
      '2031-07-05': ['2031-07-05T05:45', '2031-07-05T12:00'],
      '2031-07-06': ['2031-07-06T00:10', '2031-07-07T04:30'],
    });

    expect(dayOfEach(conference)).toEqual([
      '1 2031-07-04: 1',
      '1 2031-07-04: 2',
      '2 2031-07-05: 3',
      '2 2031-07-05: 4',
      '3 2031-07-06: 5',
      '3 2031-07-06: 6',
    ]);
  });

  test('that overlap are parted at four in the morning, and a talk on a wrong day has its own', () => {
    const conference = listed({
      '2031-07-04': ['2031-07-04T20:00', '2031-07-05T01:00'],
      '2031-07-05': ['2031-07-05T00:30', '2031-07-05T12:00', '2031-07-08T12:00'],
    });

    expect(dayOfEach(conference)).toEqual([
      '1 2031-07-04: 1',
      '1 2031-07-04: 3',
      '1 2031-07-04: 2',
      '2 2031-07-05: 4',
      '3 2031-07-08: 5',
    ]);
  });
});
