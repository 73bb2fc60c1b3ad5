import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { calendarOf } from '../../src/agenda/calendar/calendar.ts';
import { messagesFor } from '../../src/messages/messages.ts';
import type { Conference, Talk } from '../../src/schedule/schedule.ts';
import type { ConferenceKey } from '../../src/schedule/source.ts';
import { keyOf } from '../support/names.ts';

const english = messagesFor('en');

const NOON = Date.UTC(2020, 1, 1, 12);
const live: Talk = {
  id: '9053',
  title: 'Live migration; of containers, really',
  room: 'UD2.208 (Decroly)',
  start: Date.UTC(2020, 1, 1, 9, 55),
  end: Date.UTC(2020, 1, 1, 10, 20),
  speakers: [{ name: 'Adrian Reber' }, { name: 'N.N.' }],
  abstract: `Line one\n\nBEGIN:VEVENT ${'ä'.repeat(80)}`,
  links: [],
  url: 'https://fosdem.org/2020/schedule/event/9053/',
  status: 'scheduled',
};
const canceled: Talk = {
  ...live,
  id: '2',
  guid: '5f0c9a0e-0000-4000-8000-000000000002',
  title: 'Gone',
  status: 'canceled',
};
const twin: Talk = { ...live, id: '3', guid: 'twin', title: 'A twin' };
const otherTwin: Talk = { ...twin, id: '3-2', title: 'Another twin' };

describe('the calendar of a list', () => {
  it('is read by another program as it was meant', () => {
    const read = parse(
      calendarOf([{ ...fosdem([live, canceled]), talks: [{ id: '9053' }] }], NOON, english),
    );

    expect(read).toEqual([
      {
        uid: 'fosdem20-9053@hallway',
        summary: live.title,
        location: live.room,
        description: `Adrian Reber, N.N.\n\n${live.abstract}`,
        url: live.url,
        status: 'CONFIRMED',
        start: '2020-02-01T09:55:00Z',
        end: '2020-02-01T10:20:00Z',
        sequence: 633_873_600,
      },
    ]);
  });

  it('ends every line, the last one too, as RFC 5545 says, and none is longer than 75 bytes', () => {
    const lines = calendarOf([{ ...fosdem([live]), talks: [{ id: '9053' }] }], NOON, english).split(
      '\r\n',
    );

    expect(lines.at(-1)).toBe('');
    expect(lines.at(-2)).toBe('END:VCALENDAR');
    expect(lines.filter((line) => line.includes('\n') || Buffer.byteLength(line) > 75)).toEqual([]);
  });

  it('tells the abstract in plain words', () => {
    const marked = {
      ...live,
      abstract: 'How **CRIU** moves [a process](https://criu.org/)\n\n- live',
    };

    const [entry] = parse(
      calendarOf([{ ...fosdem([marked]), talks: [{ id: '9053' }] }], NOON, english),
    );

    expect(entry?.description).toBe(
      'Adrian Reber, N.N.\n\nHow CRIU moves a process (https://criu.org/)\n\n- live',
    );
  });

  it('keeps a canceled talk, so that the calendar strikes it too', () => {
    const [entry] = parse(
      calendarOf([{ ...fosdem([live, canceled]), talks: [{ id: '2' }] }], NOON, english),
    );

    expect([entry?.status, entry?.summary]).toEqual(['CANCELLED', 'Canceled: Gone']);
  });

  it('replaces the entry when the talk moved, whatever became of its id', () => {
    const moved = { ...canceled, id: '77', status: 'scheduled', start: NOON, end: NOON } as const;

    const [before] = parse(
      calendarOf([{ ...fosdem([canceled]), talks: [{ id: '2' }] }], NOON, english),
    );
    const [after] = parse(
      calendarOf([{ ...fosdem([moved]), talks: [{ id: '77' }] }], NOON + 1000, english),
    );

    expect(before?.uid).toBe('5f0c9a0e-0000-4000-8000-000000000002@hallway');
    expect(after?.uid).toBe(before?.uid);
    expect(after?.sequence).toBe((before?.sequence ?? 0) + 1);
    expect(after?.start).toBe('2020-02-01T12:00:00Z');
  });

  it('tells talks apart that share what should be unique', () => {
    const list = [{ id: '3' }, { id: '3-2' }];

    expect(
      parse(calendarOf([{ ...fosdem([twin, otherTwin]), talks: list }], NOON, english)).map(
        ({ uid }) => uid,
      ),
    ).toEqual(['fosdem20-3@hallway', 'fosdem20-3-2@hallway']);
  });
});

function fosdem(talks: readonly Talk[]): { key: ConferenceKey; conference: Conference } {
  const conference = { title: 'FOSDEM 2020', timeZone: 'Europe/Brussels', days: [] };
  return {
    key: keyOf('fosdem20'),
    conference: { ...conference, rooms: [], tracks: [], talks, breaks: [] },
  };
}

function parse(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      summary: event.summary,
      location: event.location,
      description: event.description,
      url: component.getFirstPropertyValue('url'),
      status: component.getFirstPropertyValue('status'),
      start: event.startDate.toString(),
      end: event.endDate.toString(),
      sequence: event.sequence,
    };
  });
}
