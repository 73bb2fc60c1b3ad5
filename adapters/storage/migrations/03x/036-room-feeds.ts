import type { Kysely } from 'kysely';

/** Feeds that say how rooms stand, beside helpers. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('room_states')
    .addColumn('origin', 'text', (column) => column.notNull().defaultTo('helper'))
    .execute();
  await db.schema
    .createTable('room_feeds')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('community', 'text', (column) => column.notNull())
    .addColumn('conference', 'text', (column) => column.notNull())
    .addColumn('url', 'text', (column) => column.notNull())
    .addColumn('reading', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('room_feeds_pk', ['platform', 'community', 'conference'])
    .execute();
}
