import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type PlainClient, plainClient, toldIn } from './matrix/client.ts';
import { type Matrix, startMatrix } from './matrix/server.ts';

let matrix: Matrix;
let bot: PlainClient;
let room: string;

beforeEach(async () => {
  matrix = await startMatrix({ timelineLimit: 5 });
  bot = plainClient(matrix.url, matrix.botToken);
  room = matrix.roomId('containers');
  matrix.user('grace').invites('containers', 'hallway');
  await bot.call('POST', ['join', room], {});
});

afterEach(async () => {
  expect(matrix.violations).toEqual([]);
  await matrix.stop();
});

const REACTION = (event: string, key = '⭐') => ({
  'm.relates_to': { rel_type: 'm.annotation', event_id: event, key },
});

describe('a transaction', () => {
  test('is one event, whatever is sent under it again, and whatever type that is of', async () => {
    const first = await bot.say(room, 'one', 'Hello');
    expect(await bot.say(room, 'one', 'Something else')).toBe(first);
    const path = ['rooms', room, 'send', 'm.reaction', 'one'];
    const reaction = await bot.call('PUT', path, REACTION(first));
    expect(reaction).toMatchObject({ status: 200, body: { event_id: first } });
    expect(matrix.messages(room)).toMatchObject([{ text: 'Hello', reactions: [] }]);
  });

  test('is another event in another room, and from another device', async () => {
    const first = await bot.say(room, 'one', 'Hello');
    matrix.user('grace').invites('lobby', 'hallway');
    await bot.call('POST', ['join', matrix.roomId('lobby')], {});
    expect(await bot.say(matrix.roomId('lobby'), 'one', 'Hello')).not.toBe(first);
    const login = { type: 'm.login.password', identifier: { type: 'm.id.user', user: 'hallway' } };
    const password = matrix.botPassword;
    const { body } = await bot.call('POST', ['login'], { ...login, password });
    const other = plainClient(matrix.url, String(body['access_token']));
    expect(await other.say(room, 'one', 'Hello')).not.toBe(first);
  });

  test('holds for the device, not for its token', async () => {
    const whoAmI = await bot.call('GET', ['account', 'whoami']);
    const first = await bot.say(room, 'one', 'Hello');
    const { body } = await bot.call('POST', ['login'], {
      type: 'm.login.password',
      identifier: { type: 'm.id.user', user: matrix.botUserId },
      password: matrix.botPassword,
      device_id: whoAmI.body['device_id'],
    });
    const again = plainClient(matrix.url, String(body['access_token']));
    expect(await again.say(room, 'one', 'Hello')).toBe(first);
  });
});

test('a sync tells what is new since its token, waits for it, and tells each device its own transactions', async () => {
  const { next_batch } = await bot.sync();
  const waiting = bot.sync(String(next_batch), { timeout: '60000' });
  matrix.user('ada').says(room, '!talk crfs');
  const answer = await waiting;
  expect(toldIn(answer, room).texts).toEqual(['!talk crfs']);
  await bot.say(room, 'mine', 'Here it is');
  const [own] = toldIn(await bot.sync(String(answer['next_batch'])), room).events;
  expect(own).toMatchObject({ unsigned: { transaction_id: 'mine', membership: 'join' } });
});

test('of a gap the sync tells the end, and its messages the rest, in order', async () => {
  const since = String((await bot.sync())['next_batch']);
  const said = Array.from({ length: 12 }, (_, at) => `message ${at}`);
  for (const text of said) matrix.user('ada').says(room, text);
  const told = toldIn(await bot.sync(since, { filter: '{"room":{"timeline":{"limit":3}}}' }), room);
  expect(told).toMatchObject({ isLimited: true, texts: said.slice(-3) });
  const missed: string[] = [];
  let from: string | undefined = told.before;
  while (from !== undefined) {
    const query = new URLSearchParams({ dir: 'b', from, to: since, limit: '4' });
    const page = await fetch(
      `${matrix.url}/_matrix/client/v3/rooms/${encodeURIComponent(room)}/messages?${query}`,
      { headers: { authorization: `Bearer ${matrix.botToken}` } },
    );
    const { chunk, end } = (await page.json()) as {
      chunk: { content: { body: string } }[];
      end?: string;
    };
    missed.unshift(...chunk.map(({ content }) => content.body).reverse());
    from = end;
  }
  expect(missed).toEqual(said.slice(0, 9));
});

test('what was said before one came is marked so, and an event may be told twice', async () => {
  matrix.user('ada').says('lobby', 'before');
  const { next_batch } = await bot.sync();
  matrix.user('grace').invites('lobby', 'hallway');
  await bot.call('POST', ['join', matrix.roomId('lobby')], {});
  const id = matrix.user('ada').says('lobby', 'after');
  matrix.tellAgain('lobby', id);
  const { events } = toldIn(await bot.sync(String(next_batch)), matrix.roomId('lobby'));
  const messages = events.filter(({ type }) => type === 'm.room.message');
  expect(messages).toMatchObject([
    { content: { body: 'before' }, unsigned: { membership: 'leave' } },
    { content: { body: 'after' }, unsigned: { membership: 'join' } },
    { event_id: id, content: { body: 'after' } },
  ]);
});

test('reactions are taken once, taken back by redaction, and edits show to who reads', async () => {
  const id = await bot.say(room, 'card', 'A card');
  const path = (txnId: string) => ['rooms', room, 'send', 'm.reaction', txnId];
  await bot.call('PUT', path('star'), REACTION(id));
  expect(await bot.call('PUT', path('star again'), REACTION(id))).toMatchObject({
    status: 400,
    body: { errcode: 'M_DUPLICATE_ANNOTATION' },
  });
  const star = matrix.user('ada').reacts(room, id, '⭐');
  const keys = () => matrix.messages(room)[0]?.reactions.map(({ sender }) => sender);
  expect(keys()).toEqual([matrix.botUserId, matrix.user('ada').id]);
  matrix.user('ada').takesBack(room, star);
  expect(keys()).toEqual([matrix.botUserId]);
  matrix.user('ada').edits(room, id, 'Hers');
  expect(matrix.messages(room)).toMatchObject([{ text: 'A card', edits: 0 }]);
});

test.each([
  ['a text cut inside an emoji', { msgtype: 'm.text', body: 'x\ud83d' }, 500, 'M_UNKNOWN'],
  ['more than 65,536 bytes', { msgtype: 'm.text', body: 'é'.repeat(33_000) }, 413, 'M_TOO_LARGE'],
  ['a fraction', { msgtype: 'm.text', body: 'x', n: 1.5 }, 400, 'M_BAD_JSON'],
  ['no kind of message', { body: 'x' }, 400, 'M_UNKNOWN'],
])('%s is refused', async (_, content, status, errcode) => {
  const answer = await bot.call('PUT', ['rooms', room, 'send', 'm.room.message', 't'], content);
  expect(answer).toMatchObject({ status, body: { errcode } });
});

test('a thread begins at a message that has no relation', async () => {
  const root = await bot.say(room, 'root', 'Root');
  const inThread = matrix.user('ada').says(room, 'In it', { thread: root });
  const content = {
    ...{ msgtype: 'm.text', body: 'x' },
    'm.relates_to': { rel_type: 'm.thread', event_id: inThread },
  };
  const path = ['rooms', room, 'send', 'm.room.message', 'deeper'];
  expect(await bot.call('PUT', path, content)).toMatchObject({ status: 400 });
  expect(matrix.messages(room)).toMatchObject([{ thread: undefined }, { thread: root }]);
});
