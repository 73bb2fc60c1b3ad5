import { expect, test } from 'vitest';
import { decodeSchedule } from '../../src/schedule/decode.ts';
import { describeSchedule } from '../../src/schedule/report.ts';
import { fixture } from './support/schedules.ts';

test('a report is the whole conference with instants in the venue zone', () => {
  const report = describeSchedule(decodeSchedule(fixture('pretalx.json')));
  expect(Object.keys(report)).toEqual([
    'format',
    'title',
    'timeZone',
    'version',
    'days',
    'rooms',
    'tracks',
    'talks',
    'warnings',
  ]);
  expect({ ...report, talks: report.talks.slice(2, 3) }).toEqual({
    format: 'schedule-json',
    title: 'Tidepool Days 2031',
    timeZone: 'Europe/Berlin',
    version: 'v1.17',
    days: [
      {
        index: 1,
        date: '2031-03-29',
        start: '2031-03-29T04:00:00+01:00',
        end: '2031-03-30T04:00:00+02:00',
      },
      {
        index: 2,
        date: '2031-03-30',
        start: '2031-03-30T04:00:00+02:00',
        end: '2031-03-31T04:00:00+02:00',
      },
    ],
    rooms: [
      { name: 'Große Bühne', slug: 'grosse-buhne' },
      { name: 'Keller', slug: 'keller' },
      { name: 'Leerstand', slug: 'leerstand' },
    ],
    tracks: [
      { name: 'Main', slug: 'main' },
      { name: 'Deep & dark', slug: 'deep-dark' },
    ],
    talks: [
      {
        id: '103',
        guid: '6f1c8a52-0b1e-4d6e-9a07-3b6f0c1d1a03',
        code: 'NIGHT3',
        title: 'Night swim',
        subtitle: null,
        start: '2031-03-30T00:30:00+01:00',
        end: '2031-03-30T01:30:00+01:00',
        room: 'Keller',
        track: 'Deep & dark',
        type: 'other',
        language: null,
        speakers: [],
        status: 'scheduled',
        url: 'https://tidepool.example/tide31/t/103',
        abstract: 'Bring towels & lamps.',
      },
    ],
    warnings: [
      {
        code: 'speakers-missing',
        message: '1 talk without speakers.',
        path: 'schedule.conference.days[0].rooms["Keller"][0]',
      },
      { code: 'room-empty', message: '1 room without talks (first: Leerstand).', path: 'rooms[2]' },
    ],
  });
  expect(report.talks.map((talk) => talk.speakers)).toEqual([
    [{ id: 'P1', name: 'Ann Lee' }],
    [
      { id: 'P2', name: 'Bob Ångström' },
      { id: 'P3', name: 'Zoë Ruiz' },
    ],
    [],
    [{ id: 'P2', name: 'Bob Ångström' }],
  ]);
});

test('offsets that are not whole hours are written in full', () => {
  const decoded = decodeSchedule(fixture('pentabarf.xml'), { timeZone: 'Asia/Kathmandu' });
  expect(describeSchedule(decoded).talks[0]?.start).toBe('2031-03-29T10:00:00+05:45');
});
