import type { Kysely } from 'kysely';

/** In which channels questions are answered, where organisers said so. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('answer_places')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('community', 'text', (column) => column.notNull())
    .addColumn('channels', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('answer_places_key', ['platform', 'community'])
    .execute();
}
