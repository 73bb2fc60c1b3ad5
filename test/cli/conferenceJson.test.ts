import { expect, test } from 'vitest';
import { conferenceJson } from '../../src/cli/conferenceJson.ts';
import { decodeSchedule } from '../../src/schedule/decode.ts';
import { fixture } from '../schedule/support/schedules.ts';

test('a conference for programs has instants in the venue zone, and null where nothing is told', () => {
  const told = conferenceJson(decodeSchedule(fixture('pretalx.json')).conference);
  expect({ ...told, talks: told.talks.slice(2, 3) }).toEqual({
    title: 'Tidepool Days 2031',
    timeZone: 'Europe/Berlin',
    version: 'v1.17',
    days: ['2031-03-29', '2031-03-30'],
    rooms: ['Große Bühne', 'Keller', 'Leerstand'],
    tracks: ['Main', 'Deep & dark'],
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
        links: [],
      },
    ],
    breaks: [],
  });
  expect(told.talks.map(({ speakers }) => speakers)).toEqual([
    ['Ann Lee'],
    ['Bob Ångström', 'Zoë Ruiz'],
    [],
    ['Bob Ångström'],
  ]);
});

test('offsets that are not whole hours are written in full', () => {
  const { conference } = decodeSchedule(fixture('pentabarf.xml'), { timeZone: 'Asia/Kathmandu' });
  expect(conferenceJson(conference).talks[0]?.start).toBe('2031-03-29T10:00:00+05:45');
});
