import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Card } from '../../../src/cards/cards.ts';
import { createAnswerer } from '../../../src/commands/answering/answer.ts';
import type { Act } from '../../../src/commands/asking/question.ts';
import type { Context } from '../../../src/commands/context.ts';
import { drawQuestion } from '../../../src/commands/questions.ts';
import { messagesFor } from '../../../src/messages/messages.ts';
import type { Welcomed } from '../../../src/platform/requests.ts';
import { asked } from '../../support/askedConference.ts';
import { at } from '../../support/instants.ts';
import { programmeOf } from '../../support/programmes.ts';

const MINUTE = 60_000;
const SATURDAY = at('2026-11-07T10:40+01:00');
const programme = programmeOf('corridor', asked);

function openCorridor() {
  let now = SATURDAY;
  const acts: Act[] = [];
  const done: Card = { kind: 'confirmation', title: 'Done', summary: '', blocks: [] };
  const answerer = createAnswerer({
    clock: { now: () => now },
    draw: async (view, context) => {
      if (!('page' in view) || view.kind === 'mytalks' || view.kind === 'changes') return done;
      if (view.kind === 'changed' || view.kind === 'follows' || view.kind === 'followed')
        return done;
      if (view.kind === 'log' || view.kind === 'doubted') return done;
      if (view.kind === 'interest') return done;
      return drawQuestion(view, context);
    },
    follow: async () => done,
    act: async (act) => {
      acts.push(act);
      return done;
    },
  });
  const ask = (
    text: string,
    others: Partial<Context> = {},
    follows: readonly string[] = [],
    welcome?: Welcomed,
  ) =>
    answerer.answer(
      { text, follows, welcome },
      {
        messages: messagesFor('en'),
        caller: { platform: 'test', member: 'ada', locale: 'en', isOrganiser: false },
        member: { platform: 'test', id: 'ada' },
        ...{ programme, now, starred: new Set(), audience: 'caller', ...others },
      },
    );
  const wait = (minutes: number) => {
    now += minutes * MINUTE;
  };
  return { ask, wait, acts };
}

function idsOf({ blocks }: Card): readonly string[] {
  return blocks.flatMap((block) =>
    block.kind === 'buttons'
      ? block.buttons.flatMap((button) => (button.kind === 'action' ? [button.id] : []))
      : block.kind === 'row' && block.button?.kind === 'action'
        ? [block.button.id]
        : [],
  );
}

