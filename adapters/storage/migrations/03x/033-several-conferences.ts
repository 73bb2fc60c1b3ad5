import { type Kysely, sql } from 'kysely';

/** A community may have several conferences: a main one, and others beside it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('communities_of_several')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('conference', 'text', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('time_zone', 'text')
    .addColumn('chosen_at', 'bigint', (column) => column.notNull())
    .addColumn('name', 'text')
    .addColumn('is_beside', 'integer', (column) => column.notNull().defaultTo(0))
    .addPrimaryKeyConstraint('communities_of_several_pk', ['platform', 'id', 'conference'])
    .execute();
  const columns = sql`platform, id, conference, source, time_zone, chosen_at, name`;
  await sql`insert into communities_of_several (${columns}) select ${columns} from communities`.execute(
    db,
  );
  await db.schema.dropTable('communities').execute();
  await db.schema.alterTable('communities_of_several').renameTo('communities').execute();
}
