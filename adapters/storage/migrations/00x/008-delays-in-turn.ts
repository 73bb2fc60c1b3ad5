import { type Kysely, sql } from 'kysely';

/** A room has one delay after the other: what runs stays where the one before had it begin. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('delays_in_turn')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('community', 'text', (column) => column.notNull())
    .addColumn('conference', 'text', (column) => column.notNull())
    .addColumn('room', 'text', (column) => column.notNull())
    .addColumn('minutes', 'integer', (column) => column.notNull())
    .addColumn('since', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('delays_in_turn_pk', [
      'platform',
      'community',
      'conference',
      'room',
      'since',
    ])
    .execute();
  const columns = sql`platform, community, conference, room, minutes, since`;
  await sql`insert into delays_in_turn (${columns}) select ${columns} from delays`.execute(db);
  await db.schema.dropTable('delays').execute();
  await db.schema.alterTable('delays_in_turn').renameTo('delays').execute();
}
