import type { Kysely } from 'kysely';

/** The page that a person named, where that led to the schedule. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('sources').addColumn('origin', 'text').execute();
}
