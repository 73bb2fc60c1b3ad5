import type { Kysely } from 'kysely';
import type { Tables } from './schema.ts';

/** Joins the surrounding transaction, or makes one. */
export function inTransaction<T>(
  db: Kysely<Tables>,
  work: (trx: Kysely<Tables>) => Promise<T>,
): Promise<T> {
  return db.isTransaction ? work(db) : retried(db, work);
}

/** Another transaction changed first what this one is about. */
export class Conflict extends Error {}

const MOST_TRIES = 4;

/** PostgreSQL ends one of two transactions that wait for each other. */
const CONFLICTS: ReadonlySet<unknown> = new Set(['40001', '40P01']);

/** A transaction that is run again, from its beginning, when another one got into its way. */
export async function retried<T>(
  db: Kysely<Tables>,
  work: (trx: Kysely<Tables>) => Promise<T>,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      if (tries === MOST_TRIES || !isConflict(error)) throw error;
    }
  }
}

function isConflict(error: unknown): boolean {
  if (error instanceof Conflict) return true;
  return error instanceof Error && 'code' in error && CONFLICTS.has(error.code);
}
