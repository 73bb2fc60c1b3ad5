import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../../adapters/storage/database/database.ts';
import { confirmationCard } from '../../../src/cards/problem.ts';
import type { Platform } from '../../../src/platform/platform.ts';
import { publicly } from '../../../src/platform/replies.ts';
import type { CardReply } from '../../../src/platform/requests.ts';
import { type Matrix, startMatrix } from '../../servers/matrix/server.ts';
import { adapterOn, bySelf, echoing, newDatabase } from './hallwayOn.ts';

let matrix: Matrix;
let database: Database;
let platform: Platform;
const signal = new AbortController().signal;

beforeEach(async () => {
  matrix = await startMatrix({ rooms: [{ name: 'lobby' }] });
  matrix.user('grace').invites('lobby', 'hallway');
  matrix.user('hallway').joins('lobby');
  database = await newDatabase();
  platform = adapterOn(matrix, database);
  const begun: CardReply = publicly(confirmationCard('Sent', 'It has reached 0 of 4.'));
  const ended = confirmationCard('Sent', 'It has reached 4 of 4.');
  await platform.start({
    ...echoing,
    command: async () => ({ ...begun, later: async () => ({ card: ended, done: 1 }) }),
  });
});

afterEach(async () => {
  await platform.stop();
  await matrix.stop();
  await database.close();
});

const saidIn = (room: string) => bySelf(matrix, matrix.messages(room));

test('what is taken back is there no more, in a room and in a direct one, however often it is', async () => {
  const lobby = { kind: 'channel', platform: 'matrix', community: matrix.roomId('lobby') } as const;
  const targets = [
    { ...lobby, channel: matrix.roomId('lobby') },
    { kind: 'member', platform: 'matrix', member: matrix.user('ada').id },
  ] as const;
  for (const target of targets) {
    const say = (text: string) => {
      const card = confirmationCard('From the organisers', text);
      const dispatch = { target, card, attemptKey: `${target.kind} ${text}`, marks: [] };
      return platform.messenger.send(dispatch, signal, () => true);
    };
    const taken = await say('Lunch is late.');
    const kept = await say('Keys were found.');
    const room = taken.split(' ')[0] ?? '';
    const remove = () => platform.messenger.remove(taken, target, signal, () => true);
    await remove();
    await remove();
    const standing = saidIn(room).filter(({ text }) => text.includes('From the organisers'));
    expect(standing.map(({ id }) => `${room} ${id}`)).toEqual([kept]);
  }
});

test('an answer that goes on is edited where it stands, and says how it ended', async () => {
  matrix.user('ada').joins('lobby');
  matrix.user('ada').says('lobby', '!talk crfs');
  const answers = () =>
    saidIn('lobby').map(({ text, edits }) => [/\d of \d/.exec(text)?.[0], edits]);
  await expect.poll(answers, { timeout: 60_000 }).toEqual([['4 of 4', 1]]);
});
