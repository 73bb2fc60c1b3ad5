import { describe, expect, it } from 'vitest';
import { encodeAction } from '../../src/cards/actions/action.ts';
import type { Card } from '../../src/cards/cards.ts';
import { plainText } from '../../src/cards/plainText.ts';
import { messagesFor } from '../../src/messages/messages.ts';
import type { ChangeStep } from '../../src/outbox/changeLog.ts';
import type { ToldChange } from '../../src/outbox/delivery.ts';
import type { Caller, CardReply, Hallway } from '../../src/platform/requests.ts';
import type { Translation } from '../../src/schedule/schedule.ts';
import { conferenceOf, talkAt } from '../support/conferences.ts';
import { keyOf, roomSlug } from '../support/names.ts';
import { ada, openHall } from './support/hall.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const TEN = Date.UTC(2020, 1, 1, 10);
const NOW = TEN + 30 * MINUTE;
const KEY = keyOf('fosdem20');
const talks = [
  talkAt('1', TEN + 60 * MINUTE, { title: 'Pods', room: 'B' }),
  talkAt('2', TEN + 90 * MINUTE, { title: 'Nodes' }),
  talkAt('3', TEN + 120 * MINUTE, { title: 'Clouds', status: 'canceled' }),
];
const conference = conferenceOf(talks);
const german: Caller = { ...ada, locale: 'de' };

