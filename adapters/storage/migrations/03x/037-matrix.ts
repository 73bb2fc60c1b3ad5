import type { Kysely } from 'kysely';

/** An account's device on Matrix, up to where it has heard, and what it heard. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('matrix_sessions')
    .addColumn('account', 'text', (column) => column.primaryKey())
    .addColumn('device', 'text', (column) => column.notNull())
    .addColumn('sealed', 'text')
    .addColumn('since', 'text')
    .execute();
  await db.schema
    .createTable('matrix_news')
    .addColumn('account', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('number', 'bigint', (column) => column.notNull())
    .addColumn('room', 'text', (column) => column.notNull())
    .addColumn('news', 'text')
    .addColumn('outcome', 'text')
    .addColumn('forgotten_at', 'bigint')
    .addPrimaryKeyConstraint('matrix_news_pk', ['account', 'key'])
    .execute();
  await db.schema
    .createIndex('matrix_news_waiting')
    .on('matrix_news')
    .columns(['account', 'number', 'forgotten_at'])
    .where('forgotten_at', 'is', null)
    .execute();
}
