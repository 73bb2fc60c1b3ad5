import { expect, it } from 'vitest';
import type { Card } from '../../src/cards/cards.ts';
import type { Frame } from '../../src/cards/frame.ts';
import { announcementCard } from '../../src/courier/wording/announcementCard.ts';
import { digestCard } from '../../src/courier/wording/news/digestCard.ts';
import { noticeCard } from '../../src/courier/wording/news/noticeCard.ts';
import { messagesFor } from '../../src/messages/messages.ts';
import { bundled } from '../commands/support/corridor.ts';

const programme = await bundled();
const { talks, days } = programme.conference;
const [first] = talks;
const [day] = days;
if (first === undefined || day === undefined) throw new Error('The devroom has talks.');
const frame: Frame = {
  messages: messagesFor('en'),
  programme,
  now: first.start,
  starred: new Set(),
  audience: 'everyone',
};

const menus = ({ blocks }: Card) => blocks.filter((block) => block.kind === 'menu');
const titlesIn = (card: Card) =>
  menus(card).flatMap(({ options }) =>
    options.map(({ label }) => label.slice('Sat 10:30 '.length)),
  );

it('opens every talk that an announcement names, those without a row as well', () => {
  expect(titlesIn(announcementCard(talks, first.start, frame))).toEqual(
    talks.map(({ title }) => title),
  );
});

it('opens what a digest and a notice show, and says what it is for', () => {
  const change = { kind: 'new', talk: first.id, title: first.title, fields: [] } as const;
  const gone = { ...change, kind: 'canceled' } as const;
  const notice = noticeCard(
    [
      { change, talk: first },
      { change: gone, talk: undefined },
    ],
    frame,
  );
  const digest = digestCard(day, talks, frame);

  expect(titlesIn(digest)).toEqual(talks.slice(0, 8).map(({ title }) => title));
  expect(titlesIn(notice)).toEqual([first.title]);
  expect([...menus(digest), ...menus(notice)].map(({ placeholder }) => placeholder)).toEqual([
    'Open a talk …',
    'Open a talk …',
  ]);
});

it('is not there where nothing can be opened', () => {
  const change = { kind: 'canceled', talk: first.id, title: first.title, fields: [] } as const;
  expect(menus(noticeCard([{ change, talk: undefined }], frame))).toEqual([]);
});
