import type { Kysely } from 'kysely';

/** What a community's organisers changed of talks by hand. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('talks_by_hand')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('community', 'text', (column) => column.notNull())
    .addColumn('conference', 'text', (column) => column.notNull())
    .addColumn('talk', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('facts', 'text', (column) => column.notNull())
    .addColumn('said', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('talks_by_hand_pk', ['platform', 'community', 'conference', 'talk'])
    .execute();
}
