import { describe, expect, it } from 'vitest';
import { decodeAction, encodeAction } from '../../src/cards/actions/action.ts';
import type { Card } from '../../src/cards/cards.ts';
import { plainText } from '../../src/cards/plainText.ts';
import { silentLog } from '../../src/log.ts';
import { messagesFor } from '../../src/messages/messages.ts';
import type { CardReply } from '../../src/platform/requests.ts';
import { conferenceRef } from '../../src/schedule/source.ts';
import { conferenceOf, talkAt } from '../support/conferences.ts';
import { at } from '../support/instants.ts';
import { keyOf } from '../support/names.ts';
import { programmeOf } from '../support/programmes.ts';
import { corridor, passer } from './support/corridor.ts';

const MAIN = keyOf('main');
const FRINGE = keyOf('fringe');
const TEN = at('2020-02-01T10:00Z');
const HOUR = 60 * 60_000;

const filler = (count: number, from: number) =>
  Array.from({ length: count }, (_, at) =>
    talkAt(`x${at}`, from + at * HOUR, { title: `Notes on tool ${at}`, room: `Room ${at % 3}` }),
  );
const main = {
  ...conferenceOf([
    talkAt('1', TEN, {
      title: 'Sandboxes for kernels',
      room: 'Aula',
      url: 'https://main.example/1',
    }),
    talkAt('2', TEN + HOUR, { title: 'Live migration of guests', room: 'Aula' }),
    talkAt('3', TEN + 2 * HOUR, { title: 'Rust in kernels', room: 'Hall' }),
    ...filler(40, TEN + 3 * HOUR),
  ]),
  title: 'Main',
  acronym: 'main20',
};
/** The same ids as talks of the main one have, the same name of a room, and the day before. */
const fringe = {
  ...conferenceOf([
    talkAt('0', TEN - 24 * HOUR, { title: 'Soldering for guests', room: 'Cellar' }),
    talkAt('1', TEN, {
      ...{ title: 'Live migration of birds', room: 'Aula', url: 'https://fringe.example/1' },
      speakers: [{ name: 'Wren Feather' }],
    }),
    talkAt('2', TEN + HOUR, { title: 'Beekeeping', room: 'Cellar' }),
  ]),
  title: 'The Fringe of Unconferences and Barns',
  acronym: 'FUB',
};

function stage(now = TEN - 30 * HOUR, starred: readonly string[] = []) {
  const hallway = corridor(programmeOf('main', main), now, {
    ...{ starred, beside: [programmeOf('fringe', fringe)], log: silentLog },
  });
  const run = async (command: string, args: Readonly<Record<string, string>>) => {
    const reply = await hallway.command({ kind: 'command', command, args, caller: passer });
    return (reply as CardReply).card;
  };
  const press = async (id: string) =>
    ((await hallway.press({ kind: 'press', id, caller: passer })) as CardReply).card;
  const suggest = (option: string, text: string, command = 'talk') =>
    hallway.suggest({ kind: 'suggest', command, option, text, caller: passer });
  return { talk: (query: string) => run('talk', { query }), run, press, suggest };
}

const shown = (card: Card) => plainText(card, { messages: messagesFor('en'), width: 200 });
const rows = ({ blocks }: Card) =>
  blocks.flatMap((block) =>
    block.kind === 'row' ? [`${block.title} | ${block.details.flat().map(worded).join('')}`] : [],
  );
const worded = (inline: unknown) =>
  typeof inline === 'string' ? inline : ((inline as { venue?: string }).venue ?? '');
const titles = ({ blocks }: Card) =>
  blocks.flatMap((block) => (block.kind === 'row' ? [block.title] : []));

