import { type Kysely, sql } from 'kysely';

/** Who was muted wanted no reminders, and was not told of changes either, which nobody had asked for. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('members')
    .addColumn('volume', 'text', (column) => column.notNull().defaultTo('full'))
    .execute();
  await sql`update members set volume = 'quiet' where muted = 1`.execute(db);
  await db.schema.alterTable('members').dropColumn('muted').execute();
}
