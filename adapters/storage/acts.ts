import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import { ACT_KINDS, type ActRecord, type Acts } from '../../src/programme/acts.ts';
import type { ActRow } from './database/communityRows.ts';
import type { Tables } from './database/schema.ts';
import { Conflict, inTransaction } from './database/transaction.ts';

const kind = z.enum(ACT_KINDS);
const words = z.array(
  z.union([
    z.string(),
    z.object({ kind: z.enum(['channel', 'mention', 'member']), id: z.string() }),
  ]),
);

export function createActs(db: Kysely<Tables>): Acts {
  return {
    record: ({ platform, id }, act, { at, by }) =>
      inTransaction(db, async (trx) => {
        const row = {
          ...{ platform, community: id, number: (await lastNumber(trx, platform, id)) + 1 },
          ...{ at, member: by, kind: act.kind, about: JSON.stringify(act.about) },
          ...{ before: JSON.stringify(act.before), after: JSON.stringify(act.after) },
        };
        const { numInsertedOrUpdatedRows = 0n } = await trx
          .insertInto('acts')
          .values(row)
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirstOrThrow();
        if (numInsertedOrUpdatedRows === 0n) throw new Conflict('Somebody else took that number');
      }),

    of: async ({ platform, id }, { skip, limit }) => {
      const rows = await db
        .selectFrom('acts')
        .selectAll()
        .where('platform', '=', platform)
        .where('community', '=', id)
        .orderBy('number', 'desc')
        .offset(skip)
        .limit(limit)
        .execute();
      return rows.map(toActRecord);
    },

    count: async ({ platform, id }) => {
      const { count } = await db
        .selectFrom('acts')
        .select(({ fn }) => fn.countAll().as('count'))
        .where('platform', '=', platform)
        .where('community', '=', id)
        .executeTakeFirstOrThrow();
      return Number(count);
    },

    purge: async (before) => {
      await db.deleteFrom('acts').where('at', '<', before).execute();
    },
  };
}

async function lastNumber(trx: Kysely<Tables>, platform: string, id: string): Promise<number> {
  const last = await trx
    .selectFrom('acts')
    .select('number')
    .where('platform', '=', platform)
    .where('community', '=', id)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.number ?? 0;
}

export function toActRecord(row: Selectable<ActRow>): ActRecord {
  return {
    at: row.at,
    ...(row.member === null ? {} : { by: row.member }),
    kind: kind.parse(row.kind),
    about: words.parse(JSON.parse(row.about)),
    before: words.parse(JSON.parse(row.before)),
    after: words.parse(JSON.parse(row.after)),
  };
}
