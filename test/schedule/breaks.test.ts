import { describe, expect, it } from 'vitest';
import { breaksAt, breaksOf } from '../../src/schedule/breaks.ts';
import { decodeSchedule } from '../../src/schedule/decode.ts';

const NOON = Date.UTC(2031, 2, 28, 12);
const MINUTE = 60_000;
const DAY = { start: NOON - 480 * MINUTE, end: NOON + 960 * MINUTE };

describe('what a source marks as no talk', () => {
  const session = {
    ...{ startsAt: '2031-03-28T12:00:00', endsAt: '2031-03-28T13:00:00', roomId: 1 },
    ...{ speakers: [], categoryItems: [], isServiceSession: false, isPlenumSession: false },
  };
  const sessions = [
    { ...session, id: 't', title: 'Tides' },
    { ...session, id: 'k', title: 'Keynote', isPlenumSession: true },
    { ...session, id: 'o', title: 'Opening', isServiceSession: true, speakers: ['a'] },
    { ...session, id: 'l', title: 'Lunch', isServiceSession: true, isPlenumSession: true },
    { ...session, id: 'r', title: 'Registration', isServiceSession: true, roomId: null },
  ];
  const all = {
    sessions,
    speakers: [{ id: 'a', fullName: 'Ann Lee' }],
    rooms: [
      { id: 1, name: 'Quay' },
      { id: 2, name: 'Pier' },
    ],
    categories: [],
  };

  it('is a break in Sessionize where it is a service session that nobody gives', () => {
    const { talks, breaks } = decode(all).conference;
    expect(talks.map(({ title }) => title)).toEqual(['Keynote', 'Opening', 'Tides']);
    expect(breaks).toEqual([
      { title: 'Registration', start: NOON, end: NOON + 60 * MINUTE },
      { title: 'Lunch', start: NOON, end: NOON + 60 * MINUTE, room: 'Quay' },
    ]);
  });

  it('leaves nothing to talk of where all is such', () => {
    const only = { ...all, sessions: sessions.slice(3) };
    expect(() => decode(only)).toThrow('None of the talks');
  });

  it('is a break elsewhere where its type says so, and a title says nothing', () => {
    const event = { date: '2031-03-28T12:00:00Z', start: '12:00', duration: '00:30', persons: [] };
    const { talks, breaks } = decode({
      schedule: {
        conference: {
          title: 'Tidepool Days',
          time_zone_name: 'UTC',
          days: [
            {
              date: '2031-03-28',
              rooms: {
                Quay: [
                  { ...event, id: 1, title: 'Mittag', type: 'Pause' },
                  { ...event, id: 2, title: 'Lunch', type: 'lecture' },
                  { ...event, id: 3, title: 'Breaks', type: 'Break', persons: [{ name: 'Ann' }] },
                ],
              },
            },
          ],
        },
      },
    }).conference;
    expect(breaks).toEqual([
      { title: 'Mittag', start: NOON, end: NOON + 30 * MINUTE, room: 'Quay' },
    ]);
    expect(talks.map(({ title }) => title)).toEqual(['Lunch', 'Breaks']);
  });
});

describe('the breaks of a conference', () => {
  const lunch = { title: 'Lunch', start: NOON, end: NOON + 60 * MINUTE };
  const change = { title: 'Changeover', start: NOON + 30 * MINUTE, end: NOON + 40 * MINUTE };
  const night = { title: 'Bar', start: DAY.end, end: DAY.end + MINUTE };
  const breaks = [
    { ...lunch, room: 'Pier' },
    { ...lunch, room: 'Quay' },
    { ...change, room: 'Pier' },
    night,
  ];

  it('are told by day, one that empties several rooms once', () => {
    expect(breaksOf({ breaks }, DAY)).toEqual([lunch, { ...change, room: 'Pier' }]);
    expect(breaksOf({ breaks }, DAY, 'Quay')).toEqual([{ ...lunch, room: 'Quay' }]);
    expect(breaksOf({ breaks }, { start: DAY.end, end: DAY.end + 1 }, 'Quay')).toEqual([night]);
  });

  it('are told by the moment, what ends first first', () => {
    const at = (minutes: number) =>
      breaksAt({ breaks }, NOON + minutes * MINUTE).map(({ title }) => title);
    expect([-1, 0, 30, 40, 60].map(at)).toEqual([
      [],
      ['Lunch'],
      ['Changeover', 'Lunch'],
      ['Lunch'],
      [],
    ]);
  });
});

function decode(value: unknown) {
  return decodeSchedule(new TextEncoder().encode(JSON.stringify(value)), { timeZone: 'UTC' });
}
