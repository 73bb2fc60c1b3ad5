import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import {
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type SqliteStatement,
  sql,
} from 'kysely';
import { LRUCache } from 'lru-cache';
import { type RetryPolicy, retry } from '../../../src/clock/retry.ts';
import { pauseInTime } from '../../../src/clock/steps.ts';
import { systemClock } from '../../../src/clock.ts';
import { createFlush } from './flush.ts';
import type { Tables } from './schema.ts';
import { createLinedDriver } from './sqliteDriver.ts';

/** For ten seconds and more. */
const WHILE_BUSY: RetryPolicy = { firstMs: 5, longestMs: 5, tries: 2_000 };
/** For a second and a half. */
const WHILE_READ: RetryPolicy = { firstMs: 5, longestMs: 100, tries: 20 };
const SQLITE_BUSY = 5;
/** Hallway's own statements are fewer; lists of values of another length are another statement each. */
const PREPARED = 300;
/**
 * In characters. What writes many rows is longer, and another statement for each number of them; one
 * of 500 would keep half a megabyte and what it wrote last, and is hardly ever needed again.
 */
const LONGEST_KEPT = 5_000;

/**
 * Kysely's own SQLite dialect over the database built into Node. `path` may be `:memory:`, and begin
 * with the content of a file whose log of changes is empty and of the old kind.
 */
export function sqliteDialect(path: string, content?: Uint8Array): Dialect {
  return {
    createAdapter: createAdapter,
    createDriver: () => createDriver(path, content),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/**
 * SQLite rolls schema changes back like any other; saying so makes migrations atomic. Who has to wait
 * for whom is the driver's to say.
 */
function createAdapter(): SqliteAdapter {
  return Object.defineProperties(new SqliteAdapter(), {
    supportsTransactionalDdl: { value: true },
    supportsMultipleConnections: { value: true },
  });
}

function createDriver(path: string, content: Uint8Array | undefined): Driver {
  const flushLog = createFlush(`${path}-wal`);
  let hasLog = false;
  const connectTo = (pause: () => Promise<void>) =>
    new SqliteDriver({
      database: async () => {
        const { database, mode } = await openFile(path, content);
        hasLog = mode === 'wal';
        return { prepare: createPrepare(database), close: () => database.close() };
      },
      onCreateConnection: async (connection) => makeConsiderate(connection, pause),
    });
  // What is in memory is there for the connection alone that made it.
  const isShared = path !== '' && path !== ':memory:';
  return createLinedDriver({
    writing: connectTo(pauseInTime),
    // A question is answered in one go.
    reading: isShared ? connectTo(noPause) : undefined,
    flush: () => (hasLog ? flushLog() : noPause()),
  });
}

const noPause = async () => undefined;

/** `mode`: `wal` wherever that is possible, which is not in memory nor on some file systems. */
async function openFile(path: string, content: Uint8Array | undefined) {
  // SQLite's own waiting would stop the whole process, and knows no waiting for the change to WAL.
  const database = new DatabaseSync(path, { timeout: 0 });
  if (content !== undefined) database.deserialize(content);
  const set = () => database.prepare('pragma journal_mode = wal').get()?.['journal_mode'];
  const mode = await retryWhileBusy(set);
  // A commit is in the log at once, and on the disk after the flush that follows, apart from this
  // thread: with `full` the whole process would wait for the disk.
  database.exec(`pragma synchronous = ${mode === 'wal' ? 'normal' : 'full'}`);
  database.exec('pragma foreign_keys = on');
  // What is erased is overwritten, not only taken off the lists.
  database.exec('pragma secure_delete = on');
  return { database, mode };
}

/**
 * Has the log of changes written into the file and emptied, so that what was erased stands in neither.
 * Throws where another process reads on from before for longer than whoever waits may.
 */
export async function emptyLog(kysely: Kysely<Tables>): Promise<void> {
  await retry(
    async () => {
      const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(kysely);
      if (rows[0]?.busy === 1) throw new Error('The log of changes is being read');
    },
    { ...WHILE_READ, clock: systemClock, onFailure: () => undefined },
  );
}

/**
 * Statements are done when they return, so that nothing but promises lies between two of them: however
 * many follow upon each other, whatever waits is served in between. A statement is tried again while
 * another process writes; inside a transaction there is none to wait for.
 */
function makeConsiderate(connection: DatabaseConnection, pause: () => Promise<void>): void {
  const executeQuery: DatabaseConnection['executeQuery'] = connection.executeQuery.bind(connection);
  connection.executeQuery = async (query, options) => {
    await pause();
    return retryWhileBusy(() => executeQuery<never>(query, options));
  };
}

function retryWhileBusy<T>(work: () => T | Promise<T>): Promise<T> {
  return retry(work, { ...WHILE_BUSY, clock: systemClock, onFailure: giveUpUnlessBusy });
}

function giveUpUnlessBusy(error: unknown): void {
  if (!isBusy(error)) throw error;
}

/** The low byte tells; the rest says why, such as another process that restores the log after a crash. */
function isBusy(error: unknown): boolean {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) : 0;
  return (code & 0xff) === SQLITE_BUSY;
}

/** Preparing takes longer than most statements do, so that the usual ones are kept. */
function createPrepare(database: DatabaseSync): (sql: string) => SqliteStatement {
  const prepared = new LRUCache<string, SqliteStatement>({ max: PREPARED });
  return (sql) => {
    const known = prepared.get(sql);
    if (known !== undefined) return known;
    const statement = prepare(database, sql);
    if (sql.length <= LONGEST_KEPT) prepared.set(sql, statement);
    return statement;
  };
}

function prepare(database: DatabaseSync, sql: string): SqliteStatement {
  const statement = database.prepare(sql);
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...parameters.map(toInput)),
    run: (parameters) => statement.run(...parameters.map(toInput)),
    iterate: (parameters) => statement.iterate(...parameters.map(toInput)),
  };
}

function toInput(value: unknown): SQLInputValue {
  if (value === null) return null;
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'bigint':
      return value;
    default:
      throw new TypeError(`SQLite cannot hold a value of type ${typeof value}`);
  }
}
