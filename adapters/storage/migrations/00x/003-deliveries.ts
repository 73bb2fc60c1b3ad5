import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await createOutbox(db);

  await db.schema
    .createTable('lane_leases')
    .addColumn('lane', 'text', (column) => column.primaryKey())
    .addColumn('owner', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('watermarks')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('refused_channels')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('community', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('refused_channels_pk', ['platform', 'community', 'channel'])
    .execute();

  await db.schema
    .createTable('schedule_versions')
    .addColumn('conference', 'text', (column) => column.primaryKey())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('taken_at', 'bigint', (column) => column.notNull())
    .addColumn('fingerprint', 'text', (column) => column.notNull())
    .addColumn('etag', 'text')
    .addColumn('last_modified', 'text')
    .addColumn('content', 'text', (column) => column.notNull())
    .execute();
}

async function createOutbox(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('outbox')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('batch', 'text', (column) => column.notNull())
    .addColumn('lane', 'text', (column) => column.notNull())
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('target', 'text', (column) => column.notNull())
    .addColumn('conference', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('talk', 'text')
    .addColumn('start', 'bigint')
    .addColumn('delivery', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('ready_at', 'bigint')
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('attempt_key', 'text')
    .addColumn('owner', 'text')
    .addColumn('tried_at', 'bigint')
    .addColumn('again', 'integer', (column) => column.notNull())
    .addColumn('message_id', 'text')
    .addColumn('reason', 'text')
    .addColumn('settled_at', 'bigint')
    .execute();
  // What waits is found by lane and time; what is settled has no `ready_at` and costs nothing here.
  await db.schema
    .createIndex('outbox_ready')
    .on('outbox')
    .columns(['lane', 'ready_at', 'platform'])
    .where('ready_at', 'is not', null)
    .execute();
  await db.schema.createIndex('outbox_batch').on('outbox').column('batch').execute();
  await db.schema.createIndex('outbox_attempt').on('outbox').column('attempt_key').execute();
  await db.schema.createIndex('outbox_target').on('outbox').column('target').execute();
  await db.schema
    .createIndex('outbox_talk')
    .on('outbox')
    .columns(['conference', 'talk', 'kind'])
    .execute();
}
