import { describe, expect, it } from 'vitest';
import { createAlertChannels } from '../../adapters/storage/alerts/alertChannels.ts';
import { createAlerts } from '../../adapters/storage/alerts/alerts.ts';
import { createInterest } from '../../adapters/storage/communities/interest.ts';
import { memberStores } from '../../adapters/storage/members/memberWork.ts';
import type { Card } from '../../src/cards/cards.ts';
import { viewButton } from '../../src/cards/controls.ts';
import type { Frame } from '../../src/cards/frame.ts';
import type { ChangesView } from '../../src/cards/view.ts';
import { createCompose } from '../../src/courier/wording/compose.ts';
import { messagesFor } from '../../src/messages/messages.ts';
import { delivery, type ToldChange } from '../../src/outbox/delivery.ts';
import type { Caller, CardReply, Hallway } from '../../src/platform/requests.ts';
import type { Target } from '../../src/platform/target.ts';
import type { Conference, Talk } from '../../src/schedule/schedule.ts';
import { at } from '../support/instants.ts';
import { keyOf } from '../support/names.ts';
import { alone, programmeOf } from '../support/programmes.ts';
import { conference as fosdem } from './support/conference.ts';
import { ada, openHall } from './support/hall.ts';

const NINE = at('2020-02-01T09:00+01:00');
const MINUTE = 60_000;
const YEAR = 365 * 24 * 60 * MINUTE;
const COUNT = 21;

const talkOf = (number: number): Talk => ({
  ...{ speakers: [], abstract: '', links: [], status: 'scheduled', room: 'Janson' },
  id: `t${number}`,
  title: `Talk ${number}`,
  start: NINE + number * MINUTE,
  end: NINE + (number + 1) * MINUTE,
});
const talks = Array.from({ length: COUNT }, (_, number) => talkOf(number));
const conference: Conference = { ...fosdem, talks };
const changes = talks.map(
  ({ id, title, start, end }): ToldChange => ({
    kind: id === 't20' ? 'canceled' : 'moved',
    ...{ talk: id, title, fields: [] },
    before: { start: start - MINUTE, end: end - MINUTE, room: 'Janson' },
    after: { start, end, room: 'Janson' },
  }),
);
const CHANNEL = { kind: 'channel', platform: 'chat', community: 'fosdem', channel: 'c1' } as const;
const ADA = { kind: 'member', platform: 'chat', member: 'ada' } as const;
const KEY = keyOf('fosdem20');

/** As digests bore one in a channel and in direct messages. */
function oldButton(view: ChangesView): string {
  const frame: Frame = {
    ...{ messages: messagesFor('en'), programme: programmeOf('fosdem20', conference), now: NINE },
    ...{ starred: new Set(), audience: view.channel === undefined ? 'caller' : 'everyone' },
  };
  const button = viewButton(frame, view, 'All 21 changes');
  if (button.kind !== 'action') throw new Error('It opens nothing.');
  return button.id;
}

/** A channel, and Ada, were told of so many changes that a digest came; `id` is of the button that such digests had. */
async function afterFlood(target: Target) {
  const hall = await openHall({ now: NINE, conference });
  const digest = delivery(
    { target, conference: KEY },
    { kind: 'changes', changes },
    { dueAt: NINE, expiresAt: NINE + MINUTE },
    7,
  );
  await hall.outbox.enqueue([digest]);
  await hall.subscriptions.put({
    ...{ target: CHANNEL, language: 'en', leadMinutes: 10, since: NINE },
    ...{ rooms: [], tracks: [], kinds: ['notices'] },
  });
  await star(hall.hallway, 't1');
  const compose = createCompose({
    ...hall,
    ...memberStores(hall.database.kysely),
    alertChannels: createAlertChannels(hall.database.kysely),
    interest: createInterest(hall.database.kysely),
    alerts: createAlerts(hall.database.kysely),
    says: hall.says,
    programmes: { ...alone, get: async () => programmeOf('fosdem20', conference) },
  });
  const worded = await compose([digest], NINE, false);
  if (worded === undefined) throw new Error('The digest was not worded.');
  const view: ChangesView = {
    ...{ kind: 'changes', update: 7, page: 1 },
    ...(target.kind === 'channel' ? { channel: target.channel } : {}),
  };
  return { ...hall, card: worded.card, id: oldButton(view) };
}

