import { connect, createServer, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { Kysely, sql } from 'kysely';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { postgresDialect } from '../../../adapters/storage/database/postgres.ts';

const SERVER = `${inject('postgresUrl')}/postgres`;

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

describe('a connection to PostgreSQL', () => {
  it('that the server ends fails what it is used for, and nothing else', async () => {
    const heard: string[] = [];
    const database = open(SERVER, heard);
    const broken = database.transaction().execute(async (trx) => {
      const [own] = await pidsOf(trx);
      await sql`select pg_terminate_backend(${own}::int)`.execute(database);
      await delay(50);
      await pidsOf(trx);
    });
    const asked = database.transaction().execute(async (trx) => {
      const [own] = await pidsOf(trx);
      setTimeout(() => sql`select pg_terminate_backend(${own}::int)`.execute(database), 50);
      await sql`select pg_sleep(10)`.execute(trx);
    });

    const outcomes = await Promise.allSettled([broken, asked]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await pidsOf(database)).toHaveLength(1);
    expect(heard).toContain('terminating connection due to administrator command');
  });

  it('that falls silent is given up, and the next question takes another one', async () => {
    const wire = await wireTo(SERVER);
    const heard: string[] = [];
    const database = open(wire.url, heard, 500);
    const [first] = await answered(database);
    heard.length = 0;

    wire.cut();
    const begin = performance.now();
    await expect(pidsOf(database)).rejects.toThrow('The database did not answer within 0.5 s');
    const waited = performance.now() - begin;
    wire.mend();

    const told = [...heard];
    const [second] = await answered(database);
    expect(second).not.toBe(first);
    expect(waited).toBeLessThan(5_000);
    expect(told).toEqual(['The database did not answer within 0.5 s']);
  });

  it('that waits for a lock does not wait for ever', async () => {
    const heard: string[] = [];
    const [holder, waiter] = [open(SERVER, []), open(SERVER, heard, 1_000)];
    const lock = sql`select pg_advisory_xact_lock(4711)`;
    const { promise: held, resolve: release } = Promise.withResolvers<void>();
    const { promise: locked, resolve: isLocked } = Promise.withResolvers<void>();
    const holding = holder.transaction().execute(async (trx) => {
      await lock.execute(trx);
      isLocked();
      await held;
    });
    await locked;

    const waiting = waiter.transaction().execute((trx) => lock.execute(trx));
    await expect(waiting).rejects.toThrow().finally(release);
    await holding;
    expect(heard).toEqual(['The database did not answer within 1 s']);
    expect(await answered(waiter)).toHaveLength(1);
  });
});

/** What is said of broken connections is added to `heard`. */
function open(url: string, heard: string[], silenceMs?: number): Kysely<unknown> {
  const database = new Kysely<unknown>({
    dialect: postgresDialect(url, ({ message }) => void heard.push(message), silenceMs),
  });
  closing.unshift(() => database.destroy());
  return database;
}

/** The server's process behind the connection. */
async function pidsOf(database: Kysely<unknown>): Promise<readonly number[]> {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(database);
  return rows.map(({ pid }) => pid);
}

/** The same on a machine that is busy for longer than the connection waits. */
async function answered(database: Kysely<unknown>): Promise<readonly number[]> {
  const pids: number[] = [];
  await expect.poll(async () => pids.push(...(await pidsOf(database))) > 0).toBe(true);
  return pids;
}

/** A way to the server that can lose all that is said on it, without a word to either side. */
async function wireTo(url: string) {
  const { port, hostname } = new URL(url);
  const ends: Socket[] = [];
  let isCut = false;
  const relay = createServer((near) => {
    const far = connect(Number(port), hostname);
    ends.push(near, far);
    const pairs = [
      [near, far],
      [far, near],
    ] as const;
    for (const [from, to] of pairs) {
      from.on('data', (chunk) => isCut || to.write(chunk));
      from.on('close', () => isCut || to.destroy());
      from.on('error', () => undefined);
    }
  });
  await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve));
  closing.push(async () => {
    for (const end of ends) end.destroy();
    await new Promise((resolve) => relay.close(resolve));
  });
  const address = relay.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  return {
    url: url.replace(`:${port}/`, `:${address.port}/`),
    cut: () => {
      isCut = true;
    },
    mend: () => {
      isCut = false;
    },
  };
}
