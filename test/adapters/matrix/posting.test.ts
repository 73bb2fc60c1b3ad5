import { afterEach, expect, test } from 'vitest';
import type { Database } from '../../../adapters/storage/database/database.ts';
import type { Card } from '../../../src/cards/cards.ts';
import { confirmationCard } from '../../../src/cards/problem.ts';
import type { Platform } from '../../../src/platform/platform.ts';
import { privately, publicly } from '../../../src/platform/replies.ts';
import type { Hallway } from '../../../src/platform/requests.ts';
import { type Matrix, startMatrix } from '../../servers/matrix/server.ts';
import { adapterOn, bySelf, echoing, newDatabase } from './hallwayOn.ts';

/** What one sees alone first, and has posted where others read it: the list that one shares. */
const PREVIEW: Card = {
  ...confirmationCard('Preview', 'Nobody sees it yet'),
  blocks: [
    {
      kind: 'buttons',
      buttons: [
        { kind: 'action', id: 'h1:x:share:sharedList', label: 'Post it', style: 'primary' },
      ],
    },
  ],
};

const sharing: Hallway = {
  ...echoing,
  command: async () => privately(PREVIEW),
  press: async ({ caller: { channel = 'none' } }) =>
    publicly(confirmationCard('Shared', `in ${channel}`)),
};

let matrix: Matrix;
let database: Database;
let platform: Platform;

afterEach(async () => {
  await platform.stop();
  expect(matrix.violations).toEqual([]);
  await matrix.stop();
  await database.close();
});

async function stage(): Promise<void> {
  matrix = await startMatrix({ rooms: [{ name: 'hall', creator: 'grace' }] });
  matrix.user('grace').invites('hall', 'hallway');
  matrix.user('hallway').joins('hall');
  matrix.user('ada').joins('hall');
  database = await newDatabase();
  platform = adapterOn(matrix, database);
  await platform.start(sharing);
}

const saidTo = (room: string) => bySelf(matrix, matrix.messages(room)).map(({ text }) => text);

/** Ada's room for two, once what she asked for in the hall is there. */
async function previewed(): Promise<string> {
  matrix.user('ada').says('hall', '!talk');
  await expect.poll(() => matrix.dms('ada')).toHaveLength(1);
  // That it is there is said in the hall.
  await expect.poll(() => saidTo('hall')).toHaveLength(1);
  const mine = matrix.dms('ada')[0]?.room ?? '';
  matrix.user('ada').joins(mine);
  return mine;
}

test('what was asked for in a room is posted in that room, and the one who chose it is told', async () => {
  await stage();
  const mine = await previewed();
  matrix.user('ada').says(mine, '1');
  await expect.poll(() => saidTo(mine).at(-1)).toBe('Posted in hall.');
  expect(saidTo('hall').at(-1)).toBe(`Shared\n  in ${matrix.roomId('hall')}`);
  expect(saidTo(mine).join()).not.toContain('Shared');
});

test('who is not in that room any more posts nothing there', async () => {
  await stage();
  const mine = await previewed();
  const before = saidTo('hall');
  matrix.user('grace').kicks('hall', 'ada');
  matrix.user('ada').says(mine, '1');
  await expect.poll(() => saidTo(mine).at(-1)).toContain('only in a room that you are in');
  expect(saidTo('hall')).toEqual(before);
});

test('what was asked for in the room for two has no other room, and is posted nowhere', async () => {
  await stage();
  const mine = matrix.user('ada').opensDirect('hallway');
  const noted = ({ endpoint, body }: Matrix['calls'][number]) =>
    endpoint === 'setAccountData' && JSON.stringify(body).includes(mine);
  await expect.poll(() => matrix.calls.some(noted)).toBe(true);
  matrix.user('ada').says(mine, '!talk');
  await expect.poll(() => saidTo(mine).at(-1)).toContain('Preview');
  matrix.user('ada').says(mine, '1');
  await expect.poll(() => saidTo(mine).at(-1)).toContain('only in a room that you are in');
});
