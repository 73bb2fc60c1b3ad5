import { type Kysely, sql } from 'kysely';

/** Why a delivery was late, and what organisers ask first: what was sent last, and what was the latest. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const column of ['claimed_at', 'settled_at'] as const) {
    await db.schema.alterTable('outbox').addColumn(column, 'bigint').execute();
  }
  for (const column of ['community', 'waits'] as const) {
    await db.schema.alterTable('outbox').addColumn(column, 'text').execute();
  }
  await db.schema
    .createIndex('outbox_sent')
    .on('outbox')
    .columns(['platform', 'community', 'sent_at'])
    .where('sent_at', 'is not', null)
    .execute();
  await db.schema
    .createIndex('outbox_expired')
    .on('outbox')
    .columns(['platform', 'community', 'settled_at'])
    .where(sql.ref('state'), '=', sql.lit('expired'))
    .execute();
}