describe('a flood of changes', () => {
  it('is told with a button that opens what changed since it came', async () => {
    const { hallway, card, changeLog } = await afterFlood(CHANNEL);
    expect(buttons(card)).toEqual(['All changes', 'Whole schedule']);
    const step = { number: 7, at: NINE, changes, ids: new Map(), renames: [] };
    await changeLog.record(KEY, { ...step, number: 6, at: NINE - MINUTE, changes: [] });
    await changeLog.record(KEY, step);

    const opened = await press(hallway, idOf(card, 'All changes'));
    expect(opened).toMatchObject({ audience: 'caller', placement: 'new' });
    expect(opened.card.title).toBe('21 changes since 08:59');
  });

  it('of a message from before opens all of them, by page', async () => {
    const { hallway, id } = await afterFlood(CHANNEL);

    const first = await press(hallway, id);
    expect(first).toMatchObject({
      ...{ audience: 'caller', placement: 'new' },
      card: { title: '21 changes to the schedule', summary: '1 canceled, 20 moved' },
    });
    expect(titles(first.card)).toEqual([
      'Canceled: Talk 20',
      ...[0, 1, 2, 3, 4, 5, 6].map((number) => `Moved: Talk ${number}`),
    ]);
    expect(buttons(first.card)).toEqual(['More', 'Whole schedule']);

    const second = await press(hallway, idOf(first.card, 'More'));
    expect(second).toMatchObject({ audience: 'caller', placement: 'replace' });
    expect(buttons(second.card)).toEqual(['Back', 'More', 'Whole schedule']);
    const third = await press(hallway, idOf(second.card, 'More'));
    expect(titles(third.card)).toEqual([15, 16, 17, 18, 19].map((n) => `Moved: Talk ${n}`));
    expect(buttons(third.card)).toEqual(['Back', 'Whole schedule']);
  });

  it('is opened weeks later as well, and until it is kept no more', async () => {
    const { hallway, id, outbox, setClock, database } = await afterFlood(CHANNEL);
    await database.kysely.updateTable('outbox').set({ state: 'sent', ready_at: null }).execute();
    setClock(NINE + YEAR);
    expect(titles((await press(hallway, id)).card)).toHaveLength(8);

    await outbox.purge(NINE + YEAR);

    expect((await press(hallway, id)).card).toMatchObject({
      kind: 'problem',
      summary: 'What changed then is no longer kept. /schedule shows the programme as it is now.',
    });
  });

  it.each<[string, Target, Partial<Caller>]>([
    ['of a channel, somebody of another community', CHANNEL, { community: 'elsewhere' }],
    ['of a channel, somebody on another platform', CHANNEL, { platform: 'mail' }],
    ["of a member's own list, another member", ADA, { member: 'bob' }],
  ])('%s learns nothing of it', async (_, target, stranger) => {
    const { hallway, id } = await afterFlood(target);
    expect((await press(hallway, id)).card.kind).toBe('notice');

    const reply = await press(hallway, id, { ...ada, ...stranger });

    expect(reply.card).toMatchObject({ kind: 'problem' });
    expect(JSON.stringify(reply)).not.toContain('Talk');
  });

  it('of a list is its own members, who cannot draw it in a channel', async () => {
    const { hallway, id } = await afterFlood(ADA);
    expect((await press(hallway, id)).card.title).toBe('21 changes to talks on your list');

    const reply = await press(hallway, id.replace(':turn:', ':share:'));

    expect(reply).toMatchObject({ audience: 'caller', card: { kind: 'problem' } });
  });

  it('marks what the reader starred, and draws the page anew where a star is pressed', async () => {
    const { hallway, id } = await afterFlood(CHANNEL);
    const { card: page } = await press(hallway, id);
    expect(stars(page)).toEqual(['☆ Star', '☆ Star', '★ Starred', ...Array(5).fill('☆ Star')]);

    const row = page.blocks.flatMap((block) => (block.kind === 'row' ? [block] : []))[1];
    const redrawn = await press(hallway, row?.button?.kind === 'action' ? row.button.id : '');

    expect(redrawn.placement).toBe('replace');
    expect(stars(redrawn.card).slice(0, 3)).toEqual(['☆ Star', '★ Starred', '★ Starred']);
  });

  it('is opened in German', async () => {
    const { hallway, id } = await afterFlood(CHANNEL);
    const { card: page } = await press(hallway, id, { ...ada, locale: 'de' });
    expect(page.title).toBe('21 Änderungen am Programm');
    const gone = await press(hallway, id, { ...ada, locale: 'de', community: 'elsewhere' });
    expect(gone.card.summary).toContain('nicht mehr gespeichert');
  });
});

const star = (hallway: Hallway, talk: string) => press(hallway, `h1:fosdem20:star:${talk}`);

async function press(hallway: Hallway, id: string, caller = ada): Promise<CardReply> {
  const reply = await hallway.press({ kind: 'press', id, caller });
  if (reply.kind === 'form') throw new Error('A form came.');
  return reply;
}

const titles = ({ blocks }: Card) =>
  blocks.flatMap((block) => (block.kind === 'row' ? [block.title] : []));

const stars = ({ blocks }: Card) =>
  blocks.flatMap((block) => (block.kind === 'row' ? [block.button?.label] : []));

const allButtons = ({ blocks }: Card) =>
  blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []));

const buttons = (card: Card) => allButtons(card).map(({ label }) => label);

function idOf(card: Card, label: string): string {
  const found = allButtons(card).find((one) => one.label === label);
  if (found?.kind !== 'action') throw new Error(`There is no button “${label}”.`);
  return found.id;
}
