import type { Kysely } from 'kysely';

/** Under which name a community's pages are on the web. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('pages')
    .addColumn('slug', 'text', (column) => column.primaryKey())
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('community', 'text', (column) => column.notNull())
    .addUniqueConstraint('pages_community', ['platform', 'community'])
    .execute();
}