describe('what changed', () => {
  it('is each talk once, the last changed first, with what was before and the reader’s own marked', async () => {
    const hall = await stage();
    await hall.star('3');

    const card = await hall.changes();
    expect(text(card)).toBe(
      [
        '2 changes today',
        '  1 canceled, 1 moved; one of them on your list',
        '  ✗ Canceled: Clouds',
        '  Sat 1 Feb, 12:00–12:25 · A',
        '  changed 10:05 · ★ on your list',
        '  Moved: Pods',
        '  Sat 1 Feb, 10:30–10:55 → 11:00–11:25 · A → B',
        '  changed 10:00',
      ].join('\n'),
    );
  });

  it('goes back to the last time that it was so', async () => {
    const { changes } = await stage();

    expect((await changes('10:01')).title).toBe('One change since 10:01');
    expect((await changes('since breakfast')).title).toBe('2 changes since 07:00');
    expect(text(await changes('yesterday'))).toContain(
      'Sat 1 Feb, 10:00–10:25 → 11:00–11:25 · A → B',
    );
    expect((await changes('yesterday')).title).toBe('3 changes since Fri 31 Jan');
    expect((await changes('15 min')).title).toBe('Nothing changed since 10:15.');
    expect((await changes('friday 22:00')).title).toBe('2 changes since Fri 31 Jan, 22:00');
  });

  it('is of one room, as it was before too, or of what talks are about', async () => {
    const { hallway } = await stage();
    const told = async (query: string) => {
      const view = { kind: 'changed', since: TEN - MINUTE, page: 1, query } as const;
      const { card } = await press(
        hallway,
        encodeAction({ conference: KEY, deed: { kind: 'open', view } }),
      );
      return [card.title, ...titles(card)];
    };

    expect(await told('room:b')).toEqual(['B: One change since 09:59', 'Moved: Pods']);
    expect(await told('room:a')).toEqual([
      'A: 2 changes since 09:59',
      'Canceled: Clouds',
      'Moved: Pods',
    ]);
    expect(await told('clouds')).toEqual(['clouds: One change since 09:59', 'Canceled: Clouds']);
    expect(await told('nodes')).toEqual(['nodes: Nothing changed since 09:59.']);
  });

  it('is of a room, a day, a topic or one’s own list, as typed or as said', async () => {
    const hall = await stage();
    await hall.star('3');
    const told = async (typed: string) => {
      const card = await hall.changes(typed);
      return [card.title, ...titles(card)];
    };

    expect(await told('since 09:59 room:b')).toEqual(['B: One change since 09:59', 'Moved: Pods']);
    expect(await told('room:b')).toEqual(['B: One change today', 'Moved: Pods']);
    expect(await told('clouds since 9')).toEqual([
      'clouds: One change since 09:00',
      'Canceled: Clouds',
    ]);
    expect((await told('day:sat'))[0]).toBe('Saturday: 2 changes today');
    for (const typed of ['is:starred', 'my list']) {
      expect(await told(typed)).toEqual(['your list: One change today', 'Canceled: Clouds']);
    }
    const own = await hall.changes('is:starred');
    expect(() => idOf(own, 'Share to channel')).toThrow();
    const inGerman = (await hall.run('seit 9 raum:b', german)).card;
    expect([inGerman.title, ...titles(inGerman)]).toEqual([
      'B: Eine Änderung seit 09:00',
      'Verschoben: Pods',
    ]);
  });

  it('is not guessed where nobody knows since when', async () => {
    const { run } = await stage();

    for (const since of ['the day of doom', 'tomorrow'])
      expect((await run(since)).card.summary).toBe(
        `I do not know when “${since}” is. Try 9:00, breakfast, yesterday or 2 hours.`,
      );
  });

  it('is shared since a year before anybody counted, too', async () => {
    const { hallway, changes } = await stage();
    for (const since of ['1969-01-01', '0000-00-00']) {
      const reply = await press(hallway, idOf(await changes(since), 'Share to channel'));
      expect(text(reply.card)).toContain('Canceled: Clouds');
    }
  });

  it('says when the schedule was last read where nothing changed, and from when on changes are known', async () => {
    const { changes } = await stage();

    expect(text(await changes('10:20'))).toBe(
      ['Nothing changed since 10:20.', '  The schedule was last read: 10:25.'].join('\n'),
    );
    expect(text(await changes('9 days'))).toContain('Changes are known since Fri 31 Jan, 09:00.');
  });

  it('is of a week where no conference day is', async () => {
    const { changes, setClock } = await stage();
    setClock(TEN + 4 * DAY);

    expect((await changes()).title).toBe('3 changes since Wed 29 Jan, 10:00');
  });

  it('knows nothing before a second version', async () => {
    const hall = await openHall({ now: NOW, conference });

    const { card } = await ask(hall.hallway, '');
    expect(text(card)).toContain('Nothing is known of earlier versions of this schedule.');
  });

  it('marks nobody’s list where everybody reads it', async () => {
    const hall = await stage();
    await hall.star('3');
    const share = idOf(await hall.changes(), 'Share to channel');

    const reply = await press(hall.hallway, share);
    expect(reply.audience).toBe('everyone');
    expect(text(reply.card)).not.toContain('on your list');
    expect(text(reply.card)).toContain('Canceled: Clouds');
  });

  it('has rooms that run late above, and places by the community’s clocks', async () => {
    const hall = await stage();
    const late = { room: roomSlug('b'), minutes: 15, since: NOW };
    await hall.communities.setDelay({ platform: 'chat', id: 'fosdem' }, KEY, late);

    const card = await hall.changes();
    expect(text(card)).toContain('From the organisers: B runs 15 min late');
    expect(text(card)).toContain('Sat 1 Feb, 10:30–10:55 → 11:15–11:40 · A → B');
  });

  it('tells of rooms with other names, and not of talks that were over when they changed', async () => {
    const hall = await stage();
    const over = place(TEN - 120 * MINUTE, 'A');
    await hall.changeLog.record(
      KEY,
      step(5, TEN + 10 * MINUTE, [
        { kind: 'edited', talk: '0', title: 'Old', before: over, after: over, fields: ['title'] },
      ]),
    );
    const renames = [{ kind: 'room', before: 'B', after: 'Bar' }] as const;
    await hall.changeLog.record(KEY, { ...step(6, TEN + 11 * MINUTE, []), renames });

    const card = await hall.changes();
    expect(card.title).toBe('2 changes today');
    expect(text(card)).toContain('B is now Bar');
    expect(text(card)).toContain('A → Bar');
  });

  it('is paged', async () => {
    const many = Array.from({ length: 20 }, (_, n) => talkAt(`m${n}`, TEN + n * MINUTE));
    const hall = await openHall({ now: NOW, conference: conferenceOf(many) });
    await hall.changeLog.record(KEY, step(1, TEN - DAY, []));
    const news = many.map(({ id, title, start }) => ({
      ...{ kind: 'new' as const, talk: id, title, after: place(start, 'A'), fields: [] },
    }));
    await hall.changeLog.record(KEY, step(2, TEN - 1, news));

    const { card } = await ask(hall.hallway, '');
    expect(titles(card)).toEqual([0, 1, 2, 3, 4, 5, 6, 7].map((n) => `New: Talk m${n}`));
    const next = await press(hall.hallway, idOf(card, 'More'));
    expect(titles(next.card)[0]).toBe('New: Talk m8');
  });

  it('is told in German', async () => {
    const { changes } = await stage();
    const card = await changes('gestern', german);
    expect(card.title).toBe('3 Änderungen seit Fr., 31. Jan.');
  });

  it('calls rooms that run late or have new names what the reader calls them', async () => {
    const hall = await stage([
      { text: 'B', language: 'de', translated: 'Bühne' },
      { text: 'Bar', language: 'de', translated: 'Theke' },
    ]);
    const late = { room: roomSlug('b'), minutes: 15, since: NOW };
    await hall.communities.setDelay({ platform: 'chat', id: 'fosdem' }, KEY, late);
    const renames = [{ kind: 'room', before: 'Pub', after: 'Bar' }] as const;
    await hall.changeLog.record(KEY, { ...step(5, TEN + 11 * MINUTE, []), renames });

    const card = text(await hall.changes('', german));
    expect(card).toContain('Von der Orga: Bühne');
    expect(card).toContain('Pub heißt jetzt Theke');
  });
});

