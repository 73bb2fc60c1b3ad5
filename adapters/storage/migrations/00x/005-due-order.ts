import { type Kysely, sql } from 'kysely';

/** What was refused for a while keeps its place among what waits: by when it fell due, not by when it is ready again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('outbox')
    .addColumn('due_at', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute();
  await sql`update outbox set due_at = ready_at where ready_at is not null`.execute(db);
  await db.schema.dropIndex('outbox_ready').execute();
  await db.schema
    .createIndex('outbox_ready')
    .on('outbox')
    .columns(['lane', 'due_at', 'ready_at', 'platform'])
    .where('ready_at', 'is not', null)
    .execute();
}
