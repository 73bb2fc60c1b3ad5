import { describe, expect, test } from 'vitest';
import type { ScheduleFormat } from '../../src/schedule/assembling/draft.ts';
import { decodeSchedule } from '../../src/schedule/decode.ts';
import { factsOf, fixture } from './support/schedules.ts';

/** One invented conference, whose second night is the one in which clocks go forward in Berlin. */
const TALKS = [
  {
    title: 'Opening the floodgates',
    start: '2031-03-29T09:00:00.000Z',
    end: '2031-03-29T09:30:00.000Z',
    room: 'Große Bühne',
    speakers: ['Ann Lee'],
    status: 'scheduled',
  },
  {
    title: 'Whales on wires',
    start: '2031-03-29T10:00:00.000Z',
    end: '2031-03-29T11:00:00.000Z',
    room: 'Große Bühne',
    speakers: ['Bob Ångström', 'Zoë Ruiz'],
    status: 'canceled',
  },
  {
    title: 'Night swim',
    start: '2031-03-29T23:30:00.000Z',
    end: '2031-03-30T00:30:00.000Z',
    room: 'Keller',
    speakers: [],
    status: 'scheduled',
  },
  {
    title: 'Cancelling POSIX threads',
    start: '2031-03-30T08:00:00.000Z',
    end: '2031-03-30T08:45:00.000Z',
    room: 'Keller',
    speakers: ['Bob Ångström'],
    status: 'scheduled',
  },
];
const CODES = ['TIDE11', 'WHALE2', 'NIGHT3', 'POSIX4'];
const NUMBERS = ['101', '102', '103', '104'];
const NONE = [undefined, undefined, undefined, undefined];

interface Dialect {
  readonly file: string;
  readonly format: ScheduleFormat;
  readonly ids: readonly string[];
  readonly codes: readonly (string | undefined)[];
  /** Whether the file names its zone. */
  readonly zoned: boolean;
  readonly tracks: readonly string[];
}

const TRACKS = ['Main', 'Deep & dark'];
const DIALECTS: readonly Dialect[] = [
  {
    file: 'pentabarf.xml',
    format: 'pentabarf-xml',
    ids: NUMBERS,
    codes: NONE,
    zoned: false,
    tracks: TRACKS,
  },
  {
    file: 'frab.xml',
    format: 'pentabarf-xml',
    ids: NUMBERS,
    codes: NONE,
    zoned: false,
    tracks: TRACKS,
  },
  {
    file: 'pretalx.xml',
    format: 'pentabarf-xml',
    ids: NUMBERS,
    codes: CODES,
    zoned: true,
    tracks: TRACKS,
  },
  {
    file: 'fosdem-since-2024.xml',
    format: 'pentabarf-xml',
    ids: NUMBERS,
    codes: CODES,
    zoned: true,
    tracks: TRACKS,
  },
  {
    file: 'wafer.xml',
    format: 'pentabarf-xml',
    ids: NUMBERS,
    codes: NONE,
    zoned: false,
    tracks: TRACKS,
  },
  {
    file: 'frab.json',
    format: 'schedule-json',
    ids: NUMBERS,
    codes: CODES,
    zoned: true,
    tracks: TRACKS,
  },
  {
    file: 'pretalx.json',
    format: 'schedule-json',
    ids: NUMBERS,
    codes: CODES,
    zoned: true,
    tracks: TRACKS,
  },
  {
    file: 'sessionize-all.json',
    format: 'sessionize-all',
    ids: NUMBERS,
    codes: NONE,
    zoned: false,
    tracks: TRACKS,
  },
  {
    file: 'sessionize-gridsmart.json',
    format: 'sessionize-gridsmart',
    ids: NUMBERS,
    codes: NONE,
    zoned: false,
    tracks: TRACKS,
  },
  {
    file: 'sessionize-sessions.json',
    format: 'sessionize-sessions',
    ids: NUMBERS,
    codes: NONE,
    zoned: false,
    tracks: TRACKS,
  },
  {
    file: 'symposion.json',
    format: 'symposion-json',
    ids: NUMBERS,
    codes: NONE,
    zoned: false,
    tracks: [],
  },
  {
    file: 'conclar.jsonp',
    format: 'conclar',
    ids: NUMBERS,
    codes: NONE,
    zoned: false,
    tracks: TRACKS,
  },
  {
    file: 'konopas.js',
    format: 'conclar',
    ids: NUMBERS,
    codes: NONE,
    zoned: false,
    tracks: TRACKS,
  },
  {
    file: 'indico-timetable.json',
    format: 'indico-json',
    ids: NUMBERS,
    codes: NONE,
    zoned: true,
    tracks: TRACKS,
  },
  {
    file: 'indico-event.json',
    format: 'indico-json',
    ids: NUMBERS,
    codes: NONE,
    zoned: true,
    tracks: TRACKS,
  },
  {
    file: 'indico.ics',
    format: 'icalendar',
    ids: NUMBERS.map((id) => `indico-contribution-${id}@tidepool.example`),
    codes: NONE,
    zoned: false,
    tracks: [],
  },
  {
    file: 'pretalx.ics',
    format: 'icalendar',
    ids: CODES.map((code) => `pretalx-tide31-${code}@tidepool.example`),
    codes: CODES,
    zoned: true,
    tracks: [],
  },
  {
    file: 'plain.ics',
    format: 'icalendar',
    ids: NUMBERS.map((id) => `${id}@tidepool.example`),
    codes: NONE,
    zoned: true,
    tracks: TRACKS,
  },
  {
    file: 'pretalx.xcal',
    format: 'xcal',
    ids: CODES.map((code) => `${code}@@tidepool.example`),
    codes: CODES,
    zoned: false,
    tracks: [],
  },
  {
    file: 'pretalx.csv',
    format: 'pretalx-csv',
    ids: CODES,
    codes: CODES,
    zoned: false,
    tracks: [],
  },
];

