import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '../../test/support/postgres.ts';

export interface Databases {
  readonly name: string;
  /** The URL of a database that nothing has opened yet. */
  createUrl(): Promise<string>;
}

/** Both databases that Hallway supports, for as long as `work` takes. */
export async function withDatabases(
  work: (databases: readonly [Databases, Databases]) => Promise<void>,
): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'hallway-bench-'));
  const postgres = await startPostgres();
  try {
    await work([
      {
        name: 'SQLite',
        createUrl: async () => `sqlite:${join(directory, `${randomUUID()}.sqlite`)}`,
      },
      { name: 'PostgreSQL', createUrl: () => createOn(postgres.url) },
    ]);
  } finally {
    await postgres.stop();
    await rm(directory, { recursive: true, force: true });
  }
}

async function createOn(server: string): Promise<string> {
  const name = `bench_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: `${server}/postgres` });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return `${server}/${name}`;
}
