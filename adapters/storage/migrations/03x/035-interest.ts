import type { Kysely } from 'kysely';

/** What organisers were last shown of how many starred what. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('interest_looks')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('community', 'text', (column) => column.notNull())
    .addColumn('conference', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('look', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('interest_looks_pk', ['platform', 'community', 'conference'])
    .execute();
}
