import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import { concernKey } from '../../../src/outbox/concern.ts';
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

    keep: async (alert) => {
      const row = toRow(alert);
      await db
        .insertInto('alerts')
        .values(row)
        .onConflict((conflict) =>
          conflict.columns(['platform', 'community', 'episode', 'name']).doUpdateSet(row),
        )
        .execute();
    },

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
