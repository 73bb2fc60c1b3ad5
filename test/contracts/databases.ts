import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, describe, inject } from 'vitest';
import { type Database, openDatabase } from '../../adapters/storage/database/database.ts';
import { silentLog } from '../../src/log.ts';
import { sqliteTemplate } from '../support/memory.ts';

export interface Databases {
  /** The URL of a database that nothing has opened yet. */
  createUrl(): Promise<string>;
  /** Opens a database (a new one unless told which) that is closed after the test. */
  open(url?: string): Promise<Database>;
}

/** Runs a suite on each database that Hallway supports, PostgreSQL being a real server. */
export function forEachDatabase(name: string, suite: (databases: Databases) => void): void {
  describe(`${name}, on SQLite`, () => suite(closing(sqliteUrls())));
  onPostgres(name, suite);
}

/** The same on a real PostgreSQL server alone, which several programs share in production. */
export function onPostgres(name: string, suite: (databases: Databases) => void): void {
  describe(`${name}, on PostgreSQL`, () => suite(closing(postgresUrls())));
}

interface Urls {
  /** Of a database that nothing has opened yet. */
  create(): Promise<string>;
  /** Of an empty database that has its tables; an earlier test may have used it. */
  borrow(): Promise<string>;
  afterTest(): Promise<void>;
  afterSuite(): Promise<void>;
}

function closing(urls: Urls): Databases {
  const opened: Database[] = [];
  const open = async (url?: string) => {
    const database = await openDatabase(url ?? (await urls.borrow()), silentLog);
    opened.push(database);
    return database;
  };
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((database) => database.close()));
    await urls.afterTest();
  });
  afterAll(() => urls.afterSuite());
  return { createUrl: urls.create, open };
}

/** In each worker; see {@link sqliteTemplate}. */
let template: Promise<string> | undefined;

async function postgresTemplate(): Promise<string> {
  const name = await createDatabase();
  await (await openDatabase(urlOf(name), silentLog)).close();
  return name;
}

function sqliteUrls(): Urls {
  const directories: string[] = [];
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
      return `sqlite:${file}`;
    },
    afterTest: async () => {
      for (const directory of directories.splice(0)) rmSync(directory, { recursive: true });
    },
    afterSuite: async () => {},
  };
}

/** Making a database takes PostgreSQL longer than most tests: it is emptied and used again. */
function postgresUrls(): Urls {
  const fresh: string[] = [];
  const reused: string[] = [];
  let borrowed = 0;
  return {
    create: async () => {
      const name = await createDatabase();
      fresh.push(name);
      return urlOf(name);
    },
    borrow: async () => {
      const used = reused[borrowed];
      template ??= postgresTemplate();
      const name = used ?? (await createDatabase(await template));
      if (used === undefined) reused.push(name);
      else await emptyTables(name);
      borrowed += 1;
      return urlOf(name);
    },
    afterTest: async () => {
      borrowed = 0;
      await dropDatabases(fresh.splice(0));
    },
    afterSuite: () => dropDatabases(reused.splice(0)),
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

async function emptyTables(name: string): Promise<void> {
  await withClient(name, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select tablename as name from pg_tables
       where schemaname = 'public' and tablename not like 'kysely%'`,
    );
    await client.query(rows.map((row) => `delete from ${row.name}`).join(';'));
  });
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
