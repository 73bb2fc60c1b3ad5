import type { Kysely } from 'kysely';
import { type RetryPolicy, retry } from '../../../src/clock/retry.ts';
import { systemClock } from '../../../src/clock.ts';
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

/** At once: the other one has ended. */
const AFTER_CONFLICT: RetryPolicy = { firstMs: 0, longestMs: 0, tries: 4 };

/** PostgreSQL ends one of two transactions that wait for each other. */
const CONFLICTS: ReadonlySet<unknown> = new Set(['40001', '40P01']);

/** A transaction that is run again, from its beginning, when another one got into its way. */
export function retried<T>(
  db: Kysely<Tables>,
  work: (trx: Kysely<Tables>) => Promise<T>,
): Promise<T> {
  const attempt = () => db.transaction().execute(work);
  return retry(attempt, { ...AFTER_CONFLICT, clock: systemClock, onFailure: giveUpUnlessConflict });
}

function giveUpUnlessConflict(error: unknown): void {
  if (!isConflict(error)) throw error;
}

function isConflict(error: unknown): boolean {
  if (error instanceof Conflict) return true;
  return error instanceof Error && 'code' in error && CONFLICTS.has(error.code);
}
