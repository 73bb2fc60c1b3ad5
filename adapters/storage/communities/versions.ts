import type { Kysely, Selectable } from 'kysely';
import { inSlices } from '../../../src/clock/steps.ts';
import { MAX_WRITTEN, refuseOversized } from '../../../src/schedule/bounds.ts';
import type { Conference } from '../../../src/schedule/schedule.ts';
import type { ConferenceKey } from '../../../src/schedule/source.ts';
import type {
  Validators,
  Version,
  Versions,
  WrittenVersion,
} from '../../../src/schedule/versions.ts';
import { readConference } from '../../../src/schedule/written/conferenceText.ts';
import { unpackText } from '../../../src/schedule/written/packedText.ts';
import type { DialectFacts } from '../database/database.ts';
import type { ScheduleVersionRow, Tables } from '../database/schema.ts';
import { Conflict, inTransaction } from '../database/transaction.ts';

export function createVersions(db: Kysely<Tables>, dialect: DialectFacts): Versions {
  return {
    latest: (key) => latest(db, key),

    setAside: async (key) => {
      const row = await db
        .selectFrom('schedule_versions')
        .select(['number', 'taken_at'])
        .where('conference', '=', key)
        .where('set_aside', '=', 1)
        .orderBy('number', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row === undefined ? undefined : { number: row.number, takenAt: row.taken_at };
    },

    head: (key) =>
      newest(db, key)
        .select(['number', 'fingerprint'])
        .$if(dialect.locksRows && db.isTransaction, (query) => query.forUpdate())
        .executeTakeFirst(),

    keep: (version) => inTransaction(db, (trx) => keep(trx, version)),

    numbers: async () => {
      const rows = await db
        .selectFrom('schedule_versions')
        .select(({ fn }) => ['conference', fn.max('number').as('number')])
        .where('set_aside', '=', 0)
        .groupBy('conference')
        .execute();
      return new Map(rows.map(({ conference, number }) => [conference, number]));
    },
  };
}

/** Of those not set aside. */
function newest(db: Kysely<Tables>, key: ConferenceKey) {
  return db
    .selectFrom('schedule_versions')
    .where('conference', '=', key)
    .where('set_aside', '=', 0)
    .orderBy('number', 'desc')
    .limit(1);
}

async function latest(db: Kysely<Tables>, key: ConferenceKey): Promise<Version | undefined> {
  const row = await newest(db, key)
    .select(['number', 'taken_at', 'fingerprint', 'etag', 'last_modified'])
    // A text far beyond its bounds never becomes one of this process.
    .select(({ fn, eb, val }) =>
      eb
        .case()
        .when(fn<number>('length', ['content']), '<=', val(MAX_WRITTEN))
        .then(eb.ref('content'))
        .end()
        .as('content'),
    )
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const conference = await loadConference(row.content);
  if (conference !== undefined) return toVersion(key, row, conference);
  await inTransaction(db, (trx) => setAside(trx, key, row.number));
  return latest(db, key);
}

/** Undefined for what goes beyond the bounds of a conference, or is none. */
export async function loadConference(content: string | null): Promise<Conference | undefined> {
  if (content === null) return undefined;
  try {
    const conference = await inSlices(readConference(await unpackText(content)));
    refuseOversized(conference);
    return conference;
  } catch {
    return undefined;
  }
}

/** The one before serves as a version of its own, so that no number is ever told of twice. */
async function setAside(trx: Kysely<Tables>, key: ConferenceKey, number: number): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('schedule_versions')
    .set({ set_aside: 1 })
    .where('conference', '=', key)
    .where('number', '=', number)
    .where('set_aside', '=', 0)
    .executeTakeFirst();
  // Another process was faster.
  if (numUpdatedRows === 0n) return;
  // What it changed is so no more.
  await trx
    .deleteFrom('schedule_changes')
    .where('conference', '=', key)
    .where('number', '=', number)
    .execute();
  const before = await newest(trx, key).select('number').executeTakeFirst();
  if (before === undefined) return;
  await trx
    .updateTable('schedule_versions')
    .set({ number: number + 1 })
    .where('conference', '=', key)
    .where('number', '=', before.number)
    .execute();
}

async function keep(
  trx: Kysely<Tables>,
  { key, number, takenAt, fingerprint, validators, text }: WrittenVersion,
): Promise<void> {
  const before = await newest(trx, key).select('number').executeTakeFirst();
  const values = {
    taken_at: takenAt,
    fingerprint,
    etag: validators.etag ?? null,
    last_modified: validators.lastModified ?? null,
    content: text,
    set_aside: 0,
  };
  const isNext = (before?.number ?? 0) === number - 1;
  const { numInsertedOrUpdatedRows = 0n } = isNext
    ? await trx
        .insertInto('schedule_versions')
        .values({ conference: key, number, ...values })
        .onConflict((conflict) =>
          conflict
            .columns(['conference', 'number'])
            .doUpdateSet(values)
            .where('schedule_versions.set_aside', '=', 1),
        )
        .executeTakeFirst()
    : {};
  if (numInsertedOrUpdatedRows === 0n) {
    throw new Conflict(`Version ${number} of ${key} was taken over elsewhere meanwhile`);
  }
  await trx
    .deleteFrom('schedule_versions')
    .where('conference', '=', key)
    .where(({ eb, or }) => or([eb('number', '<', number - 1), eb('set_aside', '=', 1)]))
    .execute();
}

type Facts = Pick<
  Selectable<ScheduleVersionRow>,
  'number' | 'taken_at' | 'fingerprint' | 'etag' | 'last_modified'
>;

function toVersion(key: ConferenceKey, row: Facts, conference: Conference): Version {
  return {
    key,
    number: row.number,
    takenAt: row.taken_at,
    fingerprint: row.fingerprint,
    validators: validatorsOf(row),
    conference,
  };
}

export function validatorsOf({
  etag,
  last_modified: lastModified,
}: Pick<Facts, 'etag' | 'last_modified'>): Validators {
  return {
    ...(etag === null ? {} : { etag }),
    ...(lastModified === null ? {} : { lastModified }),
  };
}
