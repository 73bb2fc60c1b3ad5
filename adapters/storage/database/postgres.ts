import { Socket } from 'node:net';
import { type Dialect, PostgresDialect } from 'kysely';
import pg from 'pg';
import { MINUTE_MS } from '../../../src/clock.ts';

const INT8 = 20;
/** A server behind a wall that swallows everything would otherwise be waited for without end. */
const CONNECT_TIMEOUT_MS = 20_000;
/** A server that vanished without a word is not waited for as long as TCP would, a quarter of an hour. */
const SILENCE_MS = MINUTE_MS;

/** Instants and counts stay below 2^53, so that 64-bit integers come back as numbers, as on SQLite. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => (oid === INT8 ? Number : pg.types.getTypeParser(oid, format)),
};

/**
 * `onBroken` hears of connections that broke; the pool replaces them. One on which nothing is heard
 * for `silenceMs` is given up, and what was asked on it fails.
 */
export function postgresDialect(
  url: string,
  onBroken: (error: Error) => void,
  silenceMs = SILENCE_MS,
): Dialect {
  const pool = new pg.Pool({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    // Not pg's `query_timeout`, which would keep a dead connection and let the next query wait on it.
    stream: () => givenUpAfter(silenceMs),
    keepAlive: true,
    types,
    application_name: 'hallway',
  });
  // In use or not: an event that nobody hears would end the process. The pool tells of idle ones again.
  pool.on('connect', (client) => client.on('error', onBroken));
  pool.on('error', () => undefined);
  return new PostgresDialect({ pool });
}

function givenUpAfter(silenceMs: number): Socket {
  const socket = new Socket();
  return socket.setTimeout(silenceMs, () =>
    socket.destroy(new Error(`The database did not answer within ${silenceMs / 1000} s`)),
  );
}