describe('a question answered', () => {
  const rows = readFileSync('docs/asking.md', 'utf8')
    .split('\n')
    .filter((line) => /^\| [^|]+ \| [^|]+ \|$/.test(line))
    .slice(1)
    .map((line) => line.split('|').map((cell) => cell.trim()));

  it.each(rows)('is understood as the documentation says: %s%s', async (_, question = '', told) => {
    expect((await openCorridor().ask(question)).understood).toBe(told);
  });

  it('says how it was understood, and a button takes the words literally', async () => {
    const { card } = await openCorridor().ask('security after 3pm');

    expect(JSON.stringify(card.blocks)).toContain('Understood as: security · Saturday, from 15:00');
    expect(idsOf(card).some((id) => id.endsWith(':search:1:security+after+3pm'))).toBe(true);
  });

  it.each([
    ['en', 'rust talks between 10 and 5', '3 talks on “rust” · Saturday, from 10:00 to 17:00'],
    ['en', 'talks in english tomorrow', '7 talks · in English · Sunday'],
    ['de', 'rust zwischen 10 und 17 Uhr', '3 Vorträge zu „rust“ · Samstag, von 10:00 bis 17:00'],
    ['de', 'heute nach 23 Uhr in janson', 'Kein Vortrag · Janson · Samstag, ab 23:00'],
  ] as const)('is told once, by the title of a list (%s): %s', async (locale, text, title) => {
    const caller = { platform: 'test', member: 'ada', locale, isOrganiser: false } as const;
    const { card } = await openCorridor().ask(text, { caller, messages: messagesFor(locale) });
    expect(card.title).toBe(title);
    expect(JSON.stringify(card.blocks)).not.toMatch(/Understood as|Verstanden als/);
    expect(idsOf(card).some((id) => id.includes(':search:1:'))).toBe(true);
  });

  it.each([
    'who is the president of rust',
    'I lost my bicycle',
    'how old is embedded rust',
    'who painted the container hall',
    'wer hat den rust pokal gewonnen',
  ])('that no talk answers gets the nearest, said as such: %s', async (text) => {
    const { card } = await openCorridor().ask(text);
    expect(card).toMatchObject({ kind: 'talks', title: expect.stringMatching(/^Nothing fits “/) });
    expect(JSON.stringify(card.blocks)).toContain('The nearest:');
  });

  it.each([
    ['is there anything about fuzzing?', 'One talk on “fuzzing”'],
    ['talks on backups', 'One talk on “backups”'],
    ['irgendwas zu Musik', 'One talk on “Musik”'],
  ])('for several talks gets a list: %s', async (text, title) => {
    expect((await openCorridor().ask(text)).card).toMatchObject({ kind: 'talks', title });
  });

  it('of somebody without a name is asked back', async () => {
    expect((await openCorridor().ask('who is ?')).card.summary).toBe(
      'Who do you mean? I know the speakers here by name: write it out.',
    );
  });

  it('is not carried on from by its words where no talk answered it', async () => {
    const { ask } = openCorridor();
    await ask('who won the rust cup');
    const { question } = await ask('tomorrow');
    expect(question.outcome).toEqual({
      kind: 'view',
      view: { kind: 'schedule', page: 1, day: 3 },
    });
    expect((await ask('who won the rust cup')).question).toMatchObject({ isNearest: true });
    expect((await ask('2')).question.outcome).toMatchObject({ view: { kind: 'talk' } });
  });

  it('is carried on from for ten minutes, or by the ids of the message for ever', async () => {
    const { ask, wait, acts } = openCorridor();
    const { card } = await ask('fuzzing in five minutes');

    await ask('star it');
    wait(11);
    expect((await ask('star it')).question.intent).toBe('unknown');
    await ask('remind me 20 minutes before', {}, idsOf(card));
    expect(acts).toEqual([
      { kind: 'star', talks: ['s8'] },
      { kind: 'remind', talks: ['s8'], leadMinutes: 20 },
    ]);
  });

  it('shows nothing of the asker’s own where others read it', async () => {
    const { ask } = openCorridor();
    for (const question of ['my talks', 'my next talk', 'fill my gap', 'is:starred']) {
      const { card } = await ask(question, { audience: 'everyone' });
      expect(card.summary).toBe('That is for you alone, so I do not show it here.');
    }
  });

  it('says how to ask to whoever asks for the first time, and opens the rest to them alone', async () => {
    const { ask } = openCorridor();
    const card = async (text: string, welcome?: Welcomed) =>
      (await ask(text, {}, [], welcome)).card;
    const plain = await card('rust talks today');
    const first = await card('rust talks today', 'member');
    expect(first.blocks.slice(0, plain.blocks.length)).toEqual(plain.blocks);
    expect(first.blocks.slice(plain.blocks.length)).toMatchObject([
      { text: [expect.stringContaining('Ask me in your own words, such as “what is next in')] },
      { buttons: [{ label: 'What else I can do', id: 'h1:corridor:open:help' }] },
    ]);
  });

  it('tells the asker alone what was done to their list', async () => {
    const { ask, acts } = openCorridor();
    const { card: shown } = await ask('rust talks today', { audience: 'everyone' });
    const { card, own } = await ask('star the second one', { audience: 'everyone' }, idsOf(shown));
    expect(acts).toMatchObject([{ kind: 'star' }]);
    expect(card.summary).toBe('Done. What is on your list is yours alone to see.');
    expect(JSON.stringify(card)).toContain('"label":"Show mine"');
    expect(own?.title).toBe('Done');
  });

  it('suggests what is near to what is starred, and says to which of it', async () => {
    const starred = new Set(['s3', 's12']);
    const { card } = await openCorridor().ask('what should I see', { starred });
    const rows = card.blocks.flatMap((block) =>
      block.kind === 'row' ? [[block.title, ...block.details.slice(1).flat()]] : [],
    );
    expect(rows.slice(0, 4)).toMatchInlineSnapshot(`
      [
        [
          "Embedded Rust on a bicycle",
          "because you starred “Unsafe Rust, safely”",
        ],
        [
          "Passwörter, die niemand vergisst",
        ],
        [
          "Fuzzing in five minutes",
        ],
        [
          "Funding free software",
        ],
      ]
    `);
  });

  it('suggests what fits between starred talks', async () => {
    const starred = new Set(['s3', 's12']);
    const { card } = await openCorridor().ask('fill my gap', { starred });
    const titles = card.blocks.flatMap((block) => (block.kind === 'row' ? [block.title] : []));

    expect(titles.toSorted()).toEqual([
      'Embedded Rust on a bicycle',
      'Funding free software',
      'Fuzzing in five minutes',
      'Passwörter, die niemand vergisst',
      'Profiling a chat server',
      'Rootless containers in the field',
    ]);
  });
});

describe('a list', () => {
  it('that is shown to its end has no more to show, and says so', async () => {
    const { ask } = openCorridor();
    await ask('go talks tomorrow');
    expect((await ask('more')).card.summary).toBe('That was all of them.');
    const first = await ask('talks on saturday by ana oliveira');
    expect(first.question.intent).toBe('find');
    expect((await ask('more')).card.summary).toBe('That was all of them.');
  });

  it('of which one was starred is that one’s when “it” is said, until another is picked', async () => {
    const { ask, acts } = openCorridor();
    await ask('rust talks');
    await ask('star the second one');
    await ask('remind me 20 minutes before');
    await ask('star the first one');
    const [second, reminded, first] = acts.map(({ talks }) => talks);
    expect(reminded).toEqual(second);
    expect(first).not.toEqual(second);
  });
});

describe('a room that the conference does not have', () => {
  it.each([
    ['is anything in zaphod?', 'zaphod'],
    ['what’s next in hall 9', 'hall 9'],
  ])('is said to %s, and those that there are offered', async (text, name) => {
    const { ask } = openCorridor();
    const { question, card } = await ask(text);
    expect(question).toMatchObject({ intent: 'unknown', outcome: { kind: 'noRoom', name } });
    expect(card.summary).toContain(`no room “${name}”`);
    const buttons = card.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []));
    const labels = buttons.map(({ label }) => label);
    expect(programme.conference.rooms.map((room) => room.name)).toEqual(
      expect.arrayContaining(labels.slice(0, Math.min(5, programme.conference.rooms.length))),
    );
    expect(buttons.length).toBeGreaterThan(1);
  });
});

describe('what is done with the talk just shown', () => {
  it.each([
    ['de', 'merk es dir'],
    ['fr', 'mets-le en favori'],
    ['nl', 'maak het favoriet'],
    ['es', 'ponle una estrella'],
  ])('is said in %s: %s', async (locale, text) => {
    const { ask, acts } = openCorridor();
    const caller = { platform: 'test', member: 'ada', locale, isOrganiser: false } as const;
    const { card } = await ask('fuzzing in five minutes', { caller });
    await ask(text, { caller });
    expect(acts).toEqual([{ kind: 'star', talks: [expect.anything()] }]);
    expect(idsOf(card).length).toBeGreaterThan(0);
  });
});
