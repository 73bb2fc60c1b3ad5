import type { Kysely } from 'kysely';

/** What several processes on one database share: who has a connection, and what counts once. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('connection_leases')
    .addColumn('connection', 'text', (column) => column.primaryKey())
    .addColumn('owner', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('counted')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('until', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('counted_until').on('counted').column('until').execute();
}
