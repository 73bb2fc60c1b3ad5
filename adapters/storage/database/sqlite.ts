import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type SqliteStatement,
} from 'kysely';
import { type RetryPolicy, retry } from '../../../src/clock/retry.ts';
import { systemClock } from '../../../src/clock.ts';

/** For ten seconds and more. */
const WHILE_BUSY: RetryPolicy = { firstMs: 5, longestMs: 5, tries: 2_000 };
const SQLITE_BUSY = 5;

/** Kysely's own SQLite dialect over the database built into Node. `path` may be `:memory:`. */
export function sqliteDialect(path: string): Dialect {
  return {
    createAdapter: createAdapter,
    createDriver: () => createDriver(path),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/** SQLite rolls schema changes back like any other; saying so makes migrations atomic. */
function createAdapter(): SqliteAdapter {
  return Object.defineProperty(new SqliteAdapter(), 'supportsTransactionalDdl', { value: true });
}

function createDriver(path: string): SqliteDriver {
  const driver = new SqliteDriver({
    database: () => openFile(path),
    onCreateConnection: async (connection) => makePatient(connection),
  });
  // A transaction that reads first and writes later would fail at once, without waiting,
  // when another process wrote in between.
  driver.beginTransaction = async (connection) => {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  };
  return driver;
}

async function openFile(path: string): Promise<SqliteDatabase> {
  // SQLite's own waiting would stop the whole process, and knows no waiting for the change to WAL.
  const database = new DatabaseSync(path, { timeout: 0 });
  await patiently(() => database.exec('pragma journal_mode = wal'));
  database.exec('pragma synchronous = full');
  database.exec('pragma foreign_keys = on');
  return { prepare: (sql) => prepare(database, sql), close: () => database.close() };
}

/** Tries a statement again while another process writes; inside a transaction there is none to wait for. */
function makePatient(connection: DatabaseConnection): void {
  const executeQuery: DatabaseConnection['executeQuery'] = connection.executeQuery.bind(connection);
  connection.executeQuery = (query, options) =>
    patiently(() => executeQuery<never>(query, options));
}

function patiently<T>(work: () => T | Promise<T>): Promise<T> {
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
