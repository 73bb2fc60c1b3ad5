import { expect, it } from 'vitest';
import type { Card } from '../../../src/cards/cards.ts';
import type { Frame } from '../../../src/cards/frame.ts';
import { plainText } from '../../../src/cards/plainText.ts';
import { noticeCard } from '../../../src/courier/wording/noticeCard.ts';
import { messagesFor } from '../../../src/messages/messages.ts';
import { bundled } from '../../commands/support/corridor.ts';

const programme = await bundled();
const frame: Frame = {
  messages: messagesFor('en'),
  programme,
  now: 0,
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
