import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { optionsOf } from '../../../adapters/slack/typeAhead.ts';
import type { Card } from '../../../src/cards/card.ts';
import { encodeAction } from '../../../src/commands/action.ts';
import { shortRef } from '../../../src/commands/reference.ts';
import type { View } from '../../../src/commands/view.ts';
import { silentLog } from '../../../src/log.ts';
import { createProgramme } from '../../../src/programme.ts';
import { decodeSchedule } from '../../../src/schedule/decode.ts';
import { corridor, passer } from '../../commands/support/corridor.ts';
import { checkSuggestions } from '../../servers/slack/rules/blocks.ts';
import { loadSpecification } from '../../servers/slack/rules/specification.ts';
import { sharedPath } from '../../support/shared.ts';
import { messageComplaints } from './complaints.ts';

const FILES = [
  '27c3.pentabarf.xml',
  '31c3.frab.xml',
  'camp2019-stages.frab.json',
  'dddperth-2022.sessionize-gridsmart.json',
  'democon-sep2022.pretalx.ics',
  'democon-sep2022.pretalx.json',
  'democon-sep2022.pretalx.xcal',
  'democon-sep2022.pretalx.xml',
  'droidcon-2025.sessions.csv',
  'fosdem-2020.pentabarf.xml',
  'fosdem-2024.rev1.xml',
  'fosdem-2024.rev2.xml',
  'linux-conf-au-2020.ics',
  'rc3-channels-2020.pretalx.json',
  'scottishsummit-2026.sessionize-all.json',
];
const isHere = sharedPath('schedules/manifest.json') !== undefined;
const MOST_PAGES = 500;

describe.skipIf(!isHere)('real schedules (skipped where ../shared/schedules is absent)', () => {
  test.each(FILES)(
    '%s: every card, page and choice is one that Slack takes',
    async (file) => {
      const bytes = readFileSync(sharedPath(`schedules/${file}`) ?? '');
      const { conference } = decodeSchedule(bytes, { timeZone: 'Europe/Brussels' });
      const programme = createProgramme('real', conference);
      const now = conference.talks[0]?.start ?? 0;
      const starred = conference.talks.slice(0, 5).map(({ id }) => id);
      const hallway = corridor(programme, now, { starred, log: silentLog });
      const show = async (view: View): Promise<Card> => {
        const id = encodeAction({ conference: 'real', deed: { kind: 'open', view } });
        const reply = await hallway.press({ kind: 'press', id, caller: passer });
        if (reply.kind === 'form') throw new Error('A form came.');
        return reply.card;
      };
      const check = async (view: View): Promise<Card> => {
        const card = await show(view);
        expect({ view, complaints: messageComplaints(card) }).toEqual({ view, complaints: [] });
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
      const [withWords] = conference.talks;
      for (const text of ['', ...(withWords?.title.split(/\s+/).slice(0, 3) ?? [])]) {
        const choices = await hallway.suggest({
          kind: 'suggest',
          command: 'talk',
          option: 'query',
          text,
          caller: passer,
        });
        const offered = JSON.parse(JSON.stringify(optionsOf(choices)));
        expect(checkSuggestions(loadSpecification(), offered)).toEqual([]);
      }
    },
    60_000,
  );
});

function hasNextPage({ blocks }: Card): boolean {
  return blocks.some(
    (block) => block.kind === 'buttons' && block.buttons.some(({ label }) => label === 'More'),
  );
}
