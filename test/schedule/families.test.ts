import { describe, expect, it } from 'vitest';
import { type DecodedSchedule, decodeSchedule } from '../../src/schedule/decode.ts';
import { ScheduleFormatError } from '../../src/schedule/refusal.ts';
import { bytesOf, fixture } from './support/schedules.ts';

const read = (text: string, timeZone?: string): DecodedSchedule =>
  decodeSchedule(bytesOf(text), { timeZone });
const ITEM = {
  id: '1',
  title: 'Maps',
  datetime: '2022-09-01T15:00:00Z',
  mins: 60,
  loc: ['Hall'],
  people: [{ id: 'p', name: 'Ada (moderator)' }],
};
const refusalOf = (text: string, timeZone?: string): unknown => {
  try {
    return read(text, timeZone).format;
  } catch (error) {
    if (!(error instanceof ScheduleFormatError)) throw error;
    return error.refusal.kind;
  }
};

describe('a programme of ConClár', () => {
  const list = JSON.stringify([ITEM]);

  it.each([
    `var program = ${list};`,
    `let program = ${list}`,
    `window.program = ${list};`,
    `callback(${list});`,
    `var program = [${JSON.stringify(ITEM)},];\nvar people = [{"id": "p", "name": ["Ada", ""]}];`,
  ])('is read out of a script, which is never run: %#', (script) => {
    const { conference } = read(script, 'UTC');
    expect(conference.talks).toMatchObject([
      { id: '1', title: 'Maps', room: 'Hall', speakers: [{ id: 'p', name: 'Ada' }] },
    ]);
  });

  it.each([
    `var program = ${list}; steal();`,
    `var program = make(${list}, 1);`,
    `var program = [${'"'.repeat(300_001)}`,
    `var program = ${'/*'.repeat(300_000)}`,
    `x(${'('.repeat(300_000)}`,
  ])('is refused where the script does more, or never ends: %#', (script) => {
    expect(refusalOf(script, 'UTC')).not.toBe('conclar');
  });

  it('sorts tags by their category', () => {
    const tags = [
      { value: 'a', label: 'Art', category: 'Area' },
      { value: 'n', label: 'Recorded', category: 'Note' },
    ];
    const { talks } = read(JSON.stringify([{ ...ITEM, tags, loc: [] }]), 'UTC').conference;
    expect(talks[0]).toMatchObject({ track: 'Art', abstract: 'Recorded' });
    expect(talks[0]?.room).toBeUndefined();
  });
});

describe('a list of people', () => {
  it('is refused by saying what to give instead', () => {
    expect(refusalOf(new TextDecoder().decode(fixture('sessionize-speakers.json')), 'UTC')).toBe(
      'onlyPeople',
    );
  });
});

describe('conference.json of PyCon US', () => {
  const slot = { conf_key: 1, name: 'Maps', rooms: ['A', 'B'], cancelled: null };
  const start = '2024-05-17T09:00:00-04:00';

  it('takes a text that is the title once more for none, with tags within its words and all', () => {
    const description = '<p>M<b>ap</b>s</p>';
    const { talks } = read(
      JSON.stringify({ schedule: [{ ...slot, start, end: start, description }] }),
      'America/New_York',
    ).conference;
    expect(talks.map(({ abstract }) => abstract)).toEqual(['']);
  });

  it('puts breaks beside the talks, and joins the rooms of one slot', () => {
    const schedule = [
      { ...slot, start, end: start },
      { ...slot, conf_key: 2, name: 'Lunch', kind: 'break', rooms: ['A'], start, end: start },
    ];
    const { talks, breaks } = read(JSON.stringify({ schedule }), 'America/New_York').conference;
    expect(talks).toMatchObject([{ id: '1', room: 'A, B', status: 'scheduled' }]);
    expect(breaks).toMatchObject([{ title: 'Lunch', room: 'A' }]);
  });
});

describe("Indico's timetable", () => {
  it('puts breaks beside the talks, each on the clock that stands beside it', () => {
    const at = (time: string) => ({ date: '2031-03-29', time, tz: 'Europe/Zurich' });
    const entries = {
      c1: { entryType: 'Contribution', contributionId: 1, title: 'Maps' },
      b1: { entryType: 'Break', id: 'b1', title: 'Coffee' },
    };
    const day = Object.fromEntries(
      Object.entries(entries).map(([key, entry]) => [
        key,
        { ...entry, startDate: at('09:00:00'), endDate: at('09:30:00') },
      ]),
    );
    const { conference } = read(JSON.stringify({ results: { 7: { 20310329: day } } }));
    expect(conference.timeZone).toBe('Europe/Zurich');
    expect(conference.talks.map(({ title }) => title)).toEqual(['Maps']);
    expect(conference.breaks).toMatchObject([
      { title: 'Coffee', start: Date.parse('2031-03-29T08:00:00Z') },
    ]);
  });
});

describe('times without a zone', () => {
  it.each(['sessionize-sessions.json', 'konopas.js'])('of %s ask for the zone', (file) => {
    expect(refusalOf(new TextDecoder().decode(fixture(file)))).toBe('zoneNeeded');
  });

  it.each(['conclar.jsonp', 'symposion.json'])('of %s have offsets, and a warning', (file) => {
    const codes = decodeSchedule(fixture(file)).warnings.map(({ code }) => code);
    expect(codes).toContain('zone-unnamed');
  });
});
