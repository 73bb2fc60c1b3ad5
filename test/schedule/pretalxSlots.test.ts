import { describe, expect, it } from 'vitest';
import { decodeSchedule } from '../../src/schedule/decode.ts';
import { ScheduleFormatError } from '../../src/schedule/refusal.ts';

const ROOM = {
  ...{ id: 7, name: { de: 'Saal', en: 'Hall' }, uuid: 'room-7', guid: null, capacity: 80 },
  description: { en: 'Ground floor' },
};
const SCHEDULE = { version: 'v2', comment: { de: 'Zweite Fassung', en: 'Second version' } };
const TALK = {
  ...{ id: 91, room: ROOM, schedule: SCHEDULE, description: null },
  ...{ start: '2027-03-26T10:00:00+01:00', end: '2027-03-26T10:30:00+01:00' },
  submission: {
    ...{ code: 'B3JN8V', title: 'Opening', abstract: 'Short.', description: '' },
    ...{ content_locale: 'de', do_not_record: true },
    speakers: [{ code: 'HW9QZT', name: 'Zoë' }],
    submission_type: { name: { en: 'Keynote' } },
    track: { name: { en: 'Security' }, color: '#FF0000' },
    resources: [
      { resource: 'https://example.org/slides', description: 'Slides', is_public: true },
      { resource: 'https://example.org/secret', description: 'Secret', is_public: false },
    ],
    answers: [
      { question: { question: { en: 'Level?' } }, answer: 'Beginners' },
      { question: { question: { en: 'Phone?' }, is_public: false }, answer: '555-secret' },
      { question: { question: { en: 'Nothing?' } }, answer: null },
    ],
  },
};
const LUNCH = {
  ...{ id: 92, room: ROOM, schedule: SCHEDULE, submission: null },
  ...{ start: '2027-03-26T12:00:00+01:00', end: '2027-03-26T13:00:00+01:00' },
  description: { de: 'Mittagessen', en: 'Lunch' },
};

describe("pretalx's API", () => {
  it('gives talks with what is public, breaks, and what a release is said to be', () => {
    const { format, conference } = read({ next: null, results: [TALK, LUNCH] });
    const { version, comment, rooms, tracks, talks, breaks } = conference;
    expect({ format, version, comment }).toEqual({
      ...{ format: 'pretalx-api', version: 'v2', comment: 'Second version' },
    });
    expect(rooms).toEqual([
      { name: 'Hall', guid: 'room-7', slug: 'hall', description: 'Ground floor', capacity: 80 },
    ]);
    expect(tracks).toEqual([{ name: 'Security', slug: 'security', colour: '#ff0000' }]);
    expect(talks).toEqual([
      {
        ...{ id: 'B3JN8V', code: 'B3JN8V', title: 'Opening', abstract: 'Short.' },
        ...{ start: Date.parse(TALK.start), end: Date.parse(TALK.end), status: 'scheduled' },
        ...{ type: 'Keynote', language: 'de', track: 'Security', room: 'Hall', isRecorded: false },
        speakers: [{ id: 'HW9QZT', name: 'Zoë' }],
        links: [{ title: 'Slides', url: 'https://example.org/slides' }],
        answers: [{ question: 'Level?', answer: 'Beginners' }],
      },
    ]);
    expect(breaks).toEqual([
      { title: 'Lunch', room: 'Hall', start: Date.parse(LUNCH.start), end: Date.parse(LUNCH.end) },
    ]);
    expect(JSON.stringify(conference)).not.toContain('secret');
  });

  it('is the same schedule when a release gives every slot another id', () => {
    const again = {
      next: null,
      results: [
        { ...TALK, id: 191 },
        { ...LUNCH, id: 192 },
      ],
    };
    expect(read(again)).toEqual(read({ next: null, results: [TALK, LUNCH] }));
  });

  it('is refused where it is one page of several: the other talks would seem canceled', () => {
    const page = { next: 'https://example.org/api/events/e/slots/?offset=2', results: [TALK] };
    expect(() => read(page)).toThrow(ScheduleFormatError);
  });
});

function read(value: unknown) {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  return decodeSchedule(bytes, { timeZone: 'Europe/Berlin' });
}
