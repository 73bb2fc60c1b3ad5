import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { encodeAction } from '../../../src/cards/action.ts';
import type { Card } from '../../../src/cards/card.ts';
import { shortRef } from '../../../src/cards/reference.ts';
import type { View } from '../../../src/cards/view.ts';
import { silentLog } from '../../../src/log.ts';
import { decodeSchedule } from '../../../src/schedule/decode.ts';
import type { Conference } from '../../../src/schedule/model.ts';
import { corridor, passer } from '../../commands/support/corridor.ts';
import { harshAfternoon } from '../../support/harshAfternoon.ts';
import { keyOf } from '../../support/names.ts';
import { programmeOf } from '../../support/programmes.ts';
import { areRealSchedulesHere, REAL_SCHEDULES } from '../../support/realSchedules.ts';
import { sharedPath } from '../../support/shared.ts';
import { complaintsAbout, complaintsAboutChoices } from './complaints.ts';

const MOST_PAGES = 500;
const COMPLETED = [
  { command: 'talk', option: 'query' },
  { command: 'schedule', option: 'day' },
  { command: 'schedule', option: 'room' },
  { command: 'schedule', option: 'track' },
] as const;

test('an afternoon of the congress with the worst of talks: every card, page and choice is one that Discord takes', () =>
  expectAllTaken(harshAfternoon()));

describe.skipIf(!areRealSchedulesHere)(
  'real schedules (skipped where ../shared/schedules is absent)',
  () => {
    test.each(REAL_SCHEDULES)(
      '%s: every card, page and choice is one that Discord takes',
      async (file) => {
        const bytes = readFileSync(sharedPath(`schedules/${file}`) ?? '');
        await expectAllTaken(decodeSchedule(bytes, { timeZone: 'Europe/Brussels' }).conference);
      },
    );
  },
);

async function expectAllTaken(conference: Conference): Promise<void> {
  const programme = programmeOf('real', conference);
  const now = conference.talks[0]?.start ?? 0;
  const starred = conference.talks.slice(0, 5).map(({ id }) => id);
  const hallway = corridor(programme, now, { starred, log: silentLog });
  const show = async (view: View): Promise<Card> => {
    const id = encodeAction({ conference: keyOf('real'), deed: { kind: 'open', view } });
    const reply = await hallway.press({ kind: 'press', id, caller: passer });
    if (reply.kind === 'form') throw new Error('A form came.');
    return reply.card;
  };
  const check = async (view: View): Promise<Card> => {
    const card = await show(view);
    expect({ view, complaints: complaintsAbout(card) }).toEqual({ view, complaints: [] });
    return card;
  };

  for (const talk of conference.talks) {
    await check({ kind: 'talk', talk: shortRef(talk.id), whole: true });
    await check({ kind: 'slot', talk: shortRef(talk.id), page: 1 });
  }
  for (const kind of ['schedule', 'now', 'next'] as const) {
    for (let page = 1; page <= MOST_PAGES; page += 1) {
      const card = await check({ kind, page });
      if (!hasNextPage(card)) break;
    }
  }
  const words = conference.talks[0]?.title.split(/\s+/).slice(0, 3) ?? [];
  const requests = COMPLETED.flatMap((option) =>
    ['', 'by:', ...words].map((text) => ({ ...option, text })),
  );
  for (const request of requests) {
    const choices = await hallway.suggest({ kind: 'suggest', ...request, caller: passer });
    const complaints = complaintsAboutChoices(choices);
    expect({ request, complaints }).toEqual({ request, complaints: [] });
  }
}

function hasNextPage({ blocks }: Card): boolean {
  return blocks.some(
    (block) => block.kind === 'buttons' && block.buttons.some(({ label }) => label === 'More'),
  );
}
