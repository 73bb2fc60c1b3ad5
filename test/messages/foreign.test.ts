import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { encodeAction } from '../../src/cards/actions/action.ts';
import type { View } from '../../src/cards/view.ts';
import { silentLog } from '../../src/log.ts';
import { LANGUAGES, messagesFor } from '../../src/messages/messages.ts';
import { bundled, corridor, passer } from '../commands/support/corridor.ts';
import { at } from '../support/instants.ts';
import { ownCardsIn } from '../support/ownCards.ts';
import { englishAlone, foundIn } from './fragments.ts';

const TRANSCRIPTS = resolve(import.meta.dirname, '../golden/console');

const programme = await bundled();
const schedule = JSON.stringify(programme.conference);
const others = LANGUAGES.filter((language) => language !== 'en');

const VIEWS: readonly View[] = [
  { kind: 'schedule', page: 1 },
  { kind: 'now', page: 1 },
  { kind: 'next', page: 1 },
  { kind: 'help', all: true },
];

const QUESTIONS = ['crfs', 'podman', 'container', 'zzz', 'room:zzz kube', 'is:starred', '#none'];

/** What is answered to anybody, in a language; JSON. */
async function answersIn(locale: string): Promise<readonly string[]> {
  const hall = corridor(programme, at('2020-02-01T11:00+01:00'), { log: silentLog });
  const caller = { ...passer, locale };
  const asked = [
    ...VIEWS.map((view) =>
      hall.press({
        kind: 'press',
        id: encodeAction({ conference: programme.key, deed: { kind: 'open', view } }),
        caller,
      }),
    ),
    ...QUESTIONS.map((query) =>
      hall.command({ kind: 'command', command: 'talk', args: { query }, caller }),
    ),
    ...['talk', 'now', 'next', 'schedule', 'help', 'lead', 'dance'].map((command) =>
      hall.command({ kind: 'command', command, args: {}, caller }),
    ),
  ];
  return (await Promise.all(asked)).map((reply) => JSON.stringify(reply));
}

describe.each(others)('a card in %s has no English sentence', (language) => {
  const english = englishAlone(language);

  it('when anybody asks', async () => {
    const found = (await answersIn(language)).flatMap((card) => foundIn(card, english, schedule));
    expect(found).toEqual([]);
  });

  it('when Hallway speaks by itself', async () => {
    const cards = Object.entries(await ownCardsIn(language));
    const found = cards.flatMap(([name, card]) =>
      foundIn(JSON.stringify(card), english, schedule).map((text) => `${name}: ${text}`),
    );
    expect(found).toEqual([]);
  });
});

/** Beside what is typed and what the schedule says, which are read before. */
it.each([
  ['de', 'german'],
  ['fr', 'french'],
  ['nl', 'dutch'],
  ['es', 'spanish'],
])('a tour of the terminal in %s has no English sentence', async (language, name) => {
  const lines = (await readFile(resolve(TRANSCRIPTS, `${name}.txt`), 'utf8')).split('\n');
  const told = lines.filter((line) => !line.startsWith('>')).join('\n');
  expect(foundIn(told, englishAlone(language), schedule)).toEqual([]);
});

it('English sentences are found where there are some', async () => {
  const english = englishAlone('fr');
  const cards = [...(await answersIn('en')), JSON.stringify(await ownCardsIn('en'))];
  expect(foundIn(cards.join(), english, schedule).length).toBeGreaterThan(50);
  expect(foundIn(messagesFor('en').lists.nothingNext, english, schedule)).toEqual([
    'nothing more is to come',
  ]);
});
