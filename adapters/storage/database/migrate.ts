import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { ConfigError } from '../../../src/config/error.ts';
import type { Tables } from './schema.ts';

/**
 * By name, in the order in which they run; a name that was released never changes. Only a database
 * that misses one needs any of them.
 */
const MIGRATIONS: Readonly<Record<string, () => Promise<Migration>>> = {
  '001-communities': () => import('../migrations/00x/001-communities.ts'),
  '002-members': () => import('../migrations/00x/002-members.ts'),
  '003-deliveries': () => import('../migrations/00x/003-deliveries.ts'),
  '004-slack': () => import('../migrations/00x/004-slack.ts'),
  '005-due-order': () => import('../migrations/00x/005-due-order.ts'),
  '006-channel-language': () => import('../migrations/00x/006-channel-language.ts'),
  '007-sent-at': () => import('../migrations/00x/007-sent-at.ts'),
  '008-delays-in-turn': () => import('../migrations/00x/008-delays-in-turn.ts'),
  '009-lateness': () => import('../migrations/00x/009-lateness.ts'),
  '010-two-versions': () => import('../migrations/01x/010-two-versions.ts'),
  '011-volume': () => import('../migrations/01x/011-volume.ts'),
  '012-mention-everyone': () => import('../migrations/01x/012-mention-everyone.ts'),
  '013-sources': () => import('../migrations/01x/013-sources.ts'),
  '014-retention': () => import('../migrations/01x/014-retention.ts'),
  '015-own-lead': () => import('../migrations/01x/015-own-lead.ts'),
  '016-conference-name': () => import('../migrations/01x/016-conference-name.ts'),
  '017-processes': () => import('../migrations/01x/017-processes.ts'),
  '018-origin': () => import('../migrations/01x/018-origin.ts'),
  '019-troubles': () => import('../migrations/01x/019-troubles.ts'),
  '020-answers': () => import('../migrations/02x/020-answers.ts'),
  '021-follows': () => import('../migrations/02x/021-follows.ts'),
  '022-afterwards': () => import('../migrations/02x/022-afterwards.ts'),
  '023-changes': () => import('../migrations/02x/023-changes.ts'),
  '026-acts': () => import('../migrations/02x/026-acts.ts'),
  '027-by-hand': () => import('../migrations/02x/027-by-hand.ts'),
  '028-reading': () => import('../migrations/02x/028-reading.ts'),
  '029-named-roles': () => import('../migrations/02x/029-named-roles.ts'),
  '033-several-conferences': () => import('../migrations/03x/033-several-conferences.ts'),
  '034-refused-versions': () => import('../migrations/03x/034-refused-versions.ts'),
  '032-say': () => import('../migrations/03x/032-say.ts'),
  '035-interest': () => import('../migrations/03x/035-interest.ts'),
  '035-room-states': () => import('../migrations/03x/035-room-states.ts'),
  '038-follow-reading': () => import('../migrations/03x/038-follow-reading.ts'),
  '031-speakers': () => import('../migrations/03x/031-speakers.ts'),
  '036-room-feeds': () => import('../migrations/03x/036-room-feeds.ts'),
  '030-alerts': () => import('../migrations/03x/030-alerts.ts'),
  '037-matrix': () => import('../migrations/03x/037-matrix.ts'),
  '042-own-addresses': () => import('../migrations/04x/042-own-addresses.ts'),
  '043-pages': () => import('../migrations/04x/043-pages.ts'),
};

const TABLE = 'kysely_migration';

/**
 * Runs what is missing, all of it or nothing. Two processes that start at once take turns:
 * an advisory lock on PostgreSQL, an immediate transaction on SQLite.
 */
export async function migrate(kysely: Kysely<Tables>): Promise<void> {
  if ((await missing(kysely)).length === 0) return;
  const { Migrator } = await import('kysely/migration');
  const migrator = new Migrator({
    db: kysely,
    provider: { getMigrations },
    migrationTableName: TABLE,
    // Two that need nothing of each other may be written side by side, and come in either order.
    allowUnorderedMigrations: true,
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

async function getMigrations(): Promise<Record<string, Migration>> {
  const loaded = Object.entries(MIGRATIONS).map(
    async ([name, load]) => [name, await load()] as const,
  );
  return Object.fromEntries(await Promise.all(loaded));
}

/** Throws `ConfigError` unless the tables are those of this program. */
export async function requireCurrent(kysely: Kysely<Tables>): Promise<void> {
  const names = await missing(kysely);
  if (names.length > 0) {
    throw new ConfigError([(words) => words.databaseOlder('DATABASE_URL', names.join(', '))]);
  }
}

/** The names of those that the database has yet to see; throws `ConfigError` where it knows others. */
async function missing(kysely: Kysely<Tables>): Promise<readonly string[]> {
  const done = await migrationsDone(kysely);
  const unknown = done.filter((name) => !(name in MIGRATIONS));
  if (unknown.length > 0) {
    throw new ConfigError([(words) => words.databaseNewer('DATABASE_URL', unknown.join(', '))]);
  }
  return Object.keys(MIGRATIONS).filter((name) => !done.includes(name));
}

async function migrationsDone(kysely: Kysely<Tables>): Promise<readonly string[]> {
  const tables = await kysely.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === TABLE)) return [];
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(TABLE)}`.execute(
    kysely,
  );
  return rows.map(({ name }) => name);
}
