import type { Kysely } from 'kysely';

/** Where calendars read the list of a person. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('own_addresses')
    .addColumn('person', 'text', (column) =>
      column.primaryKey().references('people.id').onDelete('cascade'),
    )
    .addColumn('digest', 'text', (column) => column.notNull().unique())
    .addColumn('sealed', 'text')
    .addColumn('made_at', 'bigint', (column) => column.notNull())
    .execute();
}
