import type { Kysely } from 'kysely';

/**
 * What a tick asks because of follows costs by what is due, not by all that was ever sent nor by all
 * that is followed.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex('outbox_target').execute();
  await db.schema
    .createIndex('outbox_target')
    .on('outbox')
    .columns(['target', 'conference'])
    .execute();
  await db.schema
    .createIndex('follows_version')
    .on('follows')
    .columns(['conference', 'version'])
    .execute();
}
