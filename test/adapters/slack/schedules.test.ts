import { describe, expect, test } from 'vitest';
import { homeView } from '../../../adapters/slack/home/home.ts';
import { optionsOf } from '../../../adapters/slack/surfaces/typeAhead.ts';
import { memberListOf } from '../../../src/agenda/list/memberList.ts';
import { memberListCard } from '../../../src/agenda/list/memberListCard.ts';
import { settingsCard } from '../../../src/agenda/settingsCard.ts';
import { messagesFor } from '../../../src/messages/messages.ts';
import type { Programme } from '../../../src/programme/programme.ts';
import type { Talk } from '../../../src/schedule/schedule.ts';
import { passer } from '../../commands/support/corridor.ts';
import { checkSuggestions, checkView } from '../../servers/slack/rules/blocks.ts';
import { loadSpecification } from '../../servers/slack/rules/specification.ts';
import { askingAt, everyCard, hallwayAt } from '../../support/everyCard.ts';
import { harshAfternoon } from '../../support/harshAfternoon.ts';
import { programmeOf } from '../../support/programmes.ts';
import {
  areRealSchedulesHere,
  REAL_SCHEDULES,
  type RealCards,
  realCards,
} from '../../support/realSchedules.ts';
import { someOf } from '../../support/thorough.ts';
import { complaintsAbout } from './complaints.ts';

/** On a page of a list. */
const LISTED = 8;
const messages = messagesFor('en');

/** Cards that were checked already: versions of one schedule have most of theirs in common. */
const checked = new Set<string>();

test('an afternoon of the congress with the worst of talks: every card, page, choice and Home is one that Slack takes', async () => {
  const programme = programmeOf('real', harshAfternoon());
  await expectAllTaken({ programme, drawn: await everyCard(programme) });
});

describe.skipIf(!areRealSchedulesHere)(
  'real schedules (skipped where ../shared/schedules is absent)',
  () => {
    test.each(REAL_SCHEDULES)(
      '%s: every card, page, choice and Home is one that Slack takes',
      async (file) => expectAllTaken(await realCards(file)),
    );
  },
);

async function expectAllTaken({ programme, drawn }: RealCards): Promise<void> {
  for (const { view, card } of drawn) {
    const said = JSON.stringify(card);
    if (checked.has(said)) continue;
    checked.add(said);
    expect({ view, complaints: complaintsAbout(card) }).toEqual({ view, complaints: [] });
  }
  const { talks } = programme.conference;
  for (const text of ['', ...(talks[0]?.title.split(/\s+/).slice(0, 3) ?? [])]) {
    expect(await complaintsAboutChoices(programme, text)).toEqual([]);
  }
  const pages = Array.from(
    { length: Math.ceil(talks.length / LISTED) },
    (_, page) => page * LISTED,
  );
  for (const at of someOf(pages, 25)) {
    const complaints = await complaintsAboutHome(programme, talks.slice(at, at + LISTED));
    expect({ at, complaints }).toEqual({ at, complaints: [] });
  }
}

async function complaintsAboutChoices(programme: Programme, text: string) {
  const [first] = programme.conference.talks;
  const choices = await hallwayAt(programme, first?.start ?? 0).suggest({
    ...({ kind: 'suggest', command: 'talk', option: 'query' } as const),
    ...{ text, caller: passer },
  });
  return checkSuggestions(loadSpecification(), jsonOf(optionsOf(choices)));
}

/** The Home of somebody who starred these talks, when the first of them begins. */
async function complaintsAboutHome(programme: Programme, starred: readonly Talk[]) {
  const now = starred[0]?.start ?? 0;
  const ask = askingAt(programme, now);
  const list = memberListOf(
    undefined,
    starred.map(({ id }) => ({ talk: id })),
    programme.timetable,
  );
  const ids = new Set(starred.map(({ id }) => id));
  const mine = { messages, programme, now, starred: ids, audience: 'caller' } as const;
  const cards = [
    memberListCard(list, 1, 'answer', mine),
    await ask({ kind: 'now', page: 1 }),
    await ask({ kind: 'next', page: 1 }),
  ];
  return checkView(
    loadSpecification(),
    jsonOf(
      homeView({ cards, settings: [settingsCard(undefined, { locale: 'en' }, mine)], messages }),
    ),
    'home',
  );
}

function jsonOf(value: unknown) {
  return JSON.parse(JSON.stringify(value));
}
