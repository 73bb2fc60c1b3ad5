import pg from 'pg';
import { inject } from 'vitest';

/** Of the PostgreSQL server of this run, without a database's name. */
export function serverUrl(): string {
  return inject('postgresUrl');
}

export async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${serverUrl()}/postgres` });
  await client.connect();
  await client.query(statement);
  await client.end();
}
