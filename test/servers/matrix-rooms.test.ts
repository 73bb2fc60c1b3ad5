import { afterEach, beforeEach, expect, test } from 'vitest';
import { type PlainClient, plainClient } from './matrix/client.ts';
import { type Matrix, startMatrix } from './matrix/server.ts';

let matrix: Matrix;
let bot: PlainClient;

beforeEach(async () => {
  matrix = await startMatrix({
    rooms: [
      { name: 'containers', creator: 'grace', powers: { ada: 50 } },
      { name: 'newest', creator: 'grace', version: '12' },
      { name: 'private', creator: 'grace', isPublic: false, members: [] },
      { name: 'fosdem', creator: 'grace', isSpace: true, children: ['containers', 'newest'] },
    ],
  });
  bot = plainClient(matrix.url, matrix.botToken);
});

afterEach(async () => {
  expect(matrix.violations).toEqual([]);
  await matrix.stop();
});

const levels = (room: string) =>
  bot.call('GET', ['rooms', room, 'state', 'm.room.power_levels', '']);

test('who is invited sees a little of the room, and joins by invitation alone where it is private', async () => {
  const room = matrix.roomId('private');
  expect(await bot.call('POST', ['join', room], {})).toMatchObject({
    status: 403,
    body: { errcode: 'M_FORBIDDEN' },
  });
  const { next_batch } = await bot.sync();
  matrix.user('grace').invites('private', 'hallway');
  expect(await bot.sync(String(next_batch))).toMatchObject({
    rooms: { invite: { [room]: { invite_state: { events: expect.any(Array) } } } },
  });
  expect(await bot.call('POST', ['join', room], {})).toMatchObject({ body: { room_id: room } });
});

test('a direct room is one by its invitation, and by what the account says of it', async () => {
  const { next_batch } = await bot.sync();
  const room = matrix.user('ada').opensDirect('hallway');
  const answer = JSON.stringify(await bot.sync(String(next_batch)));
  expect(answer).toContain('"is_direct":true');
  await bot.call('POST', ['join', room], {});
  const path = ['user', matrix.botUserId, 'account_data', 'm.direct'];
  expect(await bot.call('GET', path)).toMatchObject({ status: 404 });
  await bot.call('PUT', path, { [matrix.user('ada').id]: [room] });
  matrix.user('ada').says(room, 'Hello?');
  expect(matrix.dms('ada')).toMatchObject([{ text: 'Hello?' }]);
});

test('powers are numbers, but for who made a room of version 12', async () => {
  const [old, newest] = [matrix.roomId('containers'), matrix.roomId('newest')];
  await bot.call('POST', ['join', old], {});
  await bot.call('POST', ['join', newest], {});
  const [grace, ada] = [matrix.user('grace').id, matrix.user('ada').id];
  expect((await levels(old)).body).toMatchObject({ users: { [grace]: 100, [ada]: 50 } });
  expect(newest).not.toContain(':');
  expect((await levels(newest)).body).toMatchObject({ users: {} });
  matrix.user('grace').empowers('newest', { ada: 50 });
  matrix.user('grace').empowers('containers', { ada: 0 });
  expect((await levels(old)).body).toMatchObject({ users: { [ada]: 0 } });
});

test('who is muted, put out or banned may not speak, and hears that they left', async () => {
  const room = matrix.roomId('containers');
  await bot.call('POST', ['join', room], {});
  matrix.user('grace').empowers('containers', { hallway: -1 });
  const say = () =>
    bot.call('PUT', ['rooms', room, 'send', 'm.room.message', 'x'], {
      msgtype: 'm.text',
      body: 'x',
    });
  expect(await say()).toMatchObject({ status: 403, body: { errcode: 'M_FORBIDDEN' } });
  const { next_batch } = await bot.sync();
  matrix.user('grace').kicks('containers', 'hallway');
  expect(await bot.sync(String(next_batch))).toMatchObject({
    rooms: { leave: { [room]: { timeline: { events: [{ content: { membership: 'leave' } }] } } } },
  });
  expect((await say()).body['error']).toContain('not in room');
  matrix.user('grace').bans('containers', 'hallway');
  expect((await bot.call('POST', ['join', room], {})).body['error']).toContain('banned');
});

test('an upgraded room names the one that takes its place, and its alias follows', async () => {
  const room = matrix.roomId('containers');
  await bot.call('POST', ['join', room], {});
  const next = matrix.user('grace').upgrades('containers');
  const tombstone = ['rooms', room, 'state', 'm.room.tombstone', ''];
  expect((await bot.call('GET', tombstone)).body).toMatchObject({ replacement_room: next });
  const alias = ['directory', 'room', `#containers:${matrix.serverName}`];
  expect((await bot.call('GET', alias)).body).toMatchObject({ room_id: next });
  expect((await bot.call('POST', ['join', next], {})).status).toBe(200);
});

test('a space tells what it holds', async () => {
  const space = matrix.roomId('fosdem');
  await bot.call('POST', ['join', space], {});
  const answer = await fetch(
    `${matrix.url}/_matrix/client/v1/rooms/${encodeURIComponent(space)}/hierarchy`,
    { headers: { authorization: `Bearer ${matrix.botToken}` } },
  );
  expect(await answer.json()).toMatchObject({
    rooms: [
      { room_id: space, room_type: 'm.space' },
      { name: 'containers' },
      { name: 'newest', room_id: matrix.roomId('newest') },
    ],
  });
});
