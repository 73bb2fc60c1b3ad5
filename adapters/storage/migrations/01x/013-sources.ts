import { hash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';

interface Chosen {
  readonly platform: string;
  readonly id: string;
  readonly source: string;
  readonly time_zone: string | null;
}

/**
 * Keys of conferences are whole hashes, which cannot be forged. What was kept under the short ones
 * follows at the next start, once it is known what the operator's conference is: see `wholeKeys.ts`.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('sources')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('time_zone', 'text')
    .addColumn('trust', 'text', (column) => column.notNull())
    .addColumn('platform', 'text')
    .addColumn('community', 'text')
    .addColumn('idle_since', 'bigint')
    .addColumn('inherits', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  const { rows } = await sql<Chosen>`select platform, id, source, time_zone from communities
    order by chosen_at, platform, id`.execute(db);
  for (const [at, { platform, id, source, time_zone: zone }] of rows.entries()) {
    const key = hash('sha256', zone === null ? source : `${source} ${zone}`, 'hex');
    await sql`update communities set conference = ${key}
      where platform = ${platform} and id = ${id}`.execute(db);
    await sql`insert into sources (key, address, time_zone, trust, platform, community, inherits)
      values (${key}, ${source}, ${zone}, 'chat', ${platform}, ${id}, ${at + 1})
      on conflict (key) do nothing`.execute(db);
  }
}
