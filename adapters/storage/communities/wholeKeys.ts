import { type Kysely, sql } from 'kysely';
import type { ConferenceKey } from '../../../src/schedule/source.ts';
import type { Tables } from '../database/schema.ts';
import { inTransaction } from '../database/transaction.ts';

/** As long as keys were until 0.1.0: short enough that two sources with one key could be found. */
const SHORT = 8;

/**
 * What older versions of Hallway kept under short keys becomes the operator's conference's, and then
 * those' that communities had chosen by then, in their order: a source named since inherits nothing.
 */
export function inheritShortKeys(db: Kysely<Tables>, operators: ConferenceKey): Promise<void> {
  return inTransaction(db, async (trx) => {
    const heirs = await trx
      .selectFrom('sources')
      .select('key')
      .where('inherits', '>', 0)
      .orderBy('inherits')
      .execute();
    for (const key of [operators, ...heirs.map((heir) => heir.key)]) {
      if (key.length > SHORT) await inherit(trx, key.slice(0, SHORT), key);
    }
    await trx.updateTable('sources').set({ inherits: 0 }).where('inherits', '>', 0).execute();
  });
}

/** Columns that, with the conference, name a row of each table. */
const NAMED_BY = {
  stars: ['person', 'talk'],
  delays: ['platform', 'community', 'room', 'since'],
  schedule_versions: ['number'],
  schedule_changes: ['number'],
} as const;

async function inherit(trx: Kysely<Tables>, short: string, key: string): Promise<void> {
  for (const [name, columns] of Object.entries(NAMED_BY)) {
    const table = sql.table(name);
    const same = columns.map(
      (column) => sql`taken.${sql.ref(column)} = ${sql.ref(`${name}.${column}`)}`,
    );
    await sql`update ${table} set conference = ${key} where conference = ${short} and not exists
      (select 1 from ${table} as taken where taken.conference = ${key} and ${sql.join(same, sql` and `)})`.execute(
      trx,
    );
    await sql`delete from ${table} where conference = ${short}`.execute(trx);
  }
  await inheritDeliveries(trx, short, key);
}

/** Keys and batches begin with the target and the conference: what was sent is not sent again. */
async function inheritDeliveries(trx: Kysely<Tables>, short: string, key: string): Promise<void> {
  const whole = (column: 'key' | 'batch') => {
    const text = sql.ref(`outbox.${column}`);
    const isSo = sql`substr(${text}, 1, length(outbox.target) + ${sql.lit(SHORT + 2)})
      = outbox.target || '|' || ${short} || '|'`;
    const rest = sql`substr(${text}, length(outbox.target) + ${sql.lit(SHORT + 2)})`;
    return sql`case when ${isSo} then outbox.target || '|' || ${key} || ${rest} else ${text} end`;
  };
  await sql`update outbox set ${sql.ref('key')} = ${whole('key')}, batch = ${whole('batch')},
    conference = ${key} where conference = ${short} and not exists
    (select 1 from outbox as taken where taken.key = ${whole('key')} and taken.conference = ${key})`.execute(
    trx,
  );
  await sql`delete from outbox where conference = ${short}`.execute(trx);
}
