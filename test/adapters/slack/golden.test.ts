import { readdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { homeView } from '../../../adapters/slack/home/home.ts';
import { messageOf } from '../../../adapters/slack/surfaces/show.ts';
import { memberListOf } from '../../../src/agenda/list/memberList.ts';
import { memberListCard } from '../../../src/agenda/list/memberListCard.ts';
import { settingsCard } from '../../../src/agenda/settingsCard.ts';
import type { Card, Reader } from '../../../src/cards/cards.ts';
import type { Frame } from '../../../src/cards/frame.ts';
import { LANGUAGES, messagesFor } from '../../../src/messages/messages.ts';
import { bundled } from '../../commands/support/corridor.ts';
import { checkView } from '../../servers/slack/rules/blocks.ts';
import { loadSpecification } from '../../servers/slack/rules/specification.ts';
import { expectGolden } from '../../support/golden.ts';
import { ownCards, ownCardsIn } from '../../support/ownCards.ts';
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

describe('cards of what Hallway says by itself, as Slack is sent them', () => {
  /** What its reader's zone is known of. */
  const toOne = new Set(['reminder', 'mytalks']);

  test.each(Object.entries(ownCards))('%s', async (name, card) => {
    await expectGoldenCard(name, toOne.has(name) ? { ...card, reader: elsewhere } : card);
  });

  test.each(LANGUAGES)('keep the limits in %s', async (language) => {
    const cards = Object.values(await ownCardsIn(language));
    expect(cards.flatMap(complaintsAbout)).toEqual([]);
  });

  test('home, of an admin elsewhere', async () => {
    const programme = await bundled();
    const { talks } = programme.conference;
    const [, second] = talks;
    const last = talks.at(-1);
    if (!second || !last) throw new Error('The devroom has talks.');
    const stars = [second, last].map(({ id }) => ({ talk: id }));
    const messages = messagesFor('en');
    const frame: Frame = {
      messages,
      programme,
      now: second.start + 5 * MINUTE_MS,
      starred: new Set(stars.map(({ talk }) => talk)),
      audience: 'caller',
    };
    const cards = [
      memberListCard(memberListOf(undefined, stars, programme.timetable), 1, 'answer', frame),
      await cardIn('now.json'),
      await cardIn('next.json'),
    ].map((card) => ({ ...card, reader: elsewhere }));
    const home = homeView({
      cards,
      settings: [settingsCard(undefined, elsewhere, frame)],
      organisers: [],
      messages,
    });
    await expectGolden('slack/home.json', `${JSON.stringify(home, null, 2)}\n`);
    const sent = JSON.parse(JSON.stringify(home));
    expect(checkView(loadSpecification(), sent, 'home')).toEqual([]);
  });
});
