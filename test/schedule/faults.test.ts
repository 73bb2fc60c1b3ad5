import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { decodeSchedule } from '../../src/schedule/decode.ts';
import { sharedPath } from '../support/shared.ts';
import { programmeOf } from './support/calendars.ts';

interface Fault {
  readonly file: string;
  readonly zone?: string;
  /** The beginnings of the right lines. */
  readonly programme: readonly string[];
}

/** Files that were read wrongly once; each kind also has a test with a file of our own. */
const FAULTS: readonly Fault[] = [
  {
    file: '02-tzid-gmt-with-summer-time.ics',
    programme: ['gmt@example.org 2026-07-23T10:20:00+01:00'],
  },
  {
    file: '03-x-wr-timezone-utc.ics',
    zone: 'Europe/Amsterdam',
    programme: ['a@example.org 2026-07-06T10:00:00+02:00'],
  },
  ...['another-zone', 'utc'].map((form) => ({
    file: `04-exdate-in-${form}.ics`,
    programme: [
      'walk@example.org 2026-07-06T10:00:00+02:00',
      'walk@example.org-3 2026-07-08T10:00:00+02:00',
    ],
  })),
  {
    file: '04-exdate-time-of-whole-days.ics',
    programme: [
      'expo@example.org 2026-07-06T00:00:00+02:00',
      'expo@example.org-3 2026-07-08T00:00:00+02:00',
    ],
  },
  {
    file: '05-until-utc-east.ics',
    programme: [
      'tea@example.org 2026-07-06T08:00:00+09:00',
      'tea@example.org-2 2026-07-07T08:00:00+09:00',
      'tea@example.org-3 2026-07-08T08:00:00+09:00',
    ],
  },
  {
    file: '06-rule-in-another-zone-over-dst.ics',
    programme: [
      'call@example.org 2026-10-31T15:00:00+01:00',
      'call@example.org-2 2026-11-01T16:00:00+01:00',
    ],
  },
  {
    file: '07-rdate-alone.ics',
    programme: [
      'tour@example.org 2026-07-06T10:00:00+02:00',
      'tour@example.org-2 2026-07-06T14:00:00+02:00',
      'tour@example.org-3 2026-07-07T10:00:00+02:00',
    ],
  },
  {
    file: '08-prefixed-zone-of-three-parts.ics',
    programme: [
      'b@example.org 2026-07-06T10:00:00+02:00',
      't@example.org 2026-07-06T13:00:00+02:00',
    ],
  },
  {
    file: '08-windows-zone-without-vtimezone.ics',
    programme: [
      'b@example.org 2026-07-06T10:00:00+02:00',
      'p@example.org 2026-07-06T17:00:00+02:00',
    ],
  },
  ...['no-zone-over-dst', 'zone-of-another-naming'].map((kind) => ({
    file: `12-${kind}.xml`,
    programme: ['1 2026-10-24T10:00:00+02:00', '2 2026-10-25T10:00:00+01:00'],
  })),
  {
    file: '13-mixed-offsets-without-zone.xml',
    programme: [
      '1 2026-07-06T10:45:00+02:00',
      '2 2026-07-06T11:30:00+02:00',
      '3 2026-07-06T12:00:00+02:00',
    ],
  },
  {
    file: '14-whole-day-entry-first.ics',
    programme: [
      'setup@example.org 2026-07-06T00:00:00+02:00',
      'a@example.org 2026-07-06T10:00:00+02:00',
    ],
  },
  {
    file: '16-monthly-rule.ics',
    programme: ['01-13', '02-10', '03-10', '04-14', '05-12', '06-09'].map(
      (day, at) =>
        `ug@example.org${at === 0 ? '' : `-${at + 1}`} 2026-${day}T19:00:00+0${at < 3 ? 1 : 2}:00`,
    ),
  },
  ...[undefined, 'America/New_York'].map((zone) => ({
    file: '21-abbreviated-zone-with-summer-time.ics',
    ...(zone === undefined ? {} : { zone }),
    programme: ['pretalx-newyork-XJSPL7@pretalx.example.org 2027-07-05T10:00:00-04:00'],
  })),
];

const folder = sharedPath('faults');
const present = folder === undefined ? '(skipped: ../shared/faults is not here)' : '';

describe.skipIf(folder === undefined)(`files that were read wrongly once ${present}`, () => {
  test.each(FAULTS)('$file', ({ file, zone, programme }) => {
    const lines = programmeOf(readFileSync(`${folder}/${file}`), zone);

    expect(lines.map((line) => line.slice(0, line.indexOf('/')))).toEqual(programme);
  });

  test.each([
    ['09-control-character.xml', { title: 'Talk 1', abstract: 'Pasted from aword processor' }],
    ['10-person-with-name-element.xml', { speakers: [{ id: '7', name: 'Bo Example' }] }],
    [
      '11-link-whose-text-is-the-address.xml',
      { links: [{ title: 'https://example.org/slides', url: 'https://example.org/slides' }] },
    ],
    [
      '15-pretalx-dash-in-affiliation.ics',
      { title: 'Boats that float', speakers: [{ name: 'Bo Example [HIB - Harbour Institute]' }] },
    ],
    ['18-attendee-who-declined.ics', { title: 'Planning', speakers: [] }],
    ['19-title-of-nothing-visible.xml', { title: 'Untitled' }],
  ])('%s', (file, talk) => {
    const { conference } = decodeSchedule(readFileSync(`${folder}/${file}`));

    expect(conference.talks[0]).toMatchObject(talk);
  });

  test('23-first-day-after-midnight.json', () => {
    const { conference } = decodeSchedule(
      readFileSync(`${folder}/23-first-day-after-midnight.json`),
    );
    const [day, ...others] = conference.days;

    expect([day?.index, day?.date, others]).toEqual([1, '2027-03-26', []]);
    expect(day?.start).toBeLessThanOrEqual(conference.talks[0]?.start ?? 0);
  });
});
