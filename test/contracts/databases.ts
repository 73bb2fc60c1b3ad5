import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, describe, inject } from 'vitest';
import { type Database, openDatabase } from '../../adapters/storage/database.ts';
import { silentLog } from '../../src/log.ts';

export interface Databases {
  /** The URL of a database that nothing has opened yet. */
  createUrl(): Promise<string>;
  /** Opens a database (a new one unless told which) that is closed after the test. */
  open(url?: string): Promise<Database>;
}

/** Runs a suite on each database that Hallway supports, PostgreSQL being a real server. */
export function forEachDatabase(name: string, suite: (databases: Databases) => void): void {
  describe(`${name}, on SQLite`, () => suite(closing(sqliteUrls())));
  describe(`${name}, on PostgreSQL`, () => suite(closing(postgresUrls())));
}

interface Urls {
  create(): Promise<string>;
  dropAll(): Promise<void>;
}

function closing(urls: Urls): Databases {
  const opened: Database[] = [];
  const open = async (url?: string) => {
    const database = await openDatabase(url ?? (await urls.create()), silentLog);
    opened.push(database);
    return database;
  };
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((database) => database.close()));
    await urls.dropAll();
  });
  return { createUrl: urls.create, open };
}

function sqliteUrls(): Urls {
  const directories: string[] = [];
  return {
    create: async () => {
      const directory = mkdtempSync(join(tmpdir(), 'hallway-sqlite-'));
      directories.push(directory);
      return `sqlite:${join(directory, 'hallway.sqlite')}`;
    },
    dropAll: async () => {
      for (const directory of directories.splice(0)) rmSync(directory, { recursive: true });
    },
  };
}

function postgresUrls(): Urls {
  const names: string[] = [];
  return {
    create: async () => {
      const name = `test_${randomUUID().replaceAll('-', '')}`;
      await onServer(`create database ${name}`);
      names.push(name);
      return `${inject('postgresUrl')}/${name}`;
    },
    dropAll: async () => {
      for (const name of names.splice(0)) await onServer(`drop database ${name} with (force)`);
    },
  };
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${inject('postgresUrl')}/postgres` });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
