import type { Kysely } from 'kysely';

/** What people follow, and the talks that it finds in the version it was last looked for in. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('follows')
    .addColumn('person', 'text', (column) =>
      column.notNull().references('people.id').onDelete('cascade'),
    )
    .addColumn('conference', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('platform', 'text')
    .addColumn('community', 'text')
    .addColumn('version', 'integer')
    .addColumn('followed_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('follows_pk', ['person', 'conference', 'subject'])
    .execute();
  await db.schema
    .createIndex('follows_subject')
    .on('follows')
    .columns(['conference', 'subject'])
    .execute();

  await db.schema
    .createTable('followed_talks')
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('conference', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('talk', 'text', (column) => column.notNull())
    .addColumn('platform', 'text')
    .addColumn('community', 'text')
    .addColumn('start', 'bigint')
    .addColumn('due_at', 'bigint')
    .addColumn('is_found', 'integer', (column) => column.notNull())
    .addColumn('new_since', 'bigint')
    .addPrimaryKeyConstraint('followed_talks_pk', ['person', 'conference', 'subject', 'talk'])
    // Whoever ends a follow while its talks are being written down leaves none behind.
    .addForeignKeyConstraint(
      'followed_talks_follow',
      ['person', 'conference', 'subject'],
      'follows',
      ['person', 'conference', 'subject'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute();
  await db.schema.createIndex('followed_talks_due').on('followed_talks').column('due_at').execute();
  await db.schema
    .createIndex('followed_talks_subject')
    .on('followed_talks')
    .columns(['conference', 'subject', 'talk'])
    .execute();
  await db.schema
    .createIndex('followed_talks_talk')
    .on('followed_talks')
    .columns(['conference', 'talk'])
    .execute();
}
