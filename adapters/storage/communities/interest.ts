import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import { z } from 'zod';
import type { Interest } from '../../../src/agenda/interest.ts';
import type { CommunityRef } from '../../../src/platform/target.ts';
import type { ConferenceKey } from '../../../src/schedule/source.ts';
import { reachedStars } from '../database/reachedStars.ts';
import type { Tables } from '../database/schema.ts';

const stored = z.object({
  talks: z.array(z.tuple([z.string(), z.number()])),
  reached: z.array(z.tuple([z.string(), z.number()])),
  both: z.array(z.object({ one: z.string(), other: z.string(), people: z.number() })),
});

export function createInterest(db: Kysely<Tables>): Interest {
  return { ...talliesIn(db), ...looksIn(db) };
}

type Looks = Pick<Interest, 'lastLook' | 'keepLook'>;

function talliesIn(db: Kysely<Tables>): Omit<Interest, keyof Looks> {
  return {
    tally: async (community, conference) => {
      const rows = await starsOf(db, community, conference)
        .select(({ fn }) => ['stars.talk', fn.countAll<number>().as('people')])
        .groupBy('stars.talk')
        .execute();
      return new Map(rows.map(({ talk, people }) => [talk, Number(people)]));
    },

    tallyReached: async (community, conference) => {
      const rows = await reachedStars(db, community, conference)
        .select(({ fn }) => ['stars.talk', fn.countAll().as('accounts')])
        .groupBy('stars.talk')
        .execute();
      return new Map(rows.map(({ talk, accounts }) => [talk, Number(accounts)]));
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
  };
}

function looksIn(db: Kysely<Tables>): Looks {
  return {
    lastLook: async ({ platform, id }, conference) => {
      const row = await db
        .selectFrom('interest_looks')
        .select(['at', 'look'])
        .where((eb) => eb.and({ platform, community: id, conference }))
        .executeTakeFirst();
      if (row === undefined) return undefined;
      // One that was kept before all of it was counted is taken anew.
      const look = stored.safeParse(JSON.parse(row.look)).data;
      if (look === undefined) return undefined;
      const { talks, reached, both } = look;
      return { at: row.at, talks: new Map(talks), reached: new Map(reached), both };
    },

    keepLook: async ({ platform, id }, conference, { at, talks, reached, both }) => {
      const kept = { at, look: JSON.stringify({ talks: [...talks], reached: [...reached], both }) };
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
