import { afterEach, expect, test, vi } from 'vitest';
import type { MatrixOptions } from '../../../adapters/matrix/platform.ts';
import type { Database } from '../../../adapters/storage/database/database.ts';
import type { Platform } from '../../../src/platform/platform.ts';
import type { Hallway } from '../../../src/platform/requests.ts';
import type { MatrixOptions as ServerOptions } from '../../servers/matrix/description.ts';
import { type Matrix, startMatrix } from '../../servers/matrix/server.ts';
import { adapterOn, byPassword, echoing, newDatabase, saidIn } from './hallwayOn.ts';

vi.setConfig({ testTimeout: 60_000 });

const ROOM = 'containers';
const endings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

interface Stage {
  readonly matrix: Matrix;
  readonly database: Database;
}

/** Hallway is in both rooms already. */
async function stage(options: ServerOptions = {}): Promise<Stage> {
  const matrix = await startMatrix(options);
  endings.push(() => matrix.stop());
  for (const room of [ROOM, 'lobby']) {
    matrix.user('grace').invites(room, 'hallway');
    matrix.user('hallway').joins(room);
  }
  const database = await newDatabase();
  endings.push(() => database.close());
  return { matrix, database };
}

type Options = Partial<MatrixOptions> & { readonly hallway?: Hallway };

function platformOn({ matrix, database }: Stage, options: Options = {}): Platform {
  const platform = adapterOn(matrix, database, options);
  endings.push(() => platform.stop());
  return platform;
}

async function listening(on: Stage, { hallway = echoing, ...options }: Options = {}) {
  const platform = platformOn(on, options);
  await platform.start(hallway);
  return platform;
}

const ask = ({ matrix }: Stage, what: string, room = ROOM) =>
  matrix.user('ada').says(room, `!talk ${what}`);
const heard = ({ matrix }: Stage, room = ROOM) => expect.poll(() => saidIn(matrix, room));

test('is ready when it hears, and not before and not after', async () => {
  const on = await stage();
  const platform = platformOn(on);
  expect(platform.readiness()).toBe('away');
  await platform.start(echoing);
  expect(platform.readiness()).toBe('ready');
  await platform.stop();
  expect(platform.readiness()).toBe('away');
});

test.each([
  ['MATRIX_ACCESS_TOKEN', () => ({ login: { kind: 'token', token: 'none of theirs' } }) as const],
  [
    'MATRIX_PASSWORD',
    ({ matrix, database }: Stage) => {
      const { login } = byPassword(matrix, database);
      return { login: { ...login, password: 'a wrong one' } };
    },
  ],
])('a refused %s ends the start, and says which', async (name, options) => {
  const on = await stage();
  await expect(listening(on, options(on) as Options)).rejects.toMatchObject({
    name: 'ConfigError',
    message: expect.stringContaining(name),
  });
});

test('a homeserver that is down at the start is waited for', async () => {
  const on = await stage();
  on.matrix.fail({ endpoint: 'whoami', times: 2 }, { kind: 'status', status: 503, stored: false });
  on.matrix.fail({ endpoint: 'sync', times: 2 }, { kind: 'drop', stored: false });
  const platform = await listening(on);
  ask(on, 'at last');
  await heard(on).toEqual(['Heard at last']);
  expect(platform.readiness()).toBe('ready');
});

test('where nobody knows the homeserver’s name it waits, says that it is away, and stops', async () => {
  const on = await stage();
  const platform = platformOn(on, { homeserver: 'http://no.such.homeserver.invalid' });
  const started = platform.start(echoing);
  expect(platform.readiness()).toBe('away');
  await platform.stop();
  await started;
});

test('a homeserver that never answers does not hold up a stop', async () => {
  const on = await stage();
  const platform = await listening(on);
  on.matrix.fail({ times: 99 }, { kind: 'hang', ms: 3_600_000, stored: false });
  ask(on, 'nobody');
  await platform.stop();
  expect(platform.readiness()).toBe('away');
});

test('a homeserver that hangs is away, though it refuses nothing', async () => {
  const on = await stage();
  const platform = await listening(on, { waitMs: 300 });
  on.matrix.fail({ endpoint: 'sync', times: 99 }, { kind: 'hang', ms: 3_600_000, stored: false });
  await expect.poll(() => platform.readiness()).toBe('away');
});

test('a homeserver that fails for a while is away as long, and what was said meanwhile is answered once', async () => {
  const on = await stage();
  const platform = await listening(on);
  on.matrix.fail({ endpoint: 'sync', times: 2 }, { kind: 'status', status: 502, stored: false });
  ask(on, 'one');
  await expect.poll(() => platform.readiness()).toBe('away');
  ask(on, 'two');
  await heard(on).toEqual(['Heard one', 'Heard two']);
  expect(platform.readiness()).toBe('ready');
});

