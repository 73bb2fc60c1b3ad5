import type { Kysely } from 'kysely';

/** Channels that were announced to before have always been spoken to in English. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('subscriptions')
    .addColumn('language', 'text', (column) => column.notNull().defaultTo('en'))
    .execute();
}
