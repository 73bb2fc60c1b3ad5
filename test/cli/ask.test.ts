import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { meaningAtOnce } from '../../adapters/meaning/meaning.ts';
import { ask } from '../../src/cli/ask.ts';
import { messagesFor } from '../../src/messages/messages.ts';
import { decodeSchedule } from '../../src/schedule/decode.ts';
import { sourceOf } from '../../src/schedule/source.ts';
import { at } from '../support/instants.ts';
import { FRINGE, WEB } from '../support/sideEvent.ts';

const BUNDLED = resolve(import.meta.dirname, '../../data/fosdem-2020-containers.json');
const FOUND = {
  ...{ source: sourceOf('bundled', undefined, 'operator'), fingerprint: '', validators: {} },
  ...{ others: [], steps: [] },
};

async function* linesOf(lines: readonly string[]): AsyncIterable<string> {
  yield* lines;
}

async function told(json: boolean, ...lines: readonly string[]): Promise<readonly string[]> {
  return toldAt('2020-02-01T10:00+01:00', json, ...lines);
}

async function toldAt(
  moment: string,
  json: boolean,
  ...lines: readonly string[]
): Promise<readonly string[]> {
  const written: string[] = [];
  const schedule = decodeSchedule(readFileSync(BUNDLED));
  const now = at(moment);
  await ask(
    {
      ...{ source: 'bundled', json, at: now, language: 'en' },
      ...{ conversation: true, stars: ['10316'] },
    },
    {
      write: (text) => written.push(text),
      complain: () => undefined,
      read: async () => ({ schedule, ...FOUND }),
      meaningOf: meaningAtOnce,
      lines: linesOf(lines),
      messages: messagesFor('en'),
      width: 80,
      stopwatch: () => 0,
    },
  );
  return written;
}

it('keeps what was starred in a conversation, with the leads of single talks', async () => {
  const lines = await told(false, 'podman', 'remind me 25 minutes before', 'my list');
  expect(lines.at(-1)).toContain('2 talks on your list');
  expect(lines.at(-1)).toContain('reminder 25 min before');
  const gone = await told(false, 'podman', 'star it', 'unstar it', 'my list');
  expect(gone.at(-1)).toContain('1 talk on your list');
});

it.each([
  ['2020-02-01T16:00+01:00', 'seccomp', true],
  ['2020-02-03T10:00+01:00', 'kubernetes', true],
  ['2020-02-01T17:30+01:00', 'kubernetes', false],
  ['2020-02-01T10:00+01:00', 'seccomp', false],
] as const)(
  'says at %s of all the talks that are over, with their recordings: %s',
  async (moment, question, isOver) => {
    const [card = ''] = await toldAt(moment, false, question);
    expect(card.includes('All of these are over.')).toBe(isOver);
    if (isOver) expect(card).toContain('Recording: Video recording');
  },
);

it('says that the conference is over, whatever of it is asked for', async () => {
  const cards = await toldAt('2020-02-03T10:00+01:00', false, 'now', 'next', 'the programme');
  for (const card of cards) expect(card).toContain('Containers devroom is over.');
});

it('is sure of nothing but an answer to what was asked, with everything understood', async () => {
  const lines = [
    'podman',
    'now',
    'my list',
    'my list day:1',
    'now speaker:ada',
    'podman room:ballroom',
    'how do i get to UD2.208',
    'who won the podman cup',
    'i lost my podman',
    'where can i buy fries',
  ];
  const sure = await told(true, ...lines);
  expect(lines.filter((_, at) => JSON.parse(sure[at] ?? '').confident)).toEqual([
    ...['podman', 'now', 'my list'],
  ]);
});

it('is not sure of a name that is written otherwise', async () => {
  const sure = async (question: string) => {
    const [line = ''] = await told(true, question);
    const { intent, talks, confident } = JSON.parse(line);
    return { intent, talks, confident };
  };
  expect(await sure('talks by akihiro suda')).toEqual({
    ...{ intent: 'find', talks: ['10316'], confident: true },
  });
  expect(await sure('talks by akihiro sudo')).toMatchObject({ confident: false });
});

it('asks several schedules as one, each talk with the conference that it is of', async () => {
  const written: string[] = [];
  const questions = ['bread', 'star it', 'containers at 15:00', 'my list'];
  const code = await ask(
    {
      ...{ source: 'main', beside: ['fringe'], json: true, language: 'en' },
      ...{
        at: at('2020-02-01T10:00+01:00'),
        conversation: true,
        stars: ['10316', '1@fringe.example'],
      },
    },
    {
      write: (text) => written.push(text),
      complain: () => undefined,
      read: async (source) => {
        const bytes = source === 'main' ? readFileSync(BUNDLED) : Buffer.from(WEB[FRINGE] ?? '');
        return { schedule: decodeSchedule(bytes), ...FOUND };
      },
      meaningOf: meaningAtOnce,
      lines: linesOf(questions),
      ...{ messages: messagesFor('en'), width: 80, stopwatch: () => 0 },
    },
  );
  expect(code).toBe(0);
  const told = written.map((line) => JSON.parse(line));
  const main = 'FOSDEM 2020: Containers devroom';
  expect(told.map(({ talks, conferences }) => [talks, conferences])).toEqual([
    [['0@fringe.example'], ['Fringe']],
    [['0@fringe.example'], ['Fringe']],
    [
      ['1@fringe.example', '10578'],
      ['Fringe', main],
    ],
    [
      ['10316', '0@fringe.example', '1@fringe.example'],
      [main, 'Fringe', 'Fringe'],
    ],
  ]);
});
