import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { homeView } from '../../../adapters/slack/home/home.ts';
import { optionsOf } from '../../../adapters/slack/surfaces/typeAhead.ts';
import { agendaCard } from '../../../src/agenda/listCard.ts';
import { myTalks } from '../../../src/agenda/myTalks.ts';
import { encodeAction } from '../../../src/cards/action.ts';
import type { Card } from '../../../src/cards/card.ts';
import { shortRef } from '../../../src/cards/reference.ts';
import type { View } from '../../../src/cards/view.ts';
import type { Instant } from '../../../src/clock.ts';
import { silentLog } from '../../../src/log.ts';
import { messagesFor } from '../../../src/messages/catalogue.ts';
import type { Programme } from '../../../src/programme/programme.ts';
import { decodeSchedule } from '../../../src/schedule/decode.ts';
import type { Talk } from '../../../src/schedule/model.ts';
import { corridor, passer } from '../../commands/support/corridor.ts';
import { checkSuggestions, checkView } from '../../servers/slack/rules/blocks.ts';
import { loadSpecification } from '../../servers/slack/rules/specification.ts';
import { harshAfternoon } from '../../support/harshAfternoon.ts';
import { keyOf } from '../../support/names.ts';
import { programmeOf } from '../../support/programmes.ts';
import { areRealSchedulesHere, REAL_SCHEDULES } from '../../support/realSchedules.ts';
import { sharedPath } from '../../support/shared.ts';
import { complaintsAbout } from './complaints.ts';

const MOST_PAGES = 500;
/** On a page of a list. */
const LISTED = 8;
const messages = messagesFor('en');

/** Cards that were checked already: versions of one schedule have most of theirs in common. */
const checked = new Set<string>();

test('an afternoon of the congress with the worst of talks: every card, page, choice and Home is one that Slack takes', () =>
  expectAllTaken(programmeOf('real', harshAfternoon())));

describe.skipIf(!areRealSchedulesHere)(
  'real schedules (skipped where ../shared/schedules is absent)',
  () => {
    test.each(REAL_SCHEDULES)(
      '%s: every card, page, choice and Home is one that Slack takes',
      (file) => expectAllTaken(read(file)),
    );
  },
);

async function expectAllTaken(programme: Programme): Promise<void> {
  const { talks } = programme.conference;
  const ask = askingAt(programme, talks[0]?.start ?? 0);
  for (const talk of talks) {
    const view = { kind: 'talk', talk: shortRef(talk.id), whole: true } as const;
    expectTaken(view, await ask(view));
  }
  for (const talk of firstOfEachSlot(talks)) {
    const view = { kind: 'slot', talk: shortRef(talk.id), page: 1 } as const;
    expectTaken(view, await ask(view));
  }
  for (const kind of ['schedule', 'now', 'next'] as const) {
    for (let page = 1; page <= MOST_PAGES; page += 1) {
      const card = await ask({ kind, page });
      expectTaken({ kind, page }, card);
      if (!hasNextPage(card)) break;
    }
  }
  for (const text of ['', ...(talks[0]?.title.split(/\s+/).slice(0, 3) ?? [])]) {
    expect(await complaintsAboutChoices(programme, text)).toEqual([]);
  }
  for (let at = 0; at < talks.length; at += LISTED) {
    const complaints = await complaintsAboutHome(programme, talks.slice(at, at + LISTED));
    expect({ at, complaints }).toEqual({ at, complaints: [] });
  }
}

function expectTaken(what: View, card: Card): void {
  const said = JSON.stringify(card);
  if (checked.has(said)) return;
  checked.add(said);
  expect({ what, complaints: complaintsAbout(card) }).toEqual({ what, complaints: [] });
}

function read(file: string): Programme {
  const bytes = readFileSync(sharedPath(`schedules/${file}`) ?? '');
  return programmeOf('real', decodeSchedule(bytes, { timeZone: 'Europe/Brussels' }).conference);
}

function hallwayAt(programme: Programme, now: Instant) {
  const starred = programme.conference.talks.slice(0, 5).map(({ id }) => id);
  return corridor(programme, now, { starred, log: silentLog });
}

function askingAt(programme: Programme, now: Instant): (view: View) => Promise<Card> {
  const hallway = hallwayAt(programme, now);
  return async (view) => {
    const id = encodeAction({ conference: keyOf('real'), deed: { kind: 'open', view } });
    const reply = await hallway.press({ kind: 'press', id, caller: passer });
    if (reply.kind === 'form') throw new Error('A form came.');
    return reply.card;
  };
}

/** What else runs is the same for all that start and end together. */
function firstOfEachSlot(talks: readonly Talk[]): readonly Talk[] {
  const slots = Map.groupBy(talks, ({ start, end }) => `${start} ${end}`);
  return [...slots.values()].map(([first]) => first).filter((talk) => talk !== undefined);
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
  const list = myTalks(
    undefined,
    starred.map(({ id }) => ({ talk: id })),
    programme.timetable,
  );
  const ids = new Set(starred.map(({ id }) => id));
  const mine = { messages, programme, now, starred: ids, audience: 'caller' } as const;
  const cards = [
    agendaCard(list, 1, 'answer', mine),
    await ask({ kind: 'now', page: 1 }),
    await ask({ kind: 'next', page: 1 }),
  ];
  return checkView(loadSpecification(), jsonOf(homeView({ cards, messages })), 'home');
}

function jsonOf(value: unknown) {
  return JSON.parse(JSON.stringify(value));
}

function hasNextPage({ blocks }: Card): boolean {
  return blocks.some(
    (block) => block.kind === 'buttons' && block.buttons.some(({ label }) => label === 'More'),
  );
}
