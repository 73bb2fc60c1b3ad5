import type { Kysely } from 'kysely';
import { inSlices } from '../../../src/clock/steps.ts';
import { readConference } from '../../../src/schedule/conferenceText.ts';
import type { Versions, WrittenVersion } from '../../../src/schedule/versions.ts';
import type { DialectFacts } from '../database/database.ts';
import type { Tables } from '../database/schema.ts';
import { Conflict } from '../database/transaction.ts';

export function createVersions(db: Kysely<Tables>, dialect: DialectFacts): Versions {
  return {
    latest: async (key) => {
      const row = await db
        .selectFrom('schedule_versions')
        .selectAll()
        .where('conference', '=', key)
        .executeTakeFirst();
      if (row === undefined) return undefined;
      return {
        key,
        number: row.number,
        takenAt: row.taken_at,
        fingerprint: row.fingerprint,
        validators: {
          ...(row.etag === null ? {} : { etag: row.etag }),
          ...(row.last_modified === null ? {} : { lastModified: row.last_modified }),
        },
        conference: await inSlices(readConference(row.content)),
      };
    },

    head: (key) =>
      db
        .selectFrom('schedule_versions')
        .select(['number', 'fingerprint'])
        .where('conference', '=', key)
        .$if(dialect.locksRows && db.isTransaction, (query) => query.forUpdate())
        .executeTakeFirst(),

    keep: (version) => keep(db, version),

    numbers: async () => {
      const rows = await db
        .selectFrom('schedule_versions')
        .select(['conference', 'number'])
        .execute();
      return new Map(rows.map(({ conference, number }) => [conference, number]));
    },
  };
}

async function keep(
  db: Kysely<Tables>,
  { key, number, takenAt, fingerprint, validators, text }: WrittenVersion,
): Promise<void> {
  const values = {
    number,
    taken_at: takenAt,
    fingerprint,
    etag: validators.etag ?? null,
    last_modified: validators.lastModified ?? null,
    content: text,
  };
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('schedule_versions')
    .values({ conference: key, ...values })
    .onConflict((conflict) =>
      conflict
        .column('conference')
        .doUpdateSet(values)
        .where('schedule_versions.number', '=', number - 1),
    )
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) {
    throw new Conflict(`Version ${number} of ${key} was taken over elsewhere meanwhile`);
  }
}
