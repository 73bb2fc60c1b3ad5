import { type Kysely, sql } from 'kysely';

/** What the versions of schedules changed; of what there is already, changes are known from its newest on. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('schedule_changes')
    .addColumn('conference', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('taken_at', 'bigint', (column) => column.notNull())
    .addColumn('step', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('schedule_changes_pk', ['conference', 'number'])
    .execute();
  await sql`insert into schedule_changes (conference, number, taken_at, step)
    select conference, number, taken_at, '{"changes":[],"ids":[],"renames":[]}' from schedule_versions as newest
    where set_aside = 0 and not exists (
      select 1 from schedule_versions as newer where newer.conference = newest.conference
        and newer.number > newest.number and newer.set_aside = 0
    )`.execute(db);
}
