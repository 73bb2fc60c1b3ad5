import type { ExpressionBuilder, Kysely, Selectable } from 'kysely';
import type { CommunityRef } from '../../../src/platform/target.ts';
import {
  type KnownSources,
  MOST_OF_COMMUNITY,
  MOST_SOURCES,
  type Room,
} from '../../../src/programme/knownSources.ts';
import type { ConferenceKey, Source } from '../../../src/schedule/source.ts';
import type { SourceRow } from '../database/communityRows.ts';
import type { Tables } from '../database/schema.ts';
import { inTransaction } from '../database/transaction.ts';

export function createKnownSources(db: Kysely<Tables>): KnownSources {
  return {
    find: async (key) => {
      const row = await db
        .selectFrom('sources')
        .selectAll()
        .where('key', '=', key)
        .executeTakeFirst();
      return row === undefined ? undefined : toSource(row);
    },

    inUse: async () => {
      const rows = await db
        .selectFrom('sources')
        .selectAll()
        .where(isUsed)
        .orderBy('key')
        .execute();
      return rows.map(toSource);
    },

    note: (source) => noteSource(db, source),

    move: async ({ key, address, origin = null }) => {
      await db.updateTable('sources').set({ address, origin }).where('key', '=', key).execute();
    },

    makeRoom: (community, key) => inTransaction(db, (trx) => makeRoom(trx, community, key)),

    letGo: (operators, before, now) =>
      inTransaction(db, async (trx) => {
        await trx
          .updateTable('sources')
          .set({ idle_since: null })
          .where((eb) => eb.or([isUsed(eb), eb('key', '=', operators)]))
          .execute();
        await trx
          .updateTable('sources')
          .set({ idle_since: now })
          .where((eb) => eb.and([eb.not(isUsed(eb)), eb('key', '<>', operators)]))
          // The clock may have been set back.
          .where((eb) => eb.or([eb('idle_since', 'is', null), eb('idle_since', '>', now)]))
          .execute();
        const idle = await trx
          .selectFrom('sources')
          .select('key')
          .where('idle_since', '<=', before)
          .execute();
        for (const { key } of idle) await remove(trx, key);
      }),
  };
}

/** Knows the source from now on, first named by that community, where one did. */
export async function noteSource(
  db: Kysely<Tables>,
  { key, address, origin, timeZone, trust }: Source,
  community?: CommunityRef,
): Promise<void> {
  const by = { platform: community?.platform ?? null, community: community?.id ?? null };
  await db
    .insertInto('sources')
    .values({
      key,
      address,
      origin: origin ?? null,
      time_zone: timeZone ?? null,
      trust,
      ...by,
      idle_since: null,
      inherits: 0,
    })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ idle_since: null }))
    .execute();
}

function isUsed({ or, exists, selectFrom }: ExpressionBuilder<Tables, 'sources'>) {
  return or([
    exists(
      selectFrom('communities').select('id').whereRef('communities.conference', '=', 'sources.key'),
    ),
    exists(selectFrom('stars').select('talk').whereRef('stars.conference', '=', 'sources.key')),
    exists(
      selectFrom('follows').select('subject').whereRef('follows.conference', '=', 'sources.key'),
    ),
  ]);
}

async function makeRoom(
  trx: Kysely<Tables>,
  { platform, id }: CommunityRef,
  key: ConferenceKey,
): Promise<Room> {
  const rows = await trx
    .selectFrom('sources')
    .select((eb) => ['key', 'platform', 'community', isUsed(eb).as('used')])
    .where('trust', '=', 'chat')
    .orderBy('idle_since')
    .orderBy('key')
    .execute();
  if (rows.some((row) => row.key === key)) return 'free';
  const own = rows.filter((row) => row.platform === platform && row.community === id);
  const fills = [
    { refusal: 'communityFull', known: own, most: MOST_OF_COMMUNITY },
    { refusal: 'full', known: rows, most: MOST_SOURCES },
  ] as const;
  let removed: ConferenceKey | undefined;
  for (const { refusal, known, most } of fills) {
    const left = known.filter((row) => row.key !== removed);
    if (left.length < most) continue;
    removed = left.find(({ used }) => !used)?.key;
    if (removed === undefined) return refusal;
    await remove(trx, removed);
  }
  return 'free';
}

async function remove(trx: Kysely<Tables>, key: ConferenceKey): Promise<void> {
  await trx.deleteFrom('schedule_versions').where('conference', '=', key).execute();
  await trx.deleteFrom('refused_versions').where('conference', '=', key).execute();
  await trx.deleteFrom('schedule_changes').where('conference', '=', key).execute();
  await trx.deleteFrom('sources').where('key', '=', key).execute();
}

function toSource({ key, address, origin, time_zone, trust }: Selectable<SourceRow>): Source {
  return {
    ...{ key, address, trust },
    ...(origin === null ? {} : { origin }),
    ...(time_zone === null ? {} : { timeZone: time_zone }),
  };
}