async function stage(translations: readonly Translation[] = []) {
  const told = { ...conference, translations };
  const hall = await openHall({ now: NOW, conference: told, lastRead: TEN + 25 * MINUTE });
  const first = place(TEN, 'A');
  const second = place(TEN + 30 * MINUTE, 'A');
  const third = place(TEN + 60 * MINUTE, 'B');
  const nodes = place(TEN + 90 * MINUTE, 'A');
  const clouds = place(TEN + 120 * MINUTE, 'A');
  for (const one of [
    step(1, TEN - DAY - 60 * MINUTE, []),
    step(2, TEN - DAY, [
      { kind: 'new', talk: '2', title: 'Nodes', after: nodes, fields: [] },
      { kind: 'moved', talk: '1', title: 'Pods', before: first, after: second, fields: ['end'] },
    ]),
    step(3, TEN, [
      { kind: 'moved', talk: '1', title: 'Pods', before: second, after: third, fields: ['end'] },
    ]),
    step(4, TEN + 5 * MINUTE, [
      { kind: 'canceled', talk: '3', title: 'Clouds', before: clouds, fields: [] },
    ]),
  ])
    await hall.changeLog.record(KEY, one);
  return {
    ...hall,
    run: (since: string, caller: Caller = ada) => ask(hall.hallway, since, caller),
    changes: async (since = '', caller: Caller = ada) =>
      (await ask(hall.hallway, since, caller)).card,
    star: (talk: string) => press(hall.hallway, `h1:fosdem20:star:${talk}`),
  };
}

async function ask(hallway: Hallway, since: string, caller: Caller = ada): Promise<CardReply> {
  const args: Record<string, string> = since === '' ? {} : { since };
  const reply = await hallway.command({ kind: 'command', command: 'changes', args, caller });
  if (reply.kind === 'form') throw new Error('A form came');
  return reply;
}

async function press(hallway: Hallway, id: string): Promise<CardReply> {
  const reply = await hallway.press({ kind: 'press', id, caller: ada });
  if (reply.kind === 'form') throw new Error('A form came');
  return reply;
}

function text(card: Card): string {
  return plainText(card, { width: 100, messages: messagesFor('en') });
}

function titles({ blocks }: Card): readonly string[] {
  return blocks.flatMap((block) => (block.kind === 'row' ? [block.title] : []));
}

function idOf({ blocks }: Card, label: string): string {
  const buttons = blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []));
  const found = buttons.find((one) => one.label === label);
  if (found?.kind !== 'action') throw new Error(`There is no button “${label}”`);
  return found.id;
}

function place(start: number, room: string) {
  return { start, end: start + 25 * MINUTE, room };
}

function step(number: number, at: number, changes: readonly ToldChange[]): ChangeStep {
  return { number, at, changes, ids: new Map(), renames: [] };
}
