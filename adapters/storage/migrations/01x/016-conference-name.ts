import type { Kysely } from 'kysely';

/** A community may call the conference that it chose by a name of its own. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('communities').addColumn('name', 'text').execute();
}
