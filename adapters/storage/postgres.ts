import { type Dialect, PostgresDialect } from 'kysely';
import pg from 'pg';

const INT8 = 20;
/** A server behind a wall that swallows everything would otherwise be waited for without end. */
const CONNECT_TIMEOUT_MS = 20_000;
/** A server that vanished without a word is not waited for as long as TCP would, a quarter of an hour. */
const QUERY_TIMEOUT_MS = 60_000;

/** Instants and counts stay below 2^53, so that 64-bit integers come back as numbers, as on SQLite. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => (oid === INT8 ? Number : pg.types.getTypeParser(oid, format)),
};

/** `onIdleError` hears of connections that broke while nobody used them; the pool replaces them. */
export function postgresDialect(url: string, onIdleError: (error: Error) => void): Dialect {
  const pool = new pg.Pool({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: QUERY_TIMEOUT_MS,
    keepAlive: true,
    types,
    application_name: 'hallway',
  });
  pool.on('error', onIdleError);
  return new PostgresDialect({ pool });
}
