import { afterEach, expect, test, vi } from 'vitest';
import { ACTIONS_KEY } from '../../../adapters/matrix/rendering/card.ts';
import type { Database } from '../../../adapters/storage/database/database.ts';
import { confirmationCard } from '../../../src/cards/problem.ts';
import type { Platform } from '../../../src/platform/platform.ts';
import { publicly } from '../../../src/platform/replies.ts';
import type { Hallway } from '../../../src/platform/requests.ts';
import { plainClient } from '../../servers/matrix/client.ts';
import { type Matrix, startMatrix } from '../../servers/matrix/server.ts';
import { adapterOn, echoing, newDatabase, saidIn } from './hallwayOn.ts';

vi.setConfig({ testTimeout: 60_000 });

const ROOM = 'containers';
let matrix: Matrix;
let database: Database;
const running: Platform[] = [];

afterEach(async () => {
  for (const platform of running.splice(0)) await platform.stop();
  await matrix.stop();
  await database.close();
});

async function stage(timelineLimit = 100): Promise<void> {
  matrix = await startMatrix({ timelineLimit });
  database = await newDatabase();
  matrix.user('grace').invites(ROOM, 'hallway');
  matrix.user('hallway').joins(ROOM);
}

async function start(hallway: Hallway = echoing): Promise<Platform> {
  const platform = adapterOn(matrix, database);
  running.push(platform);
  await platform.start(hallway);
  return platform;
}

const ask = (what: string) => matrix.user('ada').says(ROOM, `!talk ${what}`);
const heard = () => expect.poll(() => saidIn(matrix, ROOM), { timeout: 50_000 });

test('of what was said while it was down nothing is missed, however much, and all is answered in its order', async () => {
  await stage(20);
  await (await start()).stop();
  const questions = Array.from({ length: 150 }, (_, index) => `question ${index}`);
  for (const question of questions) ask(question);
  await start();
  await heard().toEqual(questions.map((question) => `Heard ${question}`));
});

test('the same goes for what comes faster than it is told while it listens', async () => {
  await stage(5);
  await start();
  const questions = Array.from({ length: 40 }, (_, index) => `question ${index}`);
  for (const question of questions) ask(question);
  await heard().toEqual(questions.map((question) => `Heard ${question}`));
});

test('after a restart it can be asked at once, though nothing happened meanwhile', async () => {
  await stage();
  await (await start()).stop();
  const before = matrix.calls.length;
  await start();
  const [first] = matrix.calls.slice(before).filter(({ endpoint }) => endpoint === 'sync');
  expect(first?.query).toMatchObject({ timeout: '0', since: expect.any(String) });
});

test('a number means what was there when it was said, and not what came before it was heard', async () => {
  await stage();
  const pressing: Hallway = {
    ...echoing,
    press: async ({ id }) => publicly(confirmationCard('Hallway', `Heard ${id}`)),
  };
  await (await start(pressing)).stop();
  const bot = plainClient(matrix.url, matrix.botToken);
  const offer = async (id: string) => {
    const content = { msgtype: 'm.text', body: 'Choose', [ACTIONS_KEY]: [id] };
    const path = ['rooms', matrix.roomId(ROOM), 'send', 'm.room.message', id];
    const related = { 'm.relates_to': { rel_type: 'm.thread', event_id: thread } };
    await bot.call('PUT', path, { ...content, ...related });
  };
  const thread = matrix.user('ada').says(ROOM, 'What is there?');
  await offer('seen');
  matrix.user('ada').says(ROOM, '1', { thread });
  await offer('unseen');
  await start(pressing);
  await heard().toEqual(['Choose', 'Choose', 'Heard seen']);
});

test('what a homeserver tells twice is answered once', async () => {
  await stage();
  await start();
  const question = ask('once');
  await heard().toEqual(['Heard once']);
  matrix.tellAgain(ROOM, question);
  ask('then');
  await heard().toEqual(['Heard once', 'Heard then']);
});

test('who dies between hearing and answering is answered for by whoever comes next, once', async () => {
  await stage();
  const asked = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  await start({
    ...echoing,
    command: async (request) => {
      asked.resolve();
      await goOn.promise;
      return echoing.command(request);
    },
  });
  ask('whoever');
  await asked.promise;
  await start();
  await heard().toEqual(['Heard whoever']);
  // It was not dead, and merely slow: the homeserver knows the answer.
  goOn.resolve();
  ask('next');
  await heard().toEqual(['Heard whoever', 'Heard next']);
});

test('what was said before its first start, or before it was there, is for nobody to answer', async () => {
  await stage();
  ask('early');
  matrix.user('ada').says('lobby', '!talk before it came');
  await start();
  matrix.user('grace').invites('lobby', 'hallway');
  await expect.poll(() => matrix.calls.some(({ endpoint }) => endpoint === 'join')).toBe(true);
  ask('late');
  matrix.user('ada').says('lobby', '!talk since');
  await heard().toEqual(['Heard late']);
  const said = () => saidIn(matrix, 'lobby').filter((text) => text.startsWith('Heard'));
  await expect.poll(said).toEqual(['Heard since']);
});