describe.each(DIALECTS)('$file', ({ file, format, ids, codes, zoned, tracks }) => {
  const decoded = decodeSchedule(fixture(file), zoned ? {} : { timeZone: 'Europe/Berlin' });
  const { conference } = decoded;

  test('is told by its content and read in full', () => {
    expect(decoded.format).toBe(format);
    expect(conference.talks.map((talk) => ({ ...factsOf(talk), status: talk.status }))).toEqual(
      TALKS.map((talk, at) => ({ id: ids[at], ...talk })),
    );
    expect(conference.talks.map((talk) => talk.code)).toEqual(codes);
  });

  test('puts the talk after midnight into the day before, across the change of clocks', () => {
    expect(conference.timeZone).toBe('Europe/Berlin');
    expect(
      conference.days.map(({ index, date, start, end }) => [index, date, iso(start), iso(end)]),
    ).toEqual([
      [1, '2031-03-29', '2031-03-29T03:00:00.000Z', '2031-03-30T02:00:00.000Z'],
      [2, '2031-03-30', '2031-03-30T02:00:00.000Z', '2031-03-31T02:00:00.000Z'],
    ]);
  });

  test('has tracks, and abstracts as Markdown', () => {
    expect(conference.tracks.map((track) => track.name)).toEqual(tracks);
    expect(conference.talks[0]?.abstract).toMatch(/^Why the \*tide\* comes in\./);
    expect(conference.talks.slice(1).map((talk) => talk.abstract)).toEqual([
      '',
      'Bring towels & lamps.',
      'Of SIGCANCEL and friends.',
    ]);
  });

  test('reads the same whatever its name, byte order mark or line ends', () => {
    const marked = Uint8Array.from([0xef, 0xbb, 0xbf, ...fixture(file)]);
    expect(decodeSchedule(marked, { timeZone: 'Europe/Berlin' }).conference.talks).toEqual(
      conference.talks,
    );
  });
});

function iso(instant: number): string {
  return new Date(instant).toISOString();
}
