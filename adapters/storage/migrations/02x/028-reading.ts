import type { Kysely } from 'kysely';

/** In which language and on whose clocks a person wants to read; null: as their app tells. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const choice of ['language', 'time_zone']) {
    await db.schema.alterTable('people').addColumn(choice, 'text').execute();
  }
}
