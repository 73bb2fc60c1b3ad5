import { type Kysely, sql } from 'kysely';

/** The version before stays beside the latest, for when that cannot be loaded. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('two_versions')
    .addColumn('conference', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('taken_at', 'bigint', (column) => column.notNull())
    .addColumn('fingerprint', 'text', (column) => column.notNull())
    .addColumn('etag', 'text')
    .addColumn('last_modified', 'text')
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('set_aside', 'integer', (column) => column.notNull().defaultTo(0))
    .addPrimaryKeyConstraint('two_versions_pk', ['conference', 'number'])
    .execute();
  const columns = sql`conference, number, taken_at, fingerprint, etag, last_modified, content`;
  await sql`insert into two_versions (${columns}) select ${columns} from schedule_versions`.execute(
    db,
  );
  await db.schema.dropTable('schedule_versions').execute();
  await db.schema.alterTable('two_versions').renameTo('schedule_versions').execute();
}
