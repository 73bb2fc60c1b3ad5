import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { type Dialect, Kysely, sql } from 'kysely';
import { ConfigError } from '../../../src/config/error.ts';
import type { Log } from '../../../src/log.ts';
import { migrate, requireCurrent } from './migrate.ts';
import type { Tables } from './schema.ts';
import { emptyLog, sqliteDialect } from './sqlite.ts';

export interface Database {
  readonly kysely: Kysely<Tables>;
  /** What the one SQL text cannot say on both. */
  readonly dialect: DialectFacts;
  /**
   * To be called once something was erased: on SQLite, no file holds a trace of it then. PostgreSQL
   * sees to its own files. Never rejects.
   */
  scrub(): Promise<void>;
  /** Rejects when the database does not answer, or its file is not where it was opened. */
  check(): Promise<void>;
  close(): Promise<void>;
}

export interface DialectFacts {
  readonly name: 'sqlite' | 'postgres';
  /** Whether others' transactions run beside ours, so that rows to be changed are locked when read. */
  readonly locksRows: boolean;
}

const VARIABLE = 'DATABASE_URL';
const MEMORY = 'sqlite::memory:';
const SQLITE: DialectFacts = { name: 'sqlite', locksRows: false };
const POSTGRES: DialectFacts = { name: 'postgres', locksRows: true };

/**
 * Opens `sqlite:PATH`, `sqlite::memory:` or `postgres://…` and brings its tables up to date.
 * Throws `ConfigError` when the URL is of neither kind, leads to no database that can be used, or
 * the database is newer than this program.
 */
export function openDatabase(url: string, log: Log): Promise<Database> {
  return open(url, log, migrate);
}

/** The same in memory, beginning with an SQLite file's content (see {@link sqliteDialect}). */
export function openCopy(content: Uint8Array, log: Log): Promise<Database> {
  return open(MEMORY, log, migrate, content);
}

/**
 * The same for whoever only looks, beside a program that runs: nothing is made or changed. Throws
 * `ConfigError` as well when there is no database, or this program's tables are not all there.
 */
export async function openToRead(url: string, log: Log): Promise<Database> {
  const [, file] = /^sqlite:(.+)$/.exec(url) ?? [];
  if (file !== undefined && !existsSync(file)) {
    throw new ConfigError([(words) => words.databaseMissing(VARIABLE, file)]);
  }
  return open(url, log, requireCurrent);
}

async function open(
  url: string,
  log: Log,
  prepare: (kysely: Kysely<Tables>) => Promise<void>,
  content?: Uint8Array,
): Promise<Database> {
  const { dialect, facts } = await choose(url, log, content);
  const kysely = new Kysely<Tables>({ dialect });
  try {
    await reach(kysely);
    await prepare(kysely);
  } catch (error) {
    await kysely.destroy();
    throw error;
  }
  const scrub = async () => {
    if (facts !== SQLITE) return;
    await emptyLog(kysely).catch((error: unknown) => {
      log.warn({ err: error }, 'What was erased still stands in the log of changes for a while');
    });
  };
  const isThere = await fileCheck(url);
  const check = async () => {
    await isThere();
    await sql`select 1`.execute(kysely);
  };
  return { kysely, dialect: facts, scrub, check, close: () => kysely.destroy() };
}

/** SQLite goes on with a file that was deleted, or replaced, and all that it writes is lost at the end. */
async function fileCheck(url: string): Promise<() => Promise<void>> {
  const [, file] = /^sqlite:(?!:memory:)(.+)$/.exec(url) ?? [];
  if (file === undefined) return async () => {};
  const { ino } = await stat(file);
  return async () => {
    const now = await stat(file).catch(() => undefined);
    if (now?.ino !== ino) throw new Error(`The database ${file} was deleted or replaced`);
  };
}

/** PostgreSQL's driver is loaded by those who use it. */
async function choose(
  url: string,
  log: Log,
  content: Uint8Array | undefined,
): Promise<{ dialect: Dialect; facts: DialectFacts }> {
  if (url.startsWith('sqlite:')) {
    return { dialect: sqliteDialect(url.slice('sqlite:'.length), content), facts: SQLITE };
  }
  if (/^postgres(ql)?:\/\//.test(url)) {
    const { postgresDialect } = await import('./postgres.ts');
    const dialect = postgresDialect(url, (error) =>
      log.warn({ err: error }, 'A database connection broke'),
    );
    return { dialect, facts: POSTGRES };
  }
  // A URL may hold a password, so it is not repeated.
  throw new ConfigError([(words) => words.notADatabase(VARIABLE)]);
}

async function reach(kysely: Kysely<Tables>): Promise<void> {
  try {
    await sql`select 1`.execute(kysely);
  } catch (error) {
    const reason = reasonOf(error);
    throw new ConfigError([(words) => words.databaseUnusable(VARIABLE, reason)], {
      mayPass: isAway(error),
    });
  }
}

const AWAY: ReadonlySet<string> = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH'],
  ...['ENOTFOUND', 'EAI_AGAIN'],
]);

/** Nobody answers at its address, or PostgreSQL is starting or stopping (class 57P of its codes). */
function isAway(error: unknown): boolean {
  const [told = error] = error instanceof AggregateError ? error.errors : [];
  const code = told instanceof Error && 'code' in told ? String(told.code) : '';
  return code.startsWith('57P') || AWAY.has(code);
}

/** An address with several IP addresses fails once for each, together without a word. */
function reasonOf(error: unknown): string {
  const [first] = error instanceof AggregateError ? error.errors : [];
  const told = first ?? error;
  return told instanceof Error ? told.message : String(told);
}
