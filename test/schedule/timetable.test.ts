import { describe, expect, test } from 'vitest';
import { decodeSchedule } from '../../src/schedule/decode.ts';
import type { Conference, Talk } from '../../src/schedule/schedule.ts';
import { createTimetable } from '../../src/schedule/timetable.ts';
import { roomSlug } from '../support/names.ts';
import { fixture } from './support/schedules.ts';

const tide = decodeSchedule(fixture('pretalx.json')).conference;

function at(text: string): number {
  return Date.parse(text);
}

/** A conference of talks given as `id room start end`, in minutes after 10:00. */
function conferenceOf(...lines: readonly string[]): Conference {
  const talks = lines.map((line): Talk => {
    const [id = '', room = '', start, end, status] = line.split(' ');
    return {
      id,
      title: id,
      room,
      start: at('2031-03-29T09:00Z') + Number(start) * 60_000,
      end: at('2031-03-29T09:00Z') + Number(end) * 60_000,
      speakers: [],
      abstract: '',
      links: [],
      status: status === 'canceled' ? 'canceled' : 'scheduled',
    };
  });
  return { ...tide, talks: talks.toSorted((a, b) => a.start - b.start) };
}

function ids(talks: readonly Talk[]): string {
  return talks.map((talk) => talk.id).join(' ');
}

const minute = (minutes: number) => at('2031-03-29T09:00Z') + minutes * 60_000;

describe('running and next', () => {
  const timetable = createTimetable(
    conferenceOf(
      'a Pier 0 30',
      'long Loft 0 600',
      'gone Dock 0 60 canceled',
      'b Pier 30 60',
      'c Pier 60 90',
      'late Dock 70 80',
      'flash Attic 30 30',
    ),
  );

  test('a talk runs from its start until just before its end', () => {
    expect(ids(timetable.running(minute(0)))).toBe('a long');
    expect(ids(timetable.running(minute(30) - 1))).toBe('a long');
    expect(ids(timetable.running(minute(30)))).toBe('long b');
    expect(ids(timetable.running(minute(599)))).toBe('long');
    expect(ids(timetable.running(minute(600)))).toBe('');
    expect(ids(timetable.running(minute(-1)))).toBe('');
  });

  test('a room narrows both', () => {
    expect(ids(timetable.running(minute(10), 'Pier'))).toBe('a');
    expect(ids(timetable.nextByRoom(minute(10), 'Pier'))).toBe('b');
  });

  test('next is one talk a room, canceled ones left out, after those that start now and run', () => {
    expect(ids(timetable.nextByRoom(minute(-10)))).toBe('a long flash late');
    expect(ids(timetable.nextByRoom(minute(30)))).toBe('flash c late');
    expect(ids(timetable.nextByRoom(minute(31)))).toBe('c late');
    expect(ids(timetable.nextByRoom(minute(700)))).toBe('');
  });

  test('windows are half-open, so that neighbours share nothing and lose nothing', () => {
    expect(ids(timetable.startingIn(minute(0), minute(30)))).toBe('a long gone');
    expect(ids(timetable.startingIn(minute(30), minute(71)))).toBe('b flash c late');
    expect(ids(timetable.startingIn(minute(30), minute(30)))).toBe('');
  });

  test('overlapping talks share a moment; neighbours and canceled ones do not count', () => {
    const overlapping = (id: string) => {
      const talk = timetable.talk(id);
      return talk === undefined ? 'no such talk' : ids(timetable.overlapping(talk));
    };
    expect(overlapping('a')).toBe('long');
    expect(overlapping('b')).toBe('long flash');
    expect(overlapping('flash')).toBe('long b');
    expect(overlapping('long')).toBe('a b flash c late');
  });
});

