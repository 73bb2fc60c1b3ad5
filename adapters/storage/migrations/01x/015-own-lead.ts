import type { Kysely } from 'kysely';

/** A starred talk may have a lead of its own; the person's lead is for all others. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('stars').addColumn('lead_minutes', 'integer').execute();
}
