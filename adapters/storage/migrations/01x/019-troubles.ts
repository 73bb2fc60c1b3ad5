import type { Kysely } from 'kysely';

/** What ails Hallway: the last spell of each trouble, so that whoever runs it is told once. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('troubles')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('platform', 'text')
    .addColumn('since', 'bigint', (column) => column.notNull())
    .addColumn('seen_at', 'bigint', (column) => column.notNull())
    .addColumn('over_at', 'bigint')
    .addColumn('returns', 'integer', (column) => column.notNull())
    .execute();
}
