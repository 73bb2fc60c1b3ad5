import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../../adapters/storage/database/database.ts';
import { type Card, paragraph, type Text } from '../../../src/cards/cards.ts';
import { confirmationCard } from '../../../src/cards/problem.ts';
import type { Platform } from '../../../src/platform/platform.ts';
import { publicly } from '../../../src/platform/replies.ts';
import { type Matrix, startMatrix } from '../../servers/matrix/server.ts';
import { adapterOn, bySelf, echoing, newDatabase } from './hallwayOn.ts';

let matrix: Matrix;
let database: Database;
let platform: Platform;
const signal = new AbortController().signal;
const ELSEWHERE = '!elsewhere:gone.example';

beforeEach(async () => {
  matrix = await startMatrix({ rooms: [{ name: 'lobby' }, { name: '<Hall> & Yard' }] });
  for (const room of ['lobby', '<Hall> & Yard']) {
    matrix.user('grace').invites(room, 'hallway');
    matrix.user('hallway').joins(room);
  }
  database = await newDatabase();
  platform = adapterOn(matrix, database);
  await platform.start({ ...echoing, command: async () => publicly(cardOf()) });
});

afterEach(async () => {
  await platform.stop();
  await matrix.stop();
  await database.close();
});

/** Rooms wherever a card can name them: by hand, in facts, in rows. */
function cardOf(): Card {
  const channel = (id: string) => ({ kind: 'channel', id }) as const;
  const text: Text = ['Heard in ', channel(matrix.roomId('lobby')), ', ', channel(ELSEWHERE)];
  const value: Text = [channel(matrix.roomId('<Hall> & Yard'))];
  const title = 'Podman';
  return {
    ...confirmationCard('Rooms', ''),
    blocks: [
      paragraph(...text),
      { kind: 'facts', facts: [{ label: 'Where', value }] },
      { kind: 'row', title, struck: false, details: [value] },
    ],
  };
}

const last = () => bySelf(matrix, matrix.messages('lobby')).at(-1);
const linkTo = (id: string, words: string) =>
  `<a href="https://matrix.to/#/${encodeURIComponent(id)}">${words}</a>`;

test('rooms are called by their names in what is answered, and those that nobody knows by their ids', async () => {
  matrix.user('ada').says('lobby', '!talk where');
  await expect.poll(() => last()?.text).toContain('Heard in #lobby, !elsewhere:gone.example');
  const { text = '', html = '' } = last() ?? {};
  expect(text.match(/#<Hall> & Yard/gu)).toHaveLength(2);
  expect(html).toContain(
    `Heard in ${linkTo(matrix.roomId('lobby'), 'lobby')}, ${linkTo(ELSEWHERE, ELSEWHERE)}`,
  );
  expect(html).toContain(linkTo(matrix.roomId('<Hall> & Yard'), '&lt;Hall&gt; &amp; Yard'));
});

test('rooms are called by their names in what is said by itself, and when that is edited', async () => {
  const channel = matrix.roomId('lobby');
  const target = { kind: 'channel', platform: 'matrix', community: channel, channel } as const;
  const dispatch = { target, card: cardOf(), attemptKey: 'alert', marks: [] };
  const sent = await platform.messenger.send(dispatch, signal, () => true);
  expect(last()?.text).toContain('Heard in #lobby, ');
  await platform.messenger.edit(sent, dispatch, signal, () => true);
  expect(last()?.text).toContain('Heard in #lobby, ');
});
