import type { Kysely } from 'kysely';

/** What sources show and was not believed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('refused_versions')
    .addColumn('conference', 'text', (column) => column.primaryKey())
    .addColumn('digest', 'text', (column) => column.notNull())
    .addColumn('flaw', 'text', (column) => column.notNull())
    .addColumn('lost', 'integer', (column) => column.notNull())
    .addColumn('coming', 'integer', (column) => column.notNull())
    .addColumn('since', 'bigint', (column) => column.notNull())
    .addColumn('fingerprint', 'text', (column) => column.notNull())
    .addColumn('etag', 'text')
    .addColumn('last_modified', 'text')
    .addColumn('content', 'text', (column) => column.notNull())
    .execute();
}
