import type { Kysely } from 'kysely';

/** How rooms stand, as a community's helpers say. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('room_states')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('community', 'text', (column) => column.notNull())
    .addColumn('conference', 'text', (column) => column.notNull())
    .addColumn('room', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('talk', 'text', (column) => column.notNull())
    .addColumn('said_at', 'bigint', (column) => column.notNull())
    .addColumn('until', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('room_states_pk', ['platform', 'community', 'conference', 'room'])
    .execute();
}
