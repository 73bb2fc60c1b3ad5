import type { Kysely } from 'kysely';

/** What organisers say to many, who wishes not to hear it, and its place behind all that is timed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('says')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('community', 'text', (column) => column.notNull())
    .addColumn('conference', 'text', (column) => column.notNull())
    .addColumn('audience', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('draft', 'text')
    .addColumn('edition', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('made_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('says_community')
    .on('says')
    .columns(['platform', 'community', 'made_at'])
    .execute();
  await db.schema
    .alterTable('members')
    .addColumn('says', 'integer', (column) => column.notNull().defaultTo(1))
    .execute();
  await db.schema.alterTable('outbox').addColumn('say', 'text').execute();
  await db.schema
    .alterTable('outbox')
    .addColumn('rank', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema
    .createIndex('outbox_say')
    .on('outbox')
    .column('say')
    .where('say', 'is not', null)
    .execute();
  await db.schema.dropIndex('outbox_ready').execute();
  await db.schema
    .createIndex('outbox_ready')
    .on('outbox')
    .columns(['lane', 'rank', 'due_at', 'ready_at', 'platform'])
    .where('ready_at', 'is not', null)
    .execute();
}
