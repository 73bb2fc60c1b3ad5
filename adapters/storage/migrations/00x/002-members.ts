import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await createMembers(db);
  await createStars(db);
  await createLinking(db);
}

/** A person has one account or, once linked, several; the list belongs to the person. */
async function createMembers(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('people')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('lead_minutes', 'integer', (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('members')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) =>
      column.notNull().references('people.id').onDelete('cascade'),
    )
    .addColumn('community', 'text')
    .addColumn('locale', 'text', (column) => column.notNull())
    .addColumn('time_zone', 'text')
    .addColumn('muted', 'integer', (column) => column.notNull())
    .addColumn('digest', 'integer', (column) => column.notNull())
    .addColumn('direct_messages', 'text', (column) => column.notNull())
    .addColumn('seen_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('members_pk', ['platform', 'id'])
    .execute();
  await db.schema.createIndex('members_person').on('members').column('person').execute();
}

async function createStars(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('stars')
    .addColumn('person', 'text', (column) =>
      column.notNull().references('people.id').onDelete('cascade'),
    )
    .addColumn('conference', 'text', (column) => column.notNull())
    .addColumn('talk', 'text', (column) => column.notNull())
    .addColumn('platform', 'text')
    .addColumn('community', 'text')
    .addColumn('start', 'bigint')
    .addColumn('due_at', 'bigint')
    .addColumn('starred_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('stars_pk', ['person', 'conference', 'talk'])
    .execute();
  // What keeps a tick as cheap with a million stars as with none.
  await db.schema.createIndex('stars_due').on('stars').column('due_at').execute();
  await db.schema.createIndex('stars_talk').on('stars').columns(['conference', 'talk']).execute();
}

async function createLinking(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('link_codes')
    .addColumn('person', 'text', (column) =>
      column.primaryKey().references('people.id').onDelete('cascade'),
    )
    .addColumn('code', 'text', (column) => column.notNull().unique())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('link_attempts')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('member', 'text', (column) => column.notNull())
    .addColumn('tried_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('link_attempts_member')
    .on('link_attempts')
    .columns(['platform', 'member', 'tried_at'])
    .execute();
}
