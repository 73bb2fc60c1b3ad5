import type { Kysely } from 'kysely';
import type { RetentionRecord } from '../../../src/agenda/personal/retentionRecord.ts';
import type { Tables } from '../database/schema.ts';

const SINCE = 'clock-since';
const LAST = 'clock-last';
const ROWS_A_STATEMENT = 500;

export function createRetentionRecord(db: Kysely<Tables>): RetentionRecord {
  return {
    clock: async () => {
      const rows = await db
        .selectFrom('watermarks')
        .selectAll()
        .where('name', 'in', [SINCE, LAST])
        .execute();
      const at = new Map(rows.map((row) => [row.name, row.at]));
      const [since, last] = [at.get(SINCE), at.get(LAST)];
      return since === undefined || last === undefined ? undefined : { since, last };
    },

    setClock: async ({ since, last }) => {
      await db
        .insertInto('watermarks')
        .values([
          { name: LAST, at: last },
          { name: SINCE, at: since },
        ])
        .onConflict((conflict) =>
          conflict.column('name').doUpdateSet(({ ref }) => ({ at: ref('excluded.at') })),
        )
        .execute();
    },

    marks: async () => {
      const rows = await db.selectFrom('retention_marks').selectAll().execute();
      return new Map(rows.map(({ name, marked_at }) => [name, marked_at]));
    },

    setMarks: async (marks) => {
      await db.deleteFrom('retention_marks').execute();
      const rows = [...marks].map(([name, marked_at]) => ({ name, marked_at }));
      for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) {
        await db
          .insertInto('retention_marks')
          .values(rows.slice(from, from + ROWS_A_STATEMENT))
          .execute();
      }
    },
  };
}
