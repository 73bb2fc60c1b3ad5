import { expect, it } from 'vitest';
import type { Card } from '../../../src/cards/cards.ts';
import type { Frame } from '../../../src/cards/frame.ts';
import { plainText } from '../../../src/cards/plainText.ts';
import { noticeCard } from '../../../src/courier/wording/news/noticeCard.ts';
import { messagesFor } from '../../../src/messages/messages.ts';
import { bundled } from '../../commands/support/corridor.ts';

const programme = await bundled();
const frame: Frame = {
  messages: messagesFor('en'),
  programme,
  now: Date.UTC(2020, 1, 1, 8),
  starred: new Set(),
  audience: 'everyone',
};

/** So many talks with other titles, and one that is canceled among them. */
function changes(count: number): Card {
  return noticeCard(
    Array.from({ length: count }, (_, index) => ({
      change: {
        kind: index === 3 ? 'canceled' : 'edited',
        talk: `t${index}`,
        title: `Talk ${index}`,
        fields: index === 3 ? [] : ['title'],
      },
      talk: undefined,
    })),
    frame,
  );
}

const titles = ({ blocks }: Card) =>
  blocks.flatMap((block) => (block.kind === 'row' ? [/Talk \d+/.exec(block.title)?.[0]] : []));

it('names every one of up to twenty changes, what is canceled first', () => {
  const others = Array.from({ length: 20 }, (_, index) => `Talk ${index}`).filter(
    (title) => title !== 'Talk 3',
  );
  expect(titles(changes(20))).toEqual(['Talk 3', ...others]);
});

it('names ten of a flood, and counts the rest', () => {
  const flood = changes(21);
  expect(titles(flood)).toEqual([3, 0, 1, 2, 4, 5, 6, 7, 8, 9].map((number) => `Talk ${number}`));
  expect(JSON.stringify(flood.blocks)).toContain('11 more');
});

it('begins with what the organisers say of the version that brought it', () => {
  const change = { kind: 'new', talk: 't', title: 'Talk', fields: [] } as const;
  const two = Array.from({ length: 2 }, () => ({ change, talk: undefined }));
  const said = 'Sunday is <@everyone> final.';
  const [first, ...rest] = noticeCard(two, frame, undefined, said).blocks;

  expect(first).toEqual({ kind: 'text', text: [said], tone: 'normal' });
  expect(rest).toEqual(noticeCard(two, frame).blocks);
});

it('says of a room that runs late once where and by how much, and of each talk its times', () => {
  const at = (hour: number, minute: number) => Date.UTC(2020, 1, 1, hour - 1, minute);
  const late = [10, 11].map((hour) => ({
    change: {
      kind: 'moved' as const,
      talk: `t${hour}`,
      title: `Talk ${hour}`,
      before: { start: at(hour, 0), end: at(hour, 30), room: 'Janson' },
      after: { start: at(hour, 15), end: at(hour, 45), room: 'Janson' },
      fields: [],
    },
    talk: undefined,
  }));
  expect(plainText(noticeCard(late, frame), { width: 80, messages: frame.messages })).toBe(
    `2 talks in Janson: 15 min later
  Talk 10
  Sat 1 Feb, 10:00–10:30 → 10:15–10:45
  Talk 11
  Sat 1 Feb, 11:00–11:30 → 11:15–11:45`,
  );
});

it('names who speaks instead of whom, and what now clashes on the list of whoever reads it', () => {
  const [first, second] = programme.conference.talks;
  if (first === undefined || second === undefined) throw new Error('There are no two talks.');
  const noticed = (before: readonly string[], after: readonly string[]) => ({
    change: {
      kind: 'edited' as const,
      talk: 't',
      title: 'Talk',
      before: first,
      after: first,
      fields: ['speakers'],
      speakers: { before, after },
    },
    talk: undefined,
    clashes: [second],
  });
  const lines = (one: Parameters<typeof noticed>) =>
    noticeCard([noticed(...one)], frame).blocks.flatMap((block) =>
      block.kind === 'row' ? block.details.slice(1) : [],
    );
  const clash = { kind: 'strong', text: `⚠ clashes with “${second.title}”` };

  expect(
    lines([
      ['Ada', 'Bo'],
      ['Ada', 'Cy'],
    ]),
  ).toEqual([['speakers: Ada, Bo → Ada, Cy'], [clash]]);
  expect(lines([[], ['Cy']])).toEqual([['speakers: nobody → Cy'], [clash]]);
  // As an older version left it to be sent.
  const { speakers: _, ...older } = noticed([], []).change;
  expect(JSON.stringify(noticeCard([{ change: older, talk: undefined }], frame))).toContain(
    'other speakers',
  );
});

it('tells the year of a date far from today', () => {
  const change = {
    kind: 'canceled' as const,
    talk: 't',
    title: 'Talk',
    before: { start: Date.UTC(2021, 1, 1, 9), end: Date.UTC(2021, 1, 1, 10), room: 'Janson' },
    fields: [],
  };
  expect(noticeCard([{ change, talk: undefined }], frame).summary).toBe(
    'Canceled: Talk · Mon 1 Feb 2021, 10:00–11:00 · Janson',
  );
});
