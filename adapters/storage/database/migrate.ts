import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { ConfigError } from '../../../src/config/error.ts';
import * as community from '../migrations/001-communities.ts';
import * as member from '../migrations/002-members.ts';
import * as deliveries from '../migrations/003-deliveries.ts';
import * as slack from '../migrations/004-slack.ts';
import * as dueOrder from '../migrations/005-due-order.ts';
import * as channelLanguage from '../migrations/006-channel-language.ts';
import * as sentAt from '../migrations/007-sent-at.ts';
import * as delaysInTurn from '../migrations/008-delays-in-turn.ts';
import * as lateness from '../migrations/009-lateness.ts';
import * as twoVersions from '../migrations/010-two-versions.ts';
import * as volume from '../migrations/011-volume.ts';
import * as mentionEveryone from '../migrations/012-mention-everyone.ts';
import * as sources from '../migrations/013-sources.ts';
import * as retention from '../migrations/014-retention.ts';
import * as ownLead from '../migrations/015-own-lead.ts';
import * as conferenceName from '../migrations/016-conference-name.ts';
import * as processes from '../migrations/017-processes.ts';
import * as origin from '../migrations/018-origin.ts';
import * as troubles from '../migrations/019-troubles.ts';
import * as answers from '../migrations/020-answers.ts';
import * as changes from '../migrations/023-changes.ts';
import type { Tables } from './schema.ts';

/** By name, in the order in which they run; a name that was released never changes. */
const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '001-communities': community,
  '002-members': member,
  '003-deliveries': deliveries,
  '004-slack': slack,
  '005-due-order': dueOrder,
  '006-channel-language': channelLanguage,
  '007-sent-at': sentAt,
  '008-delays-in-turn': delaysInTurn,
  '009-lateness': lateness,
  '010-two-versions': twoVersions,
  '011-volume': volume,
  '012-mention-everyone': mentionEveryone,
  '013-sources': sources,
  '014-retention': retention,
  '015-own-lead': ownLead,
  '016-conference-name': conferenceName,
  '017-processes': processes,
  '018-origin': origin,
  '019-troubles': troubles,
  '020-answers': answers,
  '023-changes': changes,
};

const TABLE = 'kysely_migration';

/**
 * Runs what is missing, all of it or nothing. Two processes that start at once take turns:
 * an advisory lock on PostgreSQL, an immediate transaction on SQLite.
 */
export async function migrate(kysely: Kysely<Tables>): Promise<void> {
  await refuseNewer(kysely);
  const migrator = new Migrator({
    db: kysely,
    provider: { getMigrations: async () => ({ ...MIGRATIONS }) },
    migrationTableName: TABLE,
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

/** Throws `ConfigError` unless the tables are those of this program. */
export async function requireCurrent(kysely: Kysely<Tables>): Promise<void> {
  await refuseNewer(kysely);
  const done = await migrationsDone(kysely);
  const missing = Object.keys(MIGRATIONS).filter((name) => !done.includes(name));
  if (missing.length > 0) {
    throw new ConfigError([(words) => words.databaseOlder('DATABASE_URL', missing.join(', '))]);
  }
}

async function refuseNewer(kysely: Kysely<Tables>): Promise<void> {
  const unknown = (await migrationsDone(kysely)).filter((name) => !(name in MIGRATIONS));
  if (unknown.length > 0) {
    const names = unknown.join(', ');
    throw new ConfigError([(words) => words.databaseNewer('DATABASE_URL', names)]);
  }
}

async function migrationsDone(kysely: Kysely<Tables>): Promise<readonly string[]> {
  const tables = await kysely.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === TABLE)) return [];
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(TABLE)}`.execute(
    kysely,
  );
  return rows.map(({ name }) => name);
}
