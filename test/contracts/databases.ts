import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, afterEach, describe, inject } from 'vitest';
import { type Database, openDatabase } from '../../adapters/storage/database/database.ts';
import { silentLog } from '../../src/log.ts';
import { sqliteTemplate } from '../support/memory.ts';
import { isWhole } from '../support/thorough.ts';

export interface Databases {
  /** The URL of a database that nothing has opened yet. */
  createUrl(): Promise<string>;
  /** Opens a database (an empty one unless told which) that is the test's alone until it is over. */
  open(url?: string): Promise<Database>;
}

/** Runs a suite on each database that Hallway supports, PostgreSQL being a real server. */
export function forEachDatabase(name: string, suite: (databases: Databases) => void): void {
  describe(`${name}, on SQLite`, () => suite(closing(sqliteFiles())));
  onPostgres(name, suite);
}

/** The same of what takes long, and hardly differs between them: the gate looks at one, the night at each. */
export function forOneDatabase(
  name: string,
  inTheGate: 'SQLite' | 'PostgreSQL',
  suite: (databases: Databases) => void,
): void {
  if (isWhole) forEachDatabase(name, suite);
  else if (inTheGate === 'PostgreSQL') onPostgres(name, suite);
  else describe(`${name}, on SQLite`, () => suite(closing(sqliteFiles())));
}

/** The same on a real PostgreSQL server alone, which several programs share in production. */
export function onPostgres(name: string, suite: (databases: Databases) => void): void {
  describe(`${name}, on PostgreSQL`, () => suite(closing(postgresServer())));
}

interface Supply {
  /** The URL of a database that nothing has opened yet. */
  create(): Promise<string>;
  /** An empty database with its tables; an earlier test may have used it. */
  borrow(): Promise<Database>;
  afterTest(): Promise<void>;
  afterSuite(): Promise<void>;
}

function closing(supply: Supply): Databases {
  const opened: Database[] = [];
  const open = async (url?: string) => {
    if (url === undefined) return supply.borrow();
    const database = await openDatabase(url, silentLog);
    opened.push(database);
    return database;
  };
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((database) => database.close()));
    await supply.afterTest();
  });
  afterAll(() => supply.afterSuite());
  return { createUrl: supply.create, open };
}

/** In each worker; see {@link sqliteTemplate}. */
let template: Promise<string> | undefined;

async function postgresTemplate(): Promise<string> {
  const name = await createDatabase();
  await (await openDatabase(urlOf(name), silentLog)).close();
  return name;
}

function sqliteFiles(): Supply {
  const directories: string[] = [];
  const borrowed: Database[] = [];
  const createFile = () => {
    const directory = mkdtempSync(join(tmpdir(), 'hallway-sqlite-'));
    directories.push(directory);
    return join(directory, 'hallway.sqlite');
  };
  return {
    create: async () => `sqlite:${createFile()}`,
    borrow: async () => {
      const file = createFile();
      writeFileSync(file, await sqliteTemplate());
      const database = await openDatabase(`sqlite:${file}`, silentLog);
      borrowed.push(database);
      return database;
    },
    afterTest: async () => {
      await Promise.all(borrowed.splice(0).map((database) => database.close()));
      for (const directory of directories.splice(0)) rmSync(directory, { recursive: true });
    },
    afterSuite: async () => {},
  };
}

/** A database takes PostgreSQL longer to make, and to open, than most tests: it is emptied and used again. */
function postgresServer(): Supply {
  const fresh: string[] = [];
  const kept: { readonly name: string; readonly database: Database }[] = [];
  let borrowed = 0;
  return {
    create: async () => {
      const name = await createDatabase();
      fresh.push(name);
      return urlOf(name);
    },
    borrow: async () => {
      const known = kept[borrowed];
      borrowed += 1;
      if (known !== undefined) {
        await emptyTables(known.database);
        return known.database;
      }
      template ??= postgresTemplate();
      const name = await createDatabase(await template);
      const database = await openDatabase(urlOf(name), silentLog);
      kept.push({ name, database });
      return database;
    },
    afterTest: async () => {
      borrowed = 0;
      await dropDatabases(fresh.splice(0));
    },
    afterSuite: async () => {
      const all = kept.splice(0);
      await Promise.all(all.map(({ database }) => database.close()));
      await dropDatabases(all.map(({ name }) => name));
    },
  };
}

async function createDatabase(template = 'template1'): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const query = `create database ${name} template ${template}`;
  await withClient('postgres', (client) => client.query(query));
  return name;
}

async function dropDatabases(names: readonly string[]): Promise<void> {
  if (names.length === 0) return;
  await withClient('postgres', async (client) => {
    for (const name of names) await client.query(`drop database ${name} with (force)`);
  });
}

async function emptyTables({ kysely }: Database): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_tables
    where schemaname = 'public' and tablename not like 'kysely%'`.execute(kysely);
  // PostgreSQL takes one statement at a time that has parameters, and many that have none.
  await sql.raw(rows.map(({ name }) => `delete from ${name}`).join(';')).execute(kysely);
}

function urlOf(name: string): string {
  return `${inject('postgresUrl')}/${name}`;
}

async function withClient(
  database: string,
  work: (client: pg.Client) => Promise<unknown>,
): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(database) });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