describe('days', () => {
  const timetable = createTimetable(tide);
  const saturday = at('2031-03-29T11:00:00+01:00');

  test.each([
    ['1', '2031-03-29'],
    ['day 2', '2031-03-30'],
    ['Tag 2', '2031-03-30'],
    ['2031-03-30', '2031-03-30'],
    ['sat', '2031-03-29'],
    ['Saturday', '2031-03-29'],
    ['SAMSTAG', '2031-03-29'],
    ['so', '2031-03-30'],
    ['Sun', '2031-03-30'],
    ['dimanche', '2031-03-30'],
    ['sábado', '2031-03-29'],
    ['today', '2031-03-29'],
    ['heute', '2031-03-29'],
    ['tomorrow', '2031-03-30'],
    ["aujourd'hui", '2031-03-29'],
    ['monday', undefined],
    ['yesterday', undefined],
    ['3', undefined],
    ['0', undefined],
    ['s', undefined],
    ['someday', undefined],
    ['', undefined],
  ])('"%s" on the first day is %s', (words, date) => {
    expect(timetable.day(words, saturday)?.date).toBe(date);
  });

  test('half past midnight is still the day before', () => {
    const night = at('2031-03-30T00:30:00+01:00');
    expect(timetable.day('today', night)?.date).toBe('2031-03-29');
    expect(timetable.day('tomorrow', night)?.date).toBe('2031-03-30');
    const swim = timetable.talk('103');
    expect(swim && timetable.dayOf(swim)?.index).toBe(1);
  });

  test('tomorrow is known the day before the conference', () => {
    expect(timetable.day('tomorrow', at('2031-03-28T12:00:00+01:00'))?.date).toBe('2031-03-29');
    expect(timetable.day('today', at('2031-03-28T12:00:00+01:00'))).toBeUndefined();
  });

  test('a weekday that comes twice is the one still to come', () => {
    const weekLater = {
      index: 3,
      date: '2031-04-05',
      start: at('2031-04-05T02:00Z'),
      end: at('2031-04-06T02:00Z'),
    };
    const long = createTimetable({ ...tide, days: [...tide.days, weekLater] });
    expect(long.day('sat', saturday)?.date).toBe('2031-03-29');
    expect(long.day('sat', at('2031-03-31T12:00Z'))?.date).toBe('2031-04-05');
    expect(long.day('sat', at('2031-05-01T12:00Z'))?.date).toBe('2031-03-29');
  });

  test('talks of a day include canceled ones and can be narrowed', () => {
    const [first] = tide.days;
    if (first === undefined) throw new Error('no day');
    expect(ids(timetable.talksOfDay(first))).toBe('101 102 103');
    expect(ids(timetable.talksOfDay(first, { room: 'Keller' }))).toBe('103');
    expect(ids(timetable.talksOfDay(first, { track: 'Main' }))).toBe('101 102');
    expect(ids(timetable.talksOfDay(first, { track: 'Main', room: 'Keller' }))).toBe('');
  });
});

describe('rooms by loose names', () => {
  const names = [
    'UD2.208 (Decroly)',
    'UD2.120 (Chavanne)',
    'Room 1',
    'Room 10',
    'Große Bühne',
    'Salle Été',
    'H.1301 (Cornil)',
    'Kleine Große Halle',
  ];
  const timetable = createTimetable({
    ...tide,
    rooms: names.map((name, index) => ({ name, slug: roomSlug(`r-${index}`) })),
  });
  const found = (words: string) => {
    const match = timetable.findRoom(words);
    if (match.kind === 'found') return match.value.name;
    return match.kind === 'none' ? 'none' : match.values.map((room) => room.name);
  };

  test.each([
    ['ud2.208', 'UD2.208 (Decroly)'],
    ['UD2208', 'UD2.208 (Decroly)'],
    ['decroly', 'UD2.208 (Decroly)'],
    ['ud2', ['UD2.208 (Decroly)', 'UD2.120 (Chavanne)']],
    ['room 1', 'Room 1'],
    ['room', ['Room 1', 'Room 10']],
    ['grosse buhne', 'Große Bühne'],
    ['GROSSE', 'Große Bühne'],
    ['ete', 'Salle Été'],
    ['h1301', 'H.1301 (Cornil)'],
    ['halle', 'Kleine Große Halle'],
    ['nowhere', 'none'],
    ['  ', 'none'],
    ['()', 'none'],
  ])('"%s"', (words, expected) => {
    expect(found(words)).toEqual(expected);
  });

  test('tracks are found the same way', () => {
    expect(createTimetable(tide).findTrack('deep dark')).toEqual({
      kind: 'found',
      value: { name: 'Deep & dark', slug: 'deep-dark' },
    });
  });
});
