import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './schema.ts';

/** Joins the surrounding transaction, or makes one. */
export function inTransaction<T>(
  db: Kysely<Tables>,
  work: (trx: Kysely<Tables>) => Promise<T>,
): Promise<T> {
  return db.isTransaction
    ? work(db)
    : db.transaction().execute((trx: Transaction<Tables>) => work(trx));
}
