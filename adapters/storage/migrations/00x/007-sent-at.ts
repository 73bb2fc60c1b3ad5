import { type Kysely, sql } from 'kysely';

/** When a message last left, whatever became of its row afterwards: a live list is pending again and again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('outbox').renameColumn('settled_at', 'sent_at').execute();
  await sql`update outbox set sent_at = null where reason is not null`.execute(db);
}
