import { type Kysely, sql } from 'kysely';

/** Whom organisers named organisers and helpers, on every platform. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('named_roles')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('community', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('named_roles_pk', ['platform', 'community', 'role', 'kind', 'id'])
    .execute();
  await sql`insert into named_roles (platform, community, role, kind, id)
    select 'slack', team, 'organiser', 'member', team || '/' || ${sql.ref('user')}
    from slack_organisers`.execute(db);
  await db.schema.dropTable('slack_organisers').execute();
}