test('a session that the homeserver ended for now is taken up again, as the same device', async () => {
  const on = await stage();
  const platform = await listening(on, byPassword(on.matrix, on.database));
  ask(on, 'before');
  await heard(on).toEqual(['Heard before']);
  on.matrix.endSessions('soft');
  ask(on, 'after');
  await heard(on).toEqual(['Heard before', 'Heard after']);
  expect(platform.readiness()).toBe('ready');
  const logins = on.matrix.calls.filter(({ endpoint }) => endpoint === 'login');
  const devices = logins.map(({ body }) => (body as { device_id?: string }).device_id);
  expect(devices).toEqual([undefined, expect.any(String)]);
});

test('the password is needed once, and again where the homeserver ended what came of it', async () => {
  const on = await stage();
  const { login } = byPassword(on.matrix, on.database);
  if (login.kind !== 'password') throw new Error('Not by password');
  const { password: _, ...without } = login;
  const refusal = { name: 'ConfigError', message: expect.stringContaining('MATRIX_PASSWORD') };
  await expect(listening(on, { login: without })).rejects.toMatchObject(refusal);
  const platform = await listening(on, { login });
  ask(on, 'before');
  await heard(on).toEqual(['Heard before']);
  await platform.stop();
  const next = await listening(on, { login: without });
  ask(on, 'after');
  await heard(on).toEqual(['Heard before', 'Heard after']);
  await next.stop();
  on.matrix.endSessions('gone');
  await expect(listening(on, { login: without })).rejects.toMatchObject(refusal);
});

test('an answer that is refused because the session has ended is said once it is taken up again', async () => {
  const on = await stage();
  await listening(on);
  const ended = { kind: 'error', status: 401, errcode: 'M_UNKNOWN_TOKEN' } as const;
  on.matrix.fail({ endpoint: 'send', times: 2 }, ended);
  ask(on, 'whoever');
  await heard(on).toEqual(['Heard whoever']);
});

test('a token that is refused later leaves it away, and does not end the process', async () => {
  const on = await stage();
  const platform = await listening(on);
  on.matrix.endSessions('gone');
  await expect.poll(() => platform.readiness()).toBe('away');
});

test.each([
  ['in the answer', false],
  ['in the header', true],
])('is told %s how long to be silent, and answers once after that', async (_, inHeader) => {
  const on = await stage();
  await listening(on);
  const limit = { kind: 'rate-limit', retryAfterMs: 1_000, inHeader } as const;
  on.matrix.fail({ endpoint: 'send', type: 'm.room.message', times: 2 }, limit);
  ask(on, 'slowly');
  await heard(on).toEqual(['Heard slowly']);
});

test('an answer whose way back was cut is not said twice', async () => {
  const on = await stage();
  await listening(on);
  const cut = { endpoint: 'send', type: 'm.room.message' };
  on.matrix.fail(cut, { kind: 'drop', stored: true });
  on.matrix.fail(cut, { kind: 'status', status: 502, stored: true });
  ask(on, 'once');
  ask(on, 'then');
  await heard(on).toEqual(['Heard once', 'Heard then']);
});

test('a room in which nothing can be said holds up no other', async () => {
  const on = await stage();
  await listening(on);
  const broken = { kind: 'status', status: 502, stored: false } as const;
  on.matrix.fail({ endpoint: 'send', room: on.matrix.roomId(ROOM), times: 4 }, broken);
  ask(on, 'patience');
  for (const what of ['a', 'b', 'c']) ask(on, what, 'lobby');
  await heard(on, 'lobby').toEqual(['Heard a', 'Heard b', 'Heard c']);
  expect(saidIn(on.matrix, ROOM)).toEqual([]);
  await heard(on).toEqual(['Heard patience']);
});

test('rooms of servers that are gone hold up nobody, however many one is invited to', async () => {
  const on = await stage();
  await listening(on);
  const gone = { kind: 'error', status: 502, errcode: 'M_UNKNOWN' } as const;
  on.matrix.fail({ endpoint: 'join', times: 1_000 }, gone);
  for (let each = 0; each < 9; each += 1) {
    on.matrix.user('grace').opensDirect('hallway');
  }
  const tried = () => on.matrix.calls.filter(({ endpoint }) => endpoint === 'join').length;
  await expect.poll(tried).toBeGreaterThanOrEqual(8);
  ask(on, 'meanwhile');
  await heard(on).toEqual(['Heard meanwhile']);
});

test('a database that fails for a moment delays answers, and loses none', async () => {
  const on = await stage();
  const { createMatrixNews } = await import('../../../adapters/storage/matrix/news.ts');
  const news = createMatrixNews(on.database.kysely, on.matrix.botUserId);
  let left = 2;
  const failing = <T>(work: () => Promise<T>) => {
    left -= 1;
    return left >= 0 ? Promise.reject(new Error('The database is away')) : work();
  };
  await listening(on, {
    storeOf: () => ({
      ...news,
      waiting: (...how) => failing(() => news.waiting(...how)),
      settle: (...how) => failing(() => news.settle(...how)),
    }),
  });
  ask(on, 'soon');
  await heard(on).toEqual(['Heard soon']);
  await expect.poll(() => news.waiting(9)).toEqual([]);
});
