import { describe, expect, test } from 'vitest';
import { passer } from '../../commands/support/corridor.ts';
import { everyCard, hallwayAt } from '../../support/everyCard.ts';
import { harshAfternoon } from '../../support/harshAfternoon.ts';
import { programmeOf } from '../../support/programmes.ts';
import {
  areRealSchedulesHere,
  REAL_SCHEDULES,
  type RealCards,
  realCards,
} from '../../support/realSchedules.ts';
import { complaintsAbout, complaintsAboutChoices } from './complaints.ts';

const COMPLETED = [
  { command: 'talk', option: 'query' },
  { command: 'schedule', option: 'day' },
  { command: 'schedule', option: 'room' },
  { command: 'schedule', option: 'track' },
] as const;

/** Cards that were checked already: versions of one schedule have most of theirs in common. */
const checked = new Set<string>();

test('an afternoon of the congress with the worst of talks: every card, page and choice is one that Discord takes', async () => {
  const programme = programmeOf('real', harshAfternoon());
  await expectAllTaken({ programme, drawn: await everyCard(programme) });
});

describe.skipIf(!areRealSchedulesHere)(
  'real schedules (skipped where ../shared/schedules is absent)',
  () => {
    test.each(REAL_SCHEDULES)(
      '%s: every card, page and choice is one that Discord takes',
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
  const [first] = programme.conference.talks;
  const hallway = hallwayAt(programme, first?.start ?? 0);
  const words = first?.title.split(/\s+/).slice(0, 3) ?? [];
  const requests = COMPLETED.flatMap((option) =>
    ['', 'by:', ...words].map((text) => ({ ...option, text })),
  );
  for (const request of requests) {
    const choices = await hallway.suggest({ kind: 'suggest', ...request, caller: passer });
    const complaints = complaintsAboutChoices(choices);
    expect({ request, complaints }).toEqual({ request, complaints: [] });
  }
}
