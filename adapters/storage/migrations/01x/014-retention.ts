import type { Kysely } from 'kysely';

/** What is to be erased is marked first. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('retention_marks')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('marked_at', 'bigint', (column) => column.notNull())
    .execute();
}
