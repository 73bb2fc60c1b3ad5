import { decodeSchedule } from '../../src/schedule/decode.ts';
import type { Conference, Talk } from '../../src/schedule/schedule.ts';
import { congress, congressOf, congressTime } from './congress.ts';
import { JSON_DIALECTS } from './dialects/scheduleJson.ts';

const START = congressTime('2014-12-28T16:00');
const MINUTE_MS = 60_000;

const MARKDOWN = [
  '# A heading\n\n> A quotation of *somebody* who said `rm -rf /` & more <b>bold</b>.',
  '1. one\n2. two\n\n   - nested [link](https://example.org/a_(b)?c=d&e=f)\n   - @everyone <!channel> <@U1>',
  '```c\nint main(void) { return 0; }\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |',
].join('\n\n');

/** What programmes hold that fits no card: each alone, and some together. */
const WORST: readonly (Partial<Talk> & Pick<Talk, 'title'>)[] = [
  { title: 'W'.repeat(300), subtitle: 'Words '.repeat(60) },
  { title: '🎉'.repeat(120), abstract: '🎉 '.repeat(3_000) },
  { title: '\u202Eright to left\u2066 שלום עולם', abstract: 'مرحبا '.repeat(800) },
  { title: '*bold* _it_ ~gone~ `code` <http://x.example|x> @here', abstract: MARKDOWN },
  { title: 'All of the above', abstract: Array(30).fill(MARKDOWN).join('\n\n') },
  { title: 'A line', abstract: `${'x'.repeat(9_000)}` },
  { title: 'A crowd', speakers: peopleOf(60) },
  { title: 'Nobody, nothing, nowhere in particular' },
  { title: 'A moment', end: START },
  { title: 'Two days and a night', end: START + 55 * 60 * MINUTE_MS },
  { title: 'Canceled', status: 'canceled' },
];

/**
 * An afternoon of the congress with the worst of talks in it and thirty that begin at once, as a decoder
 * makes it: for every card, page and choice to be held against a platform's limits.
 */
export function harshAfternoon(): Conference {
  const end = START + 3 * 60 * MINUTE_MS;
  const quiet = congress().talks.filter(({ start }) => START <= start && start < end);
  const worst = WORST.map((talk, at) =>
    talkOf(8_000 + at, { room: `Hall ${'of '.repeat(40)}fame`, track: 'T'.repeat(120), ...talk }),
  );
  const crowd = Array.from({ length: 30 }, (_, at) =>
    talkOf(9_000 + at, { title: `${at} in parallel`, room: `Room ${at}` }),
  );
  const [dialect] = JSON_DIALECTS;
  if (dialect === undefined) throw new Error('There are no JSON dialects');
  return decodeSchedule(dialect.write(congressOf([...quiet, ...worst, ...crowd]))).conference;
}

function talkOf(id: number, facts: Partial<Talk> & Pick<Talk, 'title'>): Talk {
  return {
    ...{ id: String(id), guid: `guid-${id}`, code: `H${id}AA`, start: START },
    ...{ end: START + 30 * MINUTE_MS, speakers: [], abstract: '', links: [], status: 'scheduled' },
    ...facts,
  };
}

function peopleOf(count: number) {
  return Array.from({ length: count }, (_, at) => ({
    name: `Maximiliane Musterfrau-Beispiel ${at}`,
  }));
}
