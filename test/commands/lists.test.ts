import { expect, it } from 'vitest';
import type { Card } from '../../src/cards/cards.ts';
import type { CardReply, Hallway } from '../../src/platform/requests.ts';
import type { Programme } from '../../src/programme/programme.ts';
import { type ConferenceKey, conferenceRef } from '../../src/schedule/source.ts';
import { conferenceOf, talkAt } from '../support/conferences.ts';
import { at } from '../support/instants.ts';
import { keyOf } from '../support/names.ts';
import { programmeOf } from '../support/programmes.ts';
import { ada, openHall } from './support/hall.ts';

const NINE = at('2020-02-01T09:00+01:00');
const MINUTE = 60_000;
const MAIN = keyOf('fosdem20');
const FRINGE = keyOf('fringe');
/** At the time of the main conference's talks 1 and 2, and with an id that one of them has. */
const fringe = {
  ...conferenceOf([
    talkAt('1', NINE + 65 * MINUTE, { title: 'Beekeeping' }),
    talkAt('g', NINE + 300 * MINUTE, { title: 'Barns' }),
  ]),
  title: 'Fringe',
};

const press = async (hallway: Hallway, key: ConferenceKey, deed: string) => {
  const id = `h1:${conferenceRef(key)}:${deed}`;
  return (await hallway.press({ kind: 'press', id, caller: ada })) as CardReply;
};
const mytalks = async (hallway: Hallway, subcommand = 'list') =>
  (await hallway.command({
    ...{ kind: 'command', command: 'mytalks', subcommand, args: {}, caller: ada },
  })) as CardReply;
const rows = ({ blocks }: Card) =>
  blocks.flatMap((block) =>
    block.kind === 'row'
      ? [`${block.title} | ${block.details.flat().map(worded).join('')}`]
      : block.kind === 'heading'
        ? [block.text]
        : [],
  );
const worded = (inline: unknown) =>
  typeof inline === 'string'
    ? inline
    : ((inline as { venue?: string }).venue ?? ` ${(inline as { text?: string }).text}`);
const starOf = ({ blocks }: Card, title: string) => {
  const row = blocks.find((block) => block.kind === 'row' && block.title === title);
  return row?.kind === 'row' && row.button?.kind === 'action' ? row.button.id : '';
};

it('a list holds talks of all conferences of the community, with the clashes between them', async () => {
  const { hallway } = await openHall({ now: NINE, beside: fringe });
  await press(hallway, MAIN, 'star:1');
  await press(hallway, FRINGE, 'star:1');
  await press(hallway, FRINGE, 'star:g');

  const { card } = await mytalks(hallway);

  expect(rows(card)).toEqual([
    'Sat 1 Feb',
    'Live migration <@everyone> | 10:00–10:30 · UD2.208 (Decroly) · Adrian · FOSDEM 2020 · starts in 1 h ⚠ clashes with “Beekeeping”',
    'Beekeeping | 09:05–09:30 · A · Speaker of 1 · Fringe ⚠ clashes with “Live migration <@everyone>”',
    'Barns | 13:00–13:25 · A · Speaker of g · Fringe',
  ]);

  const id = starOf(card, 'Beekeeping');
  expect(id).toBe(`h1:${conferenceRef(MAIN)}:unstar:1*${conferenceRef(FRINGE)}:mytalks:1`);
  const redrawn = (await hallway.press({ kind: 'press', id, caller: ada })) as CardReply;
  expect(rows(redrawn.card).map((row) => row.split(' | ')[0])).toEqual([
    ...['Sat 1 Feb', 'Live migration <@everyone>', 'Barns'],
  ]);
});

