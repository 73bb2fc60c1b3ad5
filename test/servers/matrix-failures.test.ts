import { afterEach, expect, test } from 'vitest';
import { plainClient } from './matrix/client.ts';
import type { MatrixOptions } from './matrix/description.ts';
import { type Matrix, startMatrix } from './matrix/server.ts';

let matrix: Matrix;

afterEach(async () => {
  await matrix.stop();
});

async function botIn(options: MatrixOptions = {}) {
  matrix = await startMatrix(options);
  const bot = plainClient(matrix.url, matrix.botToken);
  const room = matrix.roomId('containers');
  await bot.call('POST', ['join', room], {});
  return { bot, room };
}

const path = (room: string, txnId: string) => ['rooms', room, 'send', 'm.room.message', txnId];
const HELLO = { msgtype: 'm.text', body: 'Hello' };

test('too much is refused with the time to wait, but not what was said already', async () => {
  const { bot, room } = await botIn({ rateLimit: { perSecond: 0.001, burst: 2 } });
  await bot.say(room, '1', 'one');
  await bot.say(room, '2', 'two');
  expect(await bot.call('PUT', path(room, '3'), HELLO)).toMatchObject({
    status: 429,
    body: { errcode: 'M_LIMIT_EXCEEDED', retry_after_ms: expect.any(Number) },
  });
  expect((await bot.call('PUT', path(room, '2'), HELLO)).status).toBe(200);
  matrix.exempt();
  expect((await bot.call('PUT', path(room, '3'), HELLO)).status).toBe(200);
  expect(matrix.violations).toEqual([]);
});

test('a call fails as it is told to, and may have taken effect all the same', async () => {
  const { bot, room } = await botIn();
  const send = (txnId: string) => bot.call('PUT', path(room, txnId), HELLO);
  matrix.fail({ endpoint: 'send', room }, { kind: 'status', status: 502, stored: true });
  matrix.fail({ endpoint: 'send', after: 1 }, { kind: 'drop', stored: false });
  matrix.fail({ endpoint: 'send' }, { kind: 'rate-limit', retryAfterMs: 1_500, inHeader: true });
  expect(await send('1')).toMatchObject({ status: 502, body: {} });
  const limited = await send('2');
  expect(limited).toMatchObject({ status: 429, body: { errcode: 'M_LIMIT_EXCEEDED' } });
  expect([limited.headers.get('retry-after'), limited.body['retry_after_ms']]).toEqual([
    '2',
    undefined,
  ]);
  await expect(send('3')).rejects.toThrow();
  expect(matrix.messages(room)).toHaveLength(1);
  matrix.failNoMore();
  expect((await send('3')).status).toBe(200);
});

test('a call that hangs is given up by its caller', async () => {
  const { bot, room } = await botIn();
  matrix.fail({ endpoint: 'send' }, { kind: 'hang', ms: 20, stored: true });
  await expect(bot.call('PUT', path(room, '1'), HELLO)).rejects.toThrow();
  expect(matrix.messages(room)).toHaveLength(1);
});

test('a session that ended says whether its device may come back', async () => {
  const { bot, room } = await botIn();
  const waiting = bot.sync(String((await bot.sync())['next_batch']), { timeout: '60000' });
  const say = () => bot.call('PUT', path(room, '1'), HELLO);
  matrix.user('ada').says(room, 'Hello?');
  await waiting;
  matrix.endSessions('soft');
  expect(await say()).toMatchObject({
    status: 401,
    body: { errcode: 'M_UNKNOWN_TOKEN', soft_logout: true },
  });
  matrix.endSessions('gone');
  expect((await say()).body).toMatchObject({ soft_logout: false });
  const nobody = await fetch(`${matrix.url}/_matrix/client/v3/account/whoami`);
  expect(await nobody.json()).toMatchObject({ errcode: 'M_MISSING_TOKEN' });
});

test('what Matrix does not know is noticed, in what is asked and in what there is to ask', async () => {
  const { bot, room } = await botIn();
  await bot.call('POST', ['rooms', room, 'wave'], {});
  const type = 'm.room.message';
  await bot.call('PUT', ['rooms', room, 'send', type, '1'], { ...HELLO, format: 7 });
  expect(matrix.violations.map(({ in: where, endpoint }) => [where, endpoint])).toContainEqual([
    'request',
    expect.stringContaining('/wave'),
  ]);
});
