import { readdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { homeView } from '../../../adapters/slack/home.ts';
import { messageOf } from '../../../adapters/slack/show.ts';
import { myTalks } from '../../../src/agenda/myTalks.ts';
import { agendaCard } from '../../../src/cards/agendaCard.ts';
import {
  announcementCard,
  correctedCard,
  reminderCard,
} from '../../../src/cards/announcementCard.ts';
import type { Card, Reader } from '../../../src/cards/card.ts';
import { digestCard } from '../../../src/cards/digestCard.ts';
import type { Frame } from '../../../src/cards/frame.ts';
import { noticeCard } from '../../../src/cards/noticeCard.ts';
import { problemCard } from '../../../src/cards/problem.ts';
import { messagesFor } from '../../../src/messages/catalogue.ts';
import { bundled } from '../../commands/support/corridor.ts';
import { checkView } from '../../servers/slack/rules/blocks.ts';
import { loadSpecification } from '../../servers/slack/rules/specification.ts';
import { expectGolden } from '../../support/golden.ts';
import { complaintsAbout } from './complaints.ts';

const CARDS = resolve(import.meta.dirname, '../../golden/cards');
const MINUTE_MS = 60_000;

const onSite: Reader = { locale: 'en', timeZone: 'Europe/Brussels' };
const elsewhere: Reader = { locale: 'en', timeZone: 'America/New_York' };

async function expectGoldenCard(name: string, card: Card): Promise<void> {
  await expectGolden(`slack/${name}.json`, `${JSON.stringify(messageOf(card), null, 2)}\n`);
  expect(complaintsAbout(card)).toEqual([]);
}

async function cardIn(file: string): Promise<Card> {
  return JSON.parse(await readFile(resolve(CARDS, file), 'utf8')).card;
}

describe("the core's cards, as Slack is sent them", async () => {
  const files = (await readdir(CARDS)).filter((name) => name.endsWith('.json'));

  test.each(files)('%s', async (file) => {
    await expectGoldenCard(file.replace(/\.json$/, ''), {
      ...(await cardIn(file)),
      reader: onSite,
    });
  });

  test.each(['talk.json', 'talk-list.json'])('%s, to a reader elsewhere', async (file) => {
    const card = { ...(await cardIn(file)), reader: elsewhere };
    await expectGoldenCard(`${file.replace(/\.json$/, '')}-elsewhere`, card);
  });

  test('talk.json, to a channel', async () => {
    await expectGoldenCard('talk-shared', await cardIn('talk.json'));
  });
});

describe('cards of what Hallway says by itself, as Slack is sent them', async () => {
  const programme = await bundled();
  const { conference } = programme;
  const [first, second, third] = conference.talks;
  const [day] = conference.days;
  if (!first || !second || !third || !day) throw new Error('The devroom has talks.');
  const messages = messagesFor('en');
  const now = first.start - 10 * MINUTE_MS;
  const frame: Frame = { messages, programme, now, starred: new Set(), audience: 'everyone' };
  const mine: Frame = { ...frame, starred: new Set([first.id, second.id]), audience: 'caller' };
  const moved = {
    talk: second,
    change: {
      kind: 'moved',
      talk: second.id,
      title: second.title,
      before: {
        start: second.start - 30 * MINUTE_MS,
        end: second.end - 30 * MINUTE_MS,
        room: 'K.1.105',
      },
      after: { start: second.start, end: second.end, room: second.room ?? '' },
      fields: [],
    },
  } as const;
  const canceled = {
    talk: { ...third, status: 'canceled' },
    change: { kind: 'canceled', talk: third.id, title: third.title, fields: [] },
  } as const;

  test.each<readonly [string, Card]>([
    ['announcement', announcementCard([first], first.start, frame)],
    ['announcement-of-several', announcementCard([first, second, third], first.start, frame)],
    ['corrected-announcement', correctedCard([first, canceled.talk], first.start, frame)],
    ['reminder', { ...reminderCard([first], first.start, mine), reader: elsewhere }],
    ['notice-moved', noticeCard([moved], frame)],
    ['notice-canceled', noticeCard([canceled], frame)],
    ['notice-of-several', noticeCard([moved, canceled], frame)],
    ['digest', digestCard(day, conference.talks, frame)],
    [
      'mytalks',
      {
        ...agendaCard(
          myTalks(undefined, [{ talk: first.id }, { talk: second.id }], programme.timetable),
          1,
          'answer',
          mine,
        ),
        reader: elsewhere,
      },
    ],
    ['mytalks-empty', agendaCard(myTalks(undefined, [], programme.timetable), 1, 'answer', mine)],
    ['problem', problemCard(messages, messages.errors.noSuchTalk)],
  ])('%s', expectGoldenCard);

  test('home, of an admin elsewhere', async () => {
    const last = conference.talks.slice(-1);
    const stars = [second, ...last].map(({ id }) => ({ talk: id }));
    const starred = new Set(stars.map(({ talk }) => talk));
    const frame = { ...mine, starred, now: second.start + 5 * MINUTE_MS };
    const cards = [
      agendaCard(myTalks(undefined, stars, programme.timetable), 1, 'answer', frame),
      await cardIn('now.json'),
      await cardIn('next.json'),
    ].map((card) => ({ ...card, reader: elsewhere }));
    const home = homeView({ cards, organisers: [], messages });
    await expectGolden('slack/home.json', `${JSON.stringify(home, null, 2)}\n`);
    const sent = JSON.parse(JSON.stringify(home));
    expect(checkView(loadSpecification(), sent, 'home')).toEqual([]);
  });
});
