import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import { z } from 'zod';
import type { Interest } from '../../../src/agenda/interest.ts';
import type { CommunityRef } from '../../../src/platform/target.ts';
import type { ConferenceKey } from '../../../src/schedule/source.ts';
import type { Tables } from '../database/schema.ts';

const stored = z.object({
  talks: z.array(z.tuple([z.string(), z.number()])),
  both: z.array(z.object({ one: z.string(), other: z.string(), people: z.number() })),
});

export function createInterest(db: Kysely<Tables>): Interest {
  return {
    tally: async (community, conference) => {
      const rows = await starsOf(db, community, conference)
        .select(({ fn }) => ['stars.talk', fn.countAll<number>().as('people')])
        .groupBy('stars.talk')
        .execute();
      return new Map(rows.map(({ talk, people }) => [talk, Number(people)]));
    },

    tallyBoth: async (community, conference, talks) => {
      if (talks.length === 0) return [];
      const rows = await starsOf(db, community, conference)
        .innerJoin('stars as others', (join) =>
          join
            .onRef('others.person', '=', 'stars.person')
            .onRef('others.conference', '=', 'stars.conference')
            .onRef('others.talk', '>', 'stars.talk'),
        )
        .select(({ fn }) => ['stars.talk', 'others.talk as other', fn.countAll().as('people')])
        .where('stars.talk', 'in', talks)
        .where('others.talk', 'in', talks)
        .groupBy(['stars.talk', 'others.talk'])
        .orderBy('stars.talk')
        .orderBy('others.talk')
        .execute();
      return rows.map(({ talk, other, people }) => ({ one: talk, other, people: Number(people) }));
    },

    starringSince: async (community, conference, after) => {
      const row = await starsOf(db, community, conference)
        .select(({ fn }) => fn.count('stars.person').distinct().as('people'))
        .where('stars.starred_at', '>', after)
        .executeTakeFirstOrThrow();
      return Number(row.people);
    },

    lastLook: async ({ platform, id }, conference) => {
      const row = await db
        .selectFrom('interest_looks')
        .select(['at', 'look'])
        .where((eb) => eb.and({ platform, community: id, conference }))
        .executeTakeFirst();
      if (row === undefined) return undefined;
      const { talks, both } = stored.parse(JSON.parse(row.look));
      return { at: row.at, talks: new Map(talks), both };
    },

    keepLook: async ({ platform, id }, conference, { at, talks, both }) => {
      const kept = { at, look: JSON.stringify({ talks: [...talks], both }) };
      await db
        .insertInto('interest_looks')
        .values({ platform, community: id, conference, ...kept })
        .onConflict((conflict) =>
          conflict.columns(['platform', 'community', 'conference']).doUpdateSet(kept),
        )
        .execute();
    },
  };
}

/** Of people who starred them in the community, or, where that is not known, were last seen there. */
function starsOf(db: Kysely<Tables>, community: CommunityRef, conference: ConferenceKey) {
  return db
    .selectFrom('stars')
    .where('stars.conference', '=', conference)
    .where((eb) => isOf(eb, community));
}

function isOf(
  { and, eb, exists, or, selectFrom }: ExpressionBuilder<Tables, 'stars'>,
  { platform, id }: CommunityRef,
) {
  const seenThere = selectFrom('members')
    .select(sql`1`.as('seen'))
    .whereRef('members.person', '=', 'stars.person')
    .where('members.platform', '=', platform)
    .where('members.community', '=', id);
  return or([
    and([eb('stars.platform', '=', platform), eb('stars.community', '=', id)]),
    and([eb('stars.community', 'is', null), exists(seenThere)]),
  ]);
}
