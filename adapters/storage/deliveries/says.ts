import { type Kysely, type Selectable, sql } from 'kysely';
import { z } from 'zod';
import type { Say, SayProgress, Says } from '../../../src/outbox/kinds/say.ts';
import type { SayRow } from '../database/communityRows.ts';
import type { DialectFacts } from '../database/database.ts';
import { reachedStars } from '../database/reachedStars.ts';
import type { Tables } from '../database/schema.ts';
import { readDelivery } from './stored.ts';

const audience = z.union([
  z.object({ kind: z.literal('channels'), channels: z.array(z.string()) }),
  z.object({ kind: z.literal('starred'), talk: z.string() }),
  z.object({ kind: z.literal('speakers') }),
]);

export function createSays(db: Kysely<Tables>, dialect: DialectFacts): Says {
  return { ...textsIn(db), ...audiencesIn(db), ...deliveriesIn(db, dialect) };
}

type Texts = Pick<Says, 'add' | 'find' | 'of' | 'change' | 'purge'>;

function textsIn(db: Kysely<Tables>): Texts {
  return {
    add: async (say) => {
      await db.insertInto('says').values(toRow(say)).execute();
    },

    find: async (id) => {
      const row = await db.selectFrom('says').selectAll().where('id', '=', id).executeTakeFirst();
      return row && toSay(row);
    },

    of: async ({ platform, id }, limit) => {
      const rows = await db
        .selectFrom('says')
        .selectAll()
        .where('platform', '=', platform)
        .where('community', '=', id)
        .where('state', '!=', 'draft')
        .orderBy('made_at', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(toSay);
    },

    change: async (id, edition, { text, draft, state }) => {
      const { numUpdatedRows } = await db
        .updateTable('says')
        .set({
          edition: edition + 1,
          ...(text === undefined ? {} : { text }),
          ...(draft === undefined ? {} : { draft: draft === '' ? null : draft }),
          ...(state === undefined ? {} : { state }),
        })
        .where('id', '=', id)
        .where('edition', '=', edition)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    purge: async (before) => {
      await db.deleteFrom('says').where('made_at', '<', before).execute();
    },
  };
}

type Audiences = Pick<Says, 'starrers' | 'speakers'>;

function audiencesIn(db: Kysely<Tables>): Audiences {
  return {
    starrers: (community, conference, talk) =>
      reachedStars(db, community, conference)
        .select(['members.platform', 'members.id'])
        .where('stars.talk', '=', talk)
        .orderBy('members.id')
        .execute(),

    speakers: ({ platform, id }, conference) =>
      db
        .selectFrom('speaker_claims as claims')
        .innerJoin('members', (join) =>
          join
            .onRef('members.platform', '=', 'claims.platform')
            .onRef('members.id', '=', 'claims.member'),
        )
        .select(['members.platform', 'members.id'])
        .distinct()
        .where((eb) => eb.and({ 'claims.platform': platform, 'claims.community': id, conference }))
        .where('claims.state', '=', 'confirmed')
        .where('members.direct_messages', '=', 'open')
        .where('members.volume', '!=', 'silent')
        .where('members.says', '=', 1)
        .orderBy('members.id')
        .execute(),
  };
}

function deliveriesIn(
  db: Kysely<Tables>,
  dialect: DialectFacts,
): Omit<Says, keyof (Texts & Audiences)> {
  return {
    progress: async (id) => {
      const rows = await db
        .selectFrom('outbox')
        .select(({ fn }) => fn.countAll().as('count'))
        .select(() => arrived.as('outcome'))
        .where('say', '=', id)
        .groupBy(() => arrived)
        .execute();
      const counts = { waiting: 0, sent: 0, behind: 0, failed: 0 };
      for (const { outcome, count } of rows) counts[outcome] += Number(count);
      return { ...counts, sent: counts.sent + counts.behind };
    },

    reached: async (id) => {
      const rows = await db
        .selectFrom('outbox')
        .selectAll()
        .where('say', '=', id)
        .orderBy('key')
        .$if(dialect.locksRows, (query) => query.forUpdate())
        .execute();
      return rows
        .filter(({ state, message_id }) => state === 'sending' || message_id !== null)
        .map(readDelivery);
    },

    drop: async (id, at) => {
      const { numUpdatedRows } = await db
        .updateTable('outbox')
        .set({ state: 'expired', reason: 'stopped', ready_at: null, settled_at: at })
        .where('say', '=', id)
        .where('state', '=', 'pending')
        .where('message_id', 'is', null)
        .executeTakeFirst();
      return Number(numUpdatedRows);
    },
  };
}

/** An edit that waits is of a message that has arrived. */
const arrived = sql<keyof SayProgress>`case
  when state not in ('pending', 'sending') then case when message_id is null then 'failed' else 'sent' end
  when message_id is null then 'waiting' else 'behind' end`;

function toRow({ community, audience, draft, madeAt, ...say }: Say): SayRow {
  const { platform, id } = community;
  return {
    ...say,
    ...{ platform, community: id, audience: JSON.stringify(audience) },
    ...{ draft: draft ?? null, made_at: madeAt },
  };
}

function toSay({ platform, community, draft, made_at, ...row }: Selectable<SayRow>): Say {
  return {
    ...row,
    community: { platform, id: community },
    audience: audience.parse(JSON.parse(row.audience)),
    ...(draft === null ? {} : { draft }),
    madeAt: made_at,
  };
}