describe('a community with two conferences', () => {
  it('is answered from both in one order, each row with its conference', async () => {
    const { talk } = stage();
    expect(rows(await talk('live migration')).map((row) => row.split(' · ').slice(0, 4))).toEqual([
      ['Live migration of birds | Sat 1 Feb, 10:00–10:25', 'Aula', 'Wren Feather', 'FUB'],
      ['Live migration of guests | Sat 1 Feb, 11:00–11:25', 'Aula', 'Speaker of 2', 'Main'],
    ]);
  });

  it('opens the one talk that clearly fits, whichever conference it is of', async () => {
    const { talk } = stage();
    const bees = await talk('beekeeping');
    expect(bees.title).toBe('Beekeeping');
    expect(shown(bees)).toMatch(/Conference +FUB/);
    expect(shown(await talk('sandboxes'))).toMatch(/Conference +Main/);
  });

  it('knows the filter `conf:`, by title, acronym and in German, and completes it', async () => {
    const { talk, suggest } = stage();
    expect(titles(await talk('migration conf:fub'))).toEqual([]);
    expect((await talk('migration conf:fub')).title).toBe('Live migration of birds');
    expect(titles(await talk('conf:"The Fringe of Unconferences and Barns"'))).toEqual([
      ...['Soldering for guests', 'Live migration of birds', 'Beekeeping'],
    ]);
    expect((await talk('migration conf:main20')).title).toBe('Live migration of guests');
    expect(await suggest('query', 'birds conf:fri')).toEqual([
      ...['birds conf:"The Fringe of Unconferences and Barns"'].map((value) => ({
        ...{ label: value, value },
      })),
    ]);
  });

  it('tells what runs now and next in all rooms, and in one that both have', async () => {
    const { run } = stage(TEN + 60_000);
    expect(titles(await run('now', {}))).toEqual([
      ...['Sandboxes for kernels', 'Live migration of birds'],
    ]);
    expect(titles(await run('now', { room: 'aula' }))).toEqual([
      ...['Sandboxes for kernels', 'Live migration of birds'],
    ]);
    expect(titles(await run('next', { room: 'cellar' }))).toEqual(['Beekeeping']);
    expect(titles(await run('next', {})).slice(0, 2)).toEqual([
      ...['Live migration of guests', 'Beekeeping'],
    ]);
  });

  it('has the programme of a day that both share, of one that one alone has, and keeps the numbers of days', async () => {
    const { run } = stage();
    const saturday = await run('schedule', { day: 'sat' });
    expect(saturday.title).toBe('Sat 1 Feb');
    expect(titles(saturday).slice(0, 4)).toEqual([
      ...['Sandboxes for kernels', 'Live migration of birds', 'Live migration of guests'],
      'Beekeeping',
    ]);
    expect(titles(await run('schedule', { day: '1' }))).toEqual(titles(saturday));
    expect(titles(await run('schedule', { day: 'fri' }))).toEqual(['Soldering for guests']);
  });

  it('understands names of both, and a pasted address opens the talk there', async () => {
    const { talk } = stage();
    expect((await talk('who is wren feather?')).title).toBe('Live migration of birds');
    expect((await talk('what is in the cellar')).title).toContain('Cellar');
    expect((await talk('https://fringe.example/1')).title).toBe('Live migration of birds');
    expect((await talk('https://main.example/1')).title).toBe('Sandboxes for kernels');
  });

  it('completes talks of both, and what is picked is that talk', async () => {
    const { talk, suggest } = stage();
    const offered = await suggest('query', 'live');
    expect(offered.map(({ label }) => label)).toEqual([
      ...[
        'Sat 11:00 · Main · Live migration of guests',
        'Sat 10:00 · FUB · Live migration of birds',
      ],
    ]);
    const picked = await Promise.all(offered.map(({ value }) => talk(value)));
    expect(picked.map(({ title }) => title)).toEqual([
      ...['Live migration of guests', 'Live migration of birds'],
    ]);
    expect((await suggest('room', '', 'now')).map(({ label }) => label)).toEqual(
      expect.arrayContaining(['Aula', 'Hall', 'Cellar']),
    );
  });

  it('carries the conference in every button, and marks as starred what is starred there alone', async () => {
    const { talk, press } = stage(undefined, ['1']);
    const card = await talk('conf:fub');
    const ids = card.blocks.flatMap((block) =>
      block.kind === 'row'
        ? [[block.open, block.button?.kind === 'action' && block.button.id]]
        : [],
    );
    expect(
      ids.map(([open, star]) => [
        decodeAction(String(open))?.conference,
        decodeAction(String(star)),
      ]),
    ).toEqual(
      ['0', '1', '2'].map((id) => [
        conferenceRef(FRINGE),
        {
          conference: conferenceRef(MAIN),
          deed: {
            ...{ kind: 'star', talk: `${id}*${conferenceRef(FRINGE)}` },
            view: { kind: 'search', query: 'conf:fub', page: 1 },
          },
        },
      ]),
    );
    expect((await press(String(ids[1]?.[0]))).title).toBe('Live migration of birds');
  });

  it('old buttons mean the conference that they were made for', async () => {
    const { press } = stage();
    const open = (key: string, rest: string) => press(`h1:${conferenceRef(keyOf(key))}:${rest}`);
    expect((await open('main', 'open:talk:1')).title).toBe('Sandboxes for kernels');
    expect((await open('fringe', 'open:talk:1')).title).toBe('Live migration of birds');
    expect(titles(await open('main', 'open:schedule:1:1')).slice(0, 1)).toEqual([
      'Sandboxes for kernels',
    ]);
    // The first day of the fringe is the day before.
    expect(titles(await open('fringe', 'open:schedule:1:1'))).toEqual(['Soldering for guests']);
  });

  it('means nothing in a community that has another conference alone, whichever button is pressed', async () => {
    const { talk } = stage();
    const ids = (await talk('conf:fub')).blocks.flatMap((block) =>
      block.kind === 'row' && block.button?.kind === 'action' ? [block.open, block.button.id] : [],
    );
    const solo = corridor(programmeOf('solo', main), TEN - 30 * HOUR, { log: silentLog });
    const forged = encodeAction({ conference: FRINGE, deed: { kind: 'drop' } });
    const told = await Promise.all(
      [...ids, forged].map((id) => solo.press({ kind: 'press', id: String(id), caller: passer })),
    );
    expect(ids).toHaveLength(6);
    expect(new Set(told.map((reply) => shown((reply as CardReply).card)))).toEqual(
      new Set([expect.stringContaining(messagesFor('en').errors.otherConference)]),
    );
  });

  it('asks no conference that is over, unless it is the main one', async () => {
    const { talk } = stage(at('2020-02-01T12:00Z'));
    expect((await talk('beekeeping')).title).not.toBe('Beekeeping');
    expect((await talk('sandboxes')).title).toBe('Sandboxes for kernels');
  });
});
