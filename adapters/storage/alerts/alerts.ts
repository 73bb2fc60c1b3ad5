import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import { type Concern, concernKey } from '../../../src/outbox/concern.ts';
import type { Alert, Alerts } from '../../../src/outbox/kinds/alert.ts';
import type { TalkId } from '../../../src/schedule/schedule.ts';
import type { ConferenceKey } from '../../../src/schedule/source.ts';
import type { AlertRow } from '../database/communityRows.ts';
import type { Tables } from '../database/schema.ts';

const matter = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sourceStale') }),
  z.object({
    kind: z.literal('sourceRefused'),
    flaw: z.enum(['shrunken', 'past']),
    lost: z.number(),
    of: z.number(),
  }),
  z.object({ kind: z.literal('channel'), channel: z.string() }),
  z.object({
    kind: z.literal('contradiction'),
    talk: z.custom<TalkId>((id) => typeof id === 'string'),
    title: z.string(),
  }),
  z.object({ kind: z.literal('claim'), claim: z.string(), name: z.string() }),
  z.object({ kind: z.literal('roomFeedStale') }),
  z.object({ kind: z.literal('late') }),
]);
const conference = z.object({
  name: z.string(),
  key: z.custom<ConferenceKey>((key) => typeof key === 'string').optional(),
});
const concern = matter.and(z.object({ conference: conference.optional() }));

export function createAlerts(db: Kysely<Tables>): Alerts {
  return {
    latest: async () => {
      const rows = await db.selectFrom('alerts').selectAll().orderBy('since').execute();
      const last = new Map(rows.map((row) => [nameOf(row), row]));
      return [...last.values()].map(toAlert);
    },

    told: async ({ platform, id }, episode) => {
      const rows = await db
        .selectFrom('alerts')
        .selectAll()
        .where('platform', '=', platform)
        .where('community', '=', id)
        .where('episode', '=', episode)
        .orderBy('since')
        .orderBy('name')
        .execute();
      return rows.map(toAlert);
    },

    keep: (alert) => keep(db, alert),

    follow: (conference, ids) => follow(db, conference, ids),

    letGo: async (before) => {
      await db.deleteFrom('alerts').where('over_at', '<', before).execute();
    },

    forget: async ({ platform, id }) => {
      const rows = await db
        .deleteFrom('alerts')
        .where('platform', '=', platform)
        .where('community', '=', id)
        .returningAll()
        .execute();
      return rows.map(toAlert);
    },
  };
}

async function keep(db: Kysely<Tables>, alert: Alert): Promise<void> {
  const row = toRow(alert);
  await db
    .insertInto('alerts')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['platform', 'community', 'episode', 'name']).doUpdateSet(row),
    )
    .execute();
}

/** All go before any comes: ids may have been swapped. */
async function follow(
  db: Kysely<Tables>,
  conference: ConferenceKey,
  ids: ReadonlyMap<TalkId, TalkId>,
): Promise<void> {
  const rows = await db.selectFrom('alerts').selectAll().execute();
  const moved = rows.flatMap((row) => {
    const alert = toAlert(row);
    const trouble = underNewId(alert, conference, ids);
    return trouble === undefined ? [] : [{ row, alert: { ...alert, trouble } }];
  });
  for (const { row } of moved) {
    const { platform, community, episode, name } = row;
    const which = { platform, community, episode, name };
    await db
      .deleteFrom('alerts')
      .where((eb) => eb.and(which))
      .execute();
  }
  for (const { alert } of moved) await keep(db, alert);
}

/** The concern, where it is of a talk of that conference which has another id by now. */
function underNewId(
  { trouble, conference: main }: Alert,
  of: ConferenceKey,
  ids: ReadonlyMap<TalkId, TalkId>,
): Concern | undefined {
  if (trouble.kind !== 'contradiction' || (trouble.conference?.key ?? main) !== of)
    return undefined;
  const talk = ids.get(trouble.talk);
  return talk === undefined || talk === trouble.talk ? undefined : { ...trouble, talk };
}

function nameOf({ platform, community, name }: Selectable<AlertRow>): string {
  return JSON.stringify([platform, community, name]);
}

function toRow({ community, trouble, overAt, ...alert }: Alert): AlertRow {
  return {
    ...{ platform: community.platform, community: community.id },
    ...{ episode: alert.episode, conference: alert.conference },
    ...{ name: concernKey(trouble), concern: JSON.stringify(trouble) },
    ...{ since: alert.since, seen_at: alert.seenAt, over_at: overAt ?? null },
    returns: alert.returns,
  };
}

function toAlert(row: Selectable<AlertRow>): Alert {
  const { platform, community, episode, conference, since, seen_at, over_at, returns } = row;
  return {
    ...{ community: { platform, id: community }, episode, conference },
    trouble: concern.parse(JSON.parse(row.concern)),
    ...{ since, seenAt: seen_at, returns },
    ...(over_at === null ? {} : { overAt: over_at }),
  };
}
