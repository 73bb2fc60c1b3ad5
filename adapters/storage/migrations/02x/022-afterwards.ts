import type { Kysely } from 'kysely';

/** Where rooms are watched live, and who wants to hear of recordings and to be asked how talks were. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('streams')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('community', 'text', (column) => column.notNull())
    .addColumn('conference', 'text', (column) => column.notNull())
    .addColumn('room', 'text', (column) => column.notNull())
    .addColumn('url', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('streams_key', ['platform', 'community', 'conference', 'room'])
    .execute();
  for (const wish of ['recordings', 'feedback']) {
    await db.schema
      .alterTable('members')
      .addColumn(wish, 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
  }
}
