import { describe, expect, test } from 'vitest';
import { decodeSchedule } from '../../src/schedule/decode.ts';
import { calendar, findingsOf, programmeOf, vevent } from './support/calendars.ts';

const BERLIN = 'TZID=Europe/Berlin';
const VENUE = ['X-WR-TIMEZONE:Europe/Berlin'];
/** Ten to eleven on three days in July. */
const WALK = [`DTSTART;${BERLIN}:20310706T100000`, 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=3'];
const FIRST = 'walk 2031-07-06T10:00:00+02:00/11:00:00+02:00';
const THIRD = 'walk-3 2031-07-08T10:00:00+02:00/11:00:00+02:00';

describe('what is left out of a recurrence', () => {
  test.each([
    ['on the clock of the event', `EXDATE;${BERLIN}:20310707T100000`],
    ['in UTC', 'EXDATE:20310707T080000Z'],
    ['in another zone', 'EXDATE;TZID=Europe/London:20310707T090000'],
    ['as a day', 'EXDATE;VALUE=DATE:20310707'],
    ['among others', 'EXDATE:20310101T080000Z,20310707T080000Z'],
    ['with a minute between', 'EXDATE:20310707T080100Z\r\nEXDATE:20310707T080000Z'],
  ])('is the same instant or day, written %s', (_, exception) => {
    const bytes = calendar(vevent('UID:walk', ...WALK, exception));

    expect(programmeOf(bytes)).toEqual([FIRST, THIRD]);
  });

  test.each([
    ['a time on its clock', `EXDATE;${BERLIN}:20310707T000000`],
    ['midnight in UTC', 'EXDATE:20310707T000000Z'],
    ['that instant in UTC', 'EXDATE:20310706T220000Z'],
    ['a day', 'EXDATE;VALUE=DATE:20310707'],
  ])('among whole days is the day that is written as %s', (_, exception) => {
    const days = ['DTSTART;VALUE=DATE:20310706', 'RRULE:FREQ=DAILY;COUNT=3', exception];
    const bytes = calendar(vevent('UID:expo', ...days), VENUE);

    expect(programmeOf(bytes)).toEqual([
      'expo 2031-07-06T00:00:00+02:00/00:00:00+02:00',
      'expo-3 2031-07-08T00:00:00+02:00/00:00:00+02:00',
    ]);
  });
});

describe('where a recurrence ends', () => {
  const tea = (until: string) =>
    calendar(
      vevent(
        ...['UID:tea', 'DTSTART;TZID=Asia/Tokyo:20310706T080000', 'DURATION:PT30M'],
        `RRULE:FREQ=DAILY;UNTIL=${until}`,
      ),
    );

  test.each([
    ['20310707T230000Z', 3],
    ['20310707T225959Z', 2],
    ['20310708T080000', 3],
    ['20310708T075959', 2],
    ['20310708', 3],
    ['19000101', 1],
  ])('until %s there are %i', (until, count) => {
    expect(programmeOf(tea(until))).toHaveLength(count);
  });

  test('days go on until the day of an instant', () => {
    const days = ['DTSTART;VALUE=DATE:20310706', 'RRULE:FREQ=DAILY;UNTIL=20310707T215959Z'];

    expect(programmeOf(calendar(vevent('UID:expo', ...days), VENUE))).toHaveLength(2);
  });
});

test('a rule runs on the clock of its event, not on that of the venue', () => {
  const call = ['DTSTART;TZID=America/New_York:20311101T100000', 'DURATION:PT30M'];
  const bytes = calendar(vevent('UID:call', ...call, 'RRULE:FREQ=DAILY;COUNT=2'), VENUE);

  expect(programmeOf(bytes)).toEqual([
    'call 2031-11-01T15:00:00+01:00/15:30:00+01:00',
    'call-2 2031-11-02T16:00:00+01:00/16:30:00+01:00',
  ]);
});

test('a rule in UTC stays where it is when the clocks of the venue change', () => {
  const rule = ['DTSTART:20310329T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=2'];

  expect(programmeOf(calendar(vevent('UID:a', ...rule), VENUE))).toEqual([
    'a 2031-03-29T10:00:00+01:00/11:00:00+01:00',
    'a-2 2031-03-30T11:00:00+02:00/12:00:00+02:00',
  ]);
});

test.each([
  ['without a rule', []],
  ['beside a rule, which has one of them too', ['RRULE:FREQ=DAILY;COUNT=2']],
])('further dates %s are occurrences', (_, rule) => {
  const start = [`DTSTART;${BERLIN}:20310706T100000`, 'DURATION:PT1H', ...rule];
  const dates = [`RDATE;${BERLIN}:20310706T140000`, 'RDATE;VALUE=PERIOD:20310707T080000Z/PT1H'];

  expect(programmeOf(calendar(vevent('UID:tour', ...start, ...dates)))).toEqual([
    'tour 2031-07-06T10:00:00+02:00/11:00:00+02:00',
    'tour-2 2031-07-06T14:00:00+02:00/15:00:00+02:00',
    'tour-3 2031-07-07T10:00:00+02:00/11:00:00+02:00',
  ]);
});

describe('an event that stands for one occurrence of another', () => {
  const moved = (id: string, ...more: readonly string[]) =>
    vevent('UID:walk', id, `DTSTART;${BERLIN}:20310707T130000`, 'DURATION:PT2H', ...more);

  test.each([
    `RECURRENCE-ID;${BERLIN}:20310707T100000`,
    'RECURRENCE-ID:20310707T080000Z',
    'RECURRENCE-ID;VALUE=DATE:20310707',
  ])('has its place and its id: %s', (id) => {
    expect(programmeOf(calendar([...vevent('UID:walk', ...WALK), ...moved(id)]))).toEqual([
      FIRST,
      'walk-2 2031-07-07T13:00:00+02:00/15:00:00+02:00',
      THIRD,
    ]);
  });

  test('stands for all later ones where it says so, by as much as it is moved', () => {
    const id = `RECURRENCE-ID;RANGE=THISANDFUTURE;${BERLIN}:20310707T100000`;
    const bytes = calendar([...vevent('UID:walk', ...WALK), ...moved(id, 'LOCATION:Hall')]);

    expect(programmeOf(bytes)).toEqual([
      FIRST,
      'walk-2 2031-07-07T13:00:00+02:00/15:00:00+02:00',
      'walk-3 2031-07-08T13:00:00+02:00/15:00:00+02:00',
    ]);
    expect(decodeSchedule(bytes).conference.talks.map(({ room }) => room)).toEqual([
      undefined,
      'Hall',
      'Hall',
    ]);
  });

  test('cancels that one alone', () => {
    const id = `RECURRENCE-ID;${BERLIN}:20310707T100000`;
    const bytes = calendar([...vevent('UID:walk', ...WALK), ...moved(id, 'STATUS:CANCELLED')]);

    expect(decodeSchedule(bytes).conference.talks.map(({ status }) => status)).toEqual([
      'scheduled',
      'canceled',
      'scheduled',
    ]);
  });

  test('is a talk even where the other is not in the calendar', () => {
    const bytes = calendar(moved(`RECURRENCE-ID;${BERLIN}:20310707T100000`));

    expect(programmeOf(bytes)).toEqual(['walk 2031-07-07T13:00:00+02:00/15:00:00+02:00']);
  });
});

describe('the length of an occurrence', () => {
  const before = `DTSTART;${BERLIN}:20310329T120000`;

  test.each([
    ['days of the calendar', 'DURATION:P1D', '12:00:00+02:00'],
    ['weeks of the calendar', 'DURATION:P1W', '12:00:00+02:00'],
    ['hours as they pass', 'DURATION:PT24H', '13:00:00+02:00'],
    ['both', 'DURATION:P1DT1H', '13:00:00+02:00'],
  ])('is of %s over a change of clocks', (_, duration, end) => {
    expect(programmeOf(calendar(vevent('UID:a', before, duration)))).toEqual([
      `a 2031-03-29T12:00:00+01:00/${end}`,
    ]);
  });

  test('is as exact as that of the first where the first has an end', () => {
    const first = [`DTSTART;${BERLIN}:20310328T233000`, `DTEND;${BERLIN}:20310329T023000`];
    const bytes = calendar(vevent('UID:a', ...first, 'RRULE:FREQ=DAILY;COUNT=2'));

    expect(programmeOf(bytes)).toEqual([
      'a 2031-03-28T23:30:00+01:00/02:30:00+01:00',
      'a-2 2031-03-29T23:30:00+01:00/03:30:00+02:00',
    ]);
  });
});

describe('rules of all kinds', () => {
  const first = [`DTSTART;${BERLIN}:20310107T190000`, 'DURATION:PT2H'];
  const starts = (rule: string) =>
    programmeOf(calendar(vevent('UID:g', ...first, `RRULE:${rule}`))).map((line) =>
      line.split(' ')[1]?.slice(0, 16),
    );

  test.each([
    ['FREQ=MONTHLY;BYDAY=1TU;COUNT=3', ['01-07T19:00', '02-04T19:00', '03-04T19:00']],
    ['FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1;COUNT=3', ['01-07T19:00', '02-03T19:00', '03-03T19:00']],
    ['FREQ=WEEKLY;BYDAY=TU,TH;COUNT=3', ['01-07T19:00', '01-09T19:00', '01-14T19:00']],
    ['FREQ=DAILY;BYHOUR=9,19;COUNT=3', ['01-07T19:00', '01-08T09:00', '01-08T19:00']],
    [
      'FREQ=MONTHLY;INTERVAL=2;BYMONTH=1,3,5;COUNT=3',
      ['01-07T19:00', '03-07T19:00', '05-07T19:00'],
    ],
  ])('%s', (rule, expected) => {
    expect(starts(rule)).toEqual(expected.map((start) => `2031-${start}`));
  });

  test.each([
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=3',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;UNTIL=20991231',
    'FREQ=SECONDLY',
    'FREQ=HOURLY;COUNT=3',
    'FREQ=MONTHLY;BYDAY=99MO;COUNT=5',
    'FREQ=YEARLY;BYMONTH=13',
    'whenever we like',
  ])('one that never comes, or is not for people, is taken once and said so: %s', (rule) => {
    const bytes = calendar(vevent('UID:g', ...first, `RRULE:${rule}`));

    expect(programmeOf(bytes)).toEqual(['g 2031-01-07T19:00:00+01:00/21:00:00+01:00']);
    expect(findingsOf(bytes)).toEqual(['talk-recurring 1', 'recurrence-unread 1']);
  });
});

describe('rules that do not end with the conference', () => {
  const flag = (rule: string, start = '20300101T090000') =>
    vevent('UID:flag', `DTSTART;${BERLIN}:${start}`, 'DURATION:PT15M', `RRULE:${rule}`);
  const talks = ['06T100000', '07T100000'].flatMap((start, at) =>
    vevent(`UID:${at}`, `DTSTART;${BERLIN}:203107${start}`, 'DURATION:PT1H'),
  );
  const flags = (bytes: Uint8Array) => programmeOf(bytes).filter((line) => line.startsWith('flag'));

  test('come on the days of the other talks, however long ago they began', () => {
    const bytes = calendar([...flag('FREQ=DAILY'), ...talks]);

    expect(flags(bytes)).toEqual([
      'flag-2031-07-06 2031-07-06T09:00:00+02:00/09:15:00+02:00',
      'flag-2031-07-07 2031-07-07T09:00:00+02:00/09:15:00+02:00',
    ]);
    expect(findingsOf(bytes)).toEqual(['talk-recurring 1', 'recurrence-endless 1']);
  });

  test('say how many were left out, where they can be counted', () => {
    const bytes = calendar([...flag('FREQ=DAILY;COUNT=1000'), ...talks]);

    expect(flags(bytes)).toHaveLength(2);
    expect(findingsOf(bytes)).toEqual(['talk-recurring 1', 'occurrences-left-out 998']);
  });

  test('lose nothing of what comes up to a hundred times', () => {
    expect(flags(calendar([...flag('FREQ=DAILY;COUNT=90'), ...talks]))).toHaveLength(90);
  });

  test('are refused where all together are more than any conference has', () => {
    const events = Array.from({ length: 250 }, (_, at) =>
      vevent(`UID:${at}`, `DTSTART;${BERLIN}:20310706T090000`, 'RRULE:FREQ=DAILY;COUNT=100'),
    );

    expect(() => programmeOf(calendar(events.flat()))).toThrow('more than 20,000 talks');
  });

  test('tell of the next time where the conference has none of their days', () => {
    const bytes = calendar([...flag('FREQ=MONTHLY;BYMONTHDAY=1'), ...talks]);

    expect(flags(bytes)).toEqual(['flag-2031-08-01 2031-08-01T09:00:00+02:00/09:15:00+02:00']);
  });

  test('are taken once where the days of the conference are too many to look through', () => {
    const often = `FREQ=DAILY;BYHOUR=${[...Array(24).keys()]};BYMINUTE=${[...Array(60).keys()]}`;
    const far = ['19000101', '29000101'].flatMap((day) =>
      vevent(`UID:${day}`, `DTSTART:${day}T000000Z`, 'DURATION:PT1H'),
    );
    const bytes = calendar([...flag(often), ...far]);

    expect(flags(bytes)).toHaveLength(1);
    expect(findingsOf(bytes)).toEqual(['talk-recurring 1', 'recurrence-unread 1']);
  });

  test('end far away as if they did not end', () => {
    const bytes = calendar([...flag('FREQ=DAILY;UNTIL=20991231'), ...talks]);

    expect(flags(bytes)).toHaveLength(2);
    expect(findingsOf(bytes)).toEqual(['talk-recurring 1', 'recurrence-endless 1']);
  });

  test('come a hundred times where there is no other talk', () => {
    expect(flags(calendar(flag('FREQ=WEEKLY')))).toHaveLength(100);
  });
});

test('the text of an event is read once, however often it comes', () => {
  // Sixty times as much markup would be more than is read in one schedule.
  const text = `DESCRIPTION:<p>${'<b>word</b> '.repeat(1_900)}</p>`;
  const bytes = calendar(
    vevent('UID:a', `DTSTART;${BERLIN}:20310706T100000`, 'RRULE:FREQ=DAILY;COUNT=60', text),
  );

  expect(findingsOf(bytes)).toEqual(['end-missing 1', 'talk-recurring 1']);
  expect(new Set(decodeSchedule(bytes).conference.talks.map(({ abstract }) => abstract)).size).toBe(
    1,
  );
});