it('the calendar and the shared list hold both, and a list of one conference is as it was', async () => {
  const { hallway } = await openHall({ now: NINE, beside: fringe });
  await press(hallway, MAIN, 'star:1');
  await press(hallway, FRINGE, 'star:1');

  const { attachments } = await press(hallway, MAIN, 'exportCalendar');
  const lines = String(attachments[0]?.content).split('\r\n');
  expect(lines.filter((line) => line.startsWith('SUMMARY'))).toEqual([
    ...['SUMMARY:Live migration <@everyone>', 'SUMMARY:Beekeeping'],
  ]);
  expect(new Set(lines.filter((line) => line.startsWith('UID'))).size).toBe(2);
  const shared = await mytalks(hallway, 'share');
  expect(rows(shared.card).map((row) => row.split(' | ')[0])).toEqual([
    ...['Live migration <@everyone>', 'Beekeeping'],
  ]);
});

it('what was starred in a conference that was replaced stays on the list, and can be taken off', async () => {
  const former: Programme = programmeOf(String(FRINGE), fringe);
  const before = await openHall({ now: NINE, beside: fringe });
  await press(before.hallway, FRINGE, 'star:1');
  const { hallway } = await openHall({ now: NINE, former: [former], database: before.database });

  const { card } = await mytalks(hallway);
  expect(rows(card)).toEqual(['Sat 1 Feb', 'Beekeeping | 09:05–09:30 · A · Speaker of 1 · Fringe']);
  const id = starOf(card, 'Beekeeping');
  const redrawn = (await hallway.press({ kind: 'press', id, caller: ada })) as CardReply;
  expect(rows(redrawn.card)).toEqual([]);
});

it('what is followed is followed in every conference that has it, listed with which, and ended in all', async () => {
  const { hallway } = await openHall({ now: NINE, beside: fringe });
  const follow = async (what: string) =>
    (await hallway.command({
      ...{ kind: 'command', command: 'follow', args: { what }, caller: ada },
    })) as CardReply;

  expect((await follow('beekeeping')).card.summary).toMatch(/“beekeeping”: 1 talk is to come/);
  expect((await follow('Speaker of g')).card.summary).toMatch(/^You follow Speaker of g: 1 talk/);

  const { card } = await follow('');
  expect(rows(card)).toEqual([
    '“beekeeping” | topic · FOSDEM 2020 · nothing to come',
    'Speaker of g | speaker · Fringe · 1 talk to come',
    '“beekeeping” | topic · Fringe · 1 talk to come',
  ]);
  const id = starOf(card, 'Speaker of g');
  const left = (await hallway.press({ kind: 'press', id, caller: ada })) as CardReply;
  expect(rows(left.card).map((row) => row.split(' | ')[0])).toEqual([
    ...['“beekeeping”', '“beekeeping”'],
  ]);
});

it('what is followed in a conference that was replaced is listed, since it reminds, and can be ended', async () => {
  const before = await openHall({ now: NINE, beside: fringe });
  const said = (hallway: Hallway, what: string) =>
    hallway.command({ kind: 'command', command: 'follow', args: { what }, caller: ada });
  await said(before.hallway, 'beekeeping');
  const programme = programmeOf(String(FRINGE), fringe);
  const { hallway } = await openHall({
    ...{ now: NINE, former: [programme], database: before.database },
    own: { programme, community: { platform: 'chat', id: 'fosdem' } },
  });

  const all = ((await said(hallway, '')) as CardReply).card;
  expect(rows(all)).toEqual([
    ...['“beekeeping” | topic · nothing to come', '“beekeeping” | topic · Fringe · 1 talk to come'],
  ]);
  const ids = all.blocks.flatMap((block) =>
    block.kind === 'row' && block.button?.kind === 'action' ? [block.button.id] : [],
  );
  const ended = (await hallway.press({
    ...{ kind: 'press', id: String(ids[1]), caller: ada },
  })) as CardReply;
  expect(ended.card.summary).toBe('You no longer follow “beekeeping”.');
  expect(rows(((await said(hallway, '')) as CardReply).card)).toEqual([
    '“beekeeping” | topic · nothing to come',
  ]);
});
