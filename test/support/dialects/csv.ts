import type { Conference, Talk } from '../../../src/schedule/schedule.ts';
import type { Dialect } from './dialect.ts';
import { bytesOf, lengthOf, onClock, typedTitle } from './text.ts';

const HEADINGS = [
  ...['ID', 'Proposal title', 'Tags', 'Abstract', 'Speaker names', 'Level'],
  ...['Date', 'Start Time', 'Duration', 'Room', '', ''],
];

/** Local times, texts with line ends of Windows, two empty columns at the end. */
function csv(conference: Conference): Uint8Array {
  const rows = conference.talks.map((talk) => rowOf(talk, conference));
  return bytesOf(
    [HEADINGS, ...rows].map((row) => row.map(cellOf).join(',').concat('\r\n')).join(''),
  );
}

function rowOf(talk: Talk, conference: Conference): readonly string[] {
  const { date, clock } = onClock(talk.start, conference);
  return [
    talk.code ?? '',
    typedTitle(talk),
    'night, congress',
    talk.abstract.replaceAll('\n', '\r\n'),
    talk.speakers.map(({ name }) => name).join(', '),
    'Beginner',
    ...[date, clock, lengthOf(talk), talk.room ?? '', '', ''],
  ];
}

function cellOf(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export const CSV_DIALECT: Dialect = {
  name: "pretalx's CSV",
  format: 'pretalx-csv',
  namesZone: false,
  says: ['code', 'abstract'],
  idOf: ({ code = '' }) => code,
  write: csv,
};
