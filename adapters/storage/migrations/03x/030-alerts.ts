import type { Kysely } from 'kysely';

/** Where organisers are told what they are to look at, and what they were told. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('alert_channels')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('community', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('alert_channels_pk', ['platform', 'community'])
    .execute();
  await db.schema
    .createTable('alerts')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('community', 'text', (column) => column.notNull())
    .addColumn('episode', 'bigint', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('concern', 'text', (column) => column.notNull())
    .addColumn('conference', 'text', (column) => column.notNull())
    .addColumn('since', 'bigint', (column) => column.notNull())
    .addColumn('seen_at', 'bigint', (column) => column.notNull())
    .addColumn('over_at', 'bigint')
    .addColumn('returns', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('alerts_pk', ['platform', 'community', 'episode', 'name'])
    .execute();
}
