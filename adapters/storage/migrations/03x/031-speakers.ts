import type { Kysely } from 'kysely';

/** Who says to be which speaker. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('speaker_claims')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('community', 'text', (column) => column.notNull())
    .addColumn('conference', 'text', (column) => column.notNull())
    .addColumn('member', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('claimed_at', 'bigint', (column) => column.notNull())
    .addColumn('lead_minutes', 'integer', (column) => column.notNull())
    .addColumn('since', 'bigint')
    .addUniqueConstraint('speaker_claims_once', [
      'platform',
      'community',
      'conference',
      'member',
      'subject',
    ])
    .execute();
  await db.schema
    .createIndex('speaker_claims_member')
    .on('speaker_claims')
    .columns(['platform', 'member'])
    .execute();
}
