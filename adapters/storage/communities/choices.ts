import { type Kysely, type Selectable, sql } from 'kysely';
import { type CommunityRef, targetKey } from '../../../src/platform/target.ts';
import type { Choice, Communities } from '../../../src/programme/communities.ts';
import type { ConferenceKey } from '../../../src/schedule/source.ts';
import type { CommunityRow } from '../database/communityRows.ts';
import type { Tables } from '../database/schema.ts';
import { inTransaction } from '../database/transaction.ts';
import { noteSource } from './knownSources.ts';

/** Which conferences communities have. */
export function choicesIn(
  db: Kysely<Tables>,
): Pick<Communities, 'choose' | 'drop' | 'choicesOf' | 'choices'> {
  return {
    choose: (community, choice) => inTransaction(db, (trx) => choose(trx, community, choice)),

    drop: (community, conference) => inTransaction(db, (trx) => drop(trx, community, conference)),

    choicesOf: async ({ platform, id }) => {
      const rows = await chosen(db)
        .where('communities.platform', '=', platform)
        .where('communities.id', '=', id)
        .execute();
      return rows.map(toChoice);
    },

    choices: async () => {
      const rows = await chosen(db).execute();
      return rows.map((row) => ({
        community: { platform: row.platform, id: row.id },
        ...toChoice(row),
      }));
    },
  };
}

/** Where a source's schedule is now, it may not have been when it was chosen. */
function chosen(db: Kysely<Tables>) {
  return db
    .selectFrom('communities')
    .leftJoin('sources', 'sources.key', 'communities.conference')
    .selectAll('communities')
    .select(['sources.address', 'sources.origin'])
    .orderBy('communities.platform')
    .orderBy('communities.id')
    .orderBy('communities.is_beside')
    .orderBy('communities.chosen_at')
    .orderBy('communities.conference');
}

async function choose(
  trx: Kysely<Tables>,
  community: CommunityRef,
  { source, name, chosenAt, isBeside }: Choice,
): Promise<void> {
  const { key: conference, address, timeZone } = source;
  const choice = {
    source: address,
    time_zone: timeZone ?? null,
    chosen_at: chosenAt,
    name: name ?? null,
    is_beside: isBeside ? 1 : 0,
  };
  await noteSource(trx, source, community);
  const { platform, id } = community;
  if (!isBeside) {
    await trx
      .deleteFrom('communities')
      .where((eb) => eb.and({ platform, id, is_beside: 0 }))
      .where('conference', '<>', conference)
      .execute();
  }
  await trx
    .insertInto('communities')
    .values({ platform, id, conference, ...choice })
    .onConflict((conflict) =>
      conflict.columns(['platform', 'id', 'conference']).doUpdateSet(choice),
    )
    .execute();
}

async function drop(
  trx: Kysely<Tables>,
  community: CommunityRef,
  conference: ConferenceKey,
): Promise<void> {
  const { platform, id } = community;
  const dropped = await trx
    .deleteFrom('communities')
    .where((eb) => eb.and({ platform, id, conference }))
    .returning('is_beside')
    .executeTakeFirst();
  if (dropped?.is_beside === 0) await promoteFirst(trx, community);
  for (const table of [
    'delays',
    'talks_by_hand',
    'streams',
    'room_states',
    'room_feeds',
  ] as const) {
    await trx
      .deleteFrom(table)
      .where((eb) => eb.and({ platform, community: id, conference }))
      .execute();
  }
  const channels = targetKey({ kind: 'channel', platform, community: id, channel: '' });
  await trx
    .deleteFrom('outbox')
    .where((eb) => eb.and({ conference, state: 'pending' }))
    .where(sql<boolean>`substr(target, 1, ${sql.lit(channels.length)}) = ${channels}`)
    .execute();
}

/** Of those beside a main one that is gone. */
async function promoteFirst(trx: Kysely<Tables>, { platform, id }: CommunityRef): Promise<void> {
  const first = await chosen(trx)
    .where('communities.platform', '=', platform)
    .where('communities.id', '=', id)
    .limit(1)
    .executeTakeFirst();
  if (first === undefined) return;
  await trx
    .updateTable('communities')
    .set({ is_beside: 0 })
    .where((eb) => eb.and({ platform, id, conference: first.conference }))
    .execute();
}

type ChosenRow = Selectable<CommunityRow> & {
  readonly address: string | null;
  readonly origin: string | null;
};

function toChoice(row: ChosenRow): Choice {
  const { conference, source, address, origin, time_zone, chosen_at, name, is_beside } = row;
  const page = origin === null ? {} : { origin };
  const zone = time_zone === null ? {} : { timeZone: time_zone };
  return {
    source: { key: conference, address: address ?? source, ...page, ...zone, trust: 'chat' },
    chosenAt: chosen_at,
    ...(name === null ? {} : { name }),
    ...(is_beside === 1 ? { isBeside: true } : {}),
  };
}
