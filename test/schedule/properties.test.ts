import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeSchedule } from '../../src/schedule/decode.ts';
import { ScheduleFormatError } from '../../src/schedule/refusal.ts';
import type { Talk } from '../../src/schedule/schedule.ts';
import { conferenceOf } from '../support/conferences.ts';
import { DIALECTS } from '../support/dialects/all.ts';
import { type Dialect, saidOf } from '../support/dialects/dialect.ts';
import { runs } from '../support/thorough.ts';
import { flawsOf } from './support/flaws.ts';
import { bytesOf, fixture } from './support/schedules.ts';

/** Words with everything that markup, quoting and folding could trip over; commas and " - " part names in some formats. */
const words = fc
  .array(
    fc.constantFrom(
      'tide',
      'Größe',
      '東京',
      '🌊',
      '&',
      '<b>',
      '"x"',
      "d'eau",
      '\\n',
      ';',
      ':',
      'a\\b',
      '%',
      ']]>',
      '#',
      'C++',
      '{',
      'ß',
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((list) => list.join(' '));
const name = fc
  .array(fc.constantFrom('Ann', 'Bob', 'Zoë', 'O’Neil', '李', 'van', 'Müller-Lüdenscheidt'), {
    minLength: 1,
    maxLength: 3,
  })
  .map((list) => list.join(' '));
const minute = 60_000;

/** Conferences around the night in which clocks go forward in Berlin, and nowhere else. */
const conference = fc
  .record({
    timeZone: fc.constantFrom('UTC', 'Europe/Berlin', 'Australia/Perth', 'America/St_Johns'),
    talks: fc.uniqueArray(
      fc.record({
        id: fc.integer({ min: 1, max: 1e6 }),
        title: words,
        start: fc
          .integer({ min: 0, max: 4 * 24 * 12 })
          .map((slot) => Date.parse('2031-03-28T00:00:00Z') + slot * 5 * minute),
        length: fc.integer({ min: 1, max: 60 }).map((slots) => slots * 5 * minute),
        room: words,
        track: words,
        abstract: fc.constantFrom('', 'Of the sea.', 'Of the *deep* sea; 20,000 miles below.'),
        speakers: fc.uniqueArray(name, { maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 12, selector: (talk) => talk.id },
    ),
  })
  .map(({ timeZone, talks }) =>
    conferenceOf(
      talks.map(({ id, length, speakers, ...talk }) => ({
        ...{ ...talk, id: String(id), code: `C${String(id).padStart(7, '0')}` },
        ...{ guid: `guid-${id}`, type: 'talk', language: 'en' },
        end: talk.start + length,
        speakers: speakers.map((name) => ({ name })),
        links: [],
        status: 'scheduled',
      })),
      timeZone,
    ),
  );

describe.each(DIALECTS)('any conference in $name', (dialect) => {
  test('reads back the same, and whole', () => {
    fc.assert(
      fc.property(conference, (written) => {
        const { timeZone } = written;
        const decoded = decodeSchedule(dialect.write(written), { timeZone }).conference;
        const expected = written.talks.map((talk) => ({ ...talk, id: dialect.idOf(talk) }));
        expect(saidOfAll(decoded.talks, dialect)).toEqual(saidOfAll(expected, dialect));
        expect(flawsOf(decoded)).toEqual([]);
      }),
      { numRuns: runs(30) },
    );
  });
});

function saidOfAll(talks: readonly Talk[], dialect: Dialect) {
  return talks
    .map((talk) => saidOf(talk, dialect))
    .toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

const FILES = [
  'pentabarf.xml',
  'pretalx.xml',
  'pretalx.json',
  'sessionize-all.json',
  'sessionize-gridsmart.json',
  'sessionize-sessions.json',
  'sessionize-speakers.json',
  'symposion.json',
  'conclar.jsonp',
  'konopas.js',
  'indico-timetable.json',
  'indico-event.json',
  'indico.ics',
  'plain.ics',
  'pretalx.ics',
  'pretalx.xcal',
  'pretalx.csv',
];

/** Fails unless the schedule is read whole or refused in words. */
function expectWholeOrRefused(bytes: Uint8Array): void {
  try {
    const { conference } = decodeSchedule(bytes, { timeZone: 'Europe/Berlin' });
    expect(flawsOf(conference)).toEqual([]);
  } catch (error) {
    if (!(error instanceof ScheduleFormatError)) throw error;
  }
}

describe.each(FILES)('%s with bytes changed', (file) => {
  const bytes = fixture(file);
  const change = fc.record({
    at: fc.nat(bytes.length - 1),
    remove: fc.nat(40),
    insert: fc.oneof(
      fc.uint8Array({ maxLength: 6 }),
      fc
        .constantFrom(
          '<',
          '&',
          '"',
          ']]>',
          ',',
          '\n',
          '{',
          '9999',
          '-1',
          'null',
          '\\u0000',
          'T',
          'Z',
        )
        .map(bytesOf),
    ),
  });

  test('is read whole or refused, and nothing else', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const mutated = changes.reduce(
          (all, { at, remove, insert }) =>
            Uint8Array.from([...all.slice(0, at), ...insert, ...all.slice(at + remove)]),
          bytes,
        );
        expectWholeOrRefused(mutated);
      }),
      { numRuns: runs(80) },
    );
  });
});

/** Between the marks of any of the formats. */
const VALUE = /(?<=[>:=",])[^<>"\r\n,;]+(?=[<",;\r\n])/g;
const ODD_VALUES = [
  ...['', ' ', '0', '-1', '1e999', 'null', 'constructor', '__proto__', 'CANCELLED', '🏳️‍🌈', '<p>a'],
  ...['24:00', '25:61', '-00:30', '9999:59', 'PT0.0005S', 'P99999999999W', 'P270000Y', '9:00 PM'],
  ...['2031-02-30', '0000-00-00', '9999-12-31T23:59:59+14:00', '0001-01-01T00:00:00-12:00'],
  ...['2031-03-30T02:30:00', '2031-03-30T02:30:00+25:00', '2031-03-30T02:30:00-13:00'],
  ...['20310330T023000', '99991231T235959Z', 'Europe/Nowhere', 'FREQ=DAILY;COUNT=3', 'https://'],
];

describe.each(FILES)('%s with values changed', (file) => {
  const text = new TextDecoder().decode(fixture(file));
  const values = text.match(VALUE)?.length ?? 0;

  test('is read whole or refused, and nothing else', () => {
    const change = fc.tuple(fc.nat(values - 1), fc.constantFrom(...ODD_VALUES));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (changes) => {
        const odd = new Map(changes);
        let at = -1;
        const mutated = text.replace(VALUE, (value) => {
          at += 1;
          return odd.get(at) ?? value;
        });
        expectWholeOrRefused(bytesOf(mutated));
      }),
      { numRuns: runs(80) },
    );
  });
});
