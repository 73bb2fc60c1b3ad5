import { expect, it } from 'vitest';
import { isPlaceholder } from '../../src/schedule/assembling/placeholders.ts';
import { decodeSchedule } from '../../src/schedule/decode.ts';

it.each([
  ['speaker', 'Unnamed speaker'],
  ['speaker', '(TBA)'],
  ['speaker', '<no name>'],
  ['track', 'No Track'],
  ['track', 'N/A'],
  ['type', '-'],
  ['room', 'to be announced…'],
  ['language', 'und'],
  ['abstract', '???'],
] as const)('nothing: as a %s, %s', (field, text) => {
  expect(isPlaceholder(field, text)).toBe(true);
});

it.each([
  ['speaker', 'Tba Ndiaye'],
  ['speaker', 'Ann None'],
  ['track', 'No Track left behind'],
  ['track', 'Unnamed speaker'],
  ['track', '{'],
  ['track', '🌊'],
  ['room', 'TBA Hall'],
  ['abstract', 'TBA: the history of an abbreviation, from its first letter to its last.'],
] as const)('something: as a %s, %s', (field, text) => {
  expect(isPlaceholder(field, text)).toBe(false);
});

it('leaves no speaker, track, type, room, language nor text of them', () => {
  const rows = [
    'ID,Title,Speaker names,Track,Session type,Room,Language,Abstract,Start,End',
    '1,TBA,Unnamed speaker,No Track,N/A,TBD,und,TBA,2031-03-28T09:00:00Z,2031-03-28T10:00:00Z',
  ];
  const { conference } = decodeSchedule(new TextEncoder().encode(rows.join('\n')), {
    timeZone: 'UTC',
  });
  expect({ ...conference, days: [] }).toEqual({
    title: 'Conference',
    timeZone: 'UTC',
    days: [],
    rooms: [],
    tracks: [],
    talks: [
      {
        id: '1',
        title: 'TBA',
        start: Date.UTC(2031, 2, 28, 9),
        end: Date.UTC(2031, 2, 28, 10),
        speakers: [],
        abstract: '',
        links: [],
        status: 'scheduled',
      },
    ],
    breaks: [],
  });
});
