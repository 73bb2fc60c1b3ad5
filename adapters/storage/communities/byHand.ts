import type { Kysely } from 'kysely';
import type { Communities } from '../../../src/programme/communities.ts';
import type { Tables } from '../database/schema.ts';

/** What organisers changed of talks by hand. */
export function byHandIn(
  db: Kysely<Tables>,
): Pick<Communities, 'setByHand' | 'dropByHand' | 'byHandOf' | 'allByHand'> {
  return {
    setByHand: async ({ platform, id }, conference, { talk, at, facts, said }) => {
      const row = { at, facts: JSON.stringify(facts), said: JSON.stringify(said) };
      await db
        .insertInto('talks_by_hand')
        .values({ platform, community: id, conference, talk, ...row })
        .onConflict((conflict) =>
          conflict.columns(['platform', 'community', 'conference', 'talk']).doUpdateSet(row),
        )
        .execute();
    },

    dropByHand: async ({ platform, id }, conference, talk) => {
      await db
        .deleteFrom('talks_by_hand')
        .where((eb) => eb.and({ platform, community: id, conference, talk }))
        .execute();
    },

    byHandOf: async ({ platform, id }, conference) => {
      const rows = await db
        .selectFrom('talks_by_hand')
        .select(['talk', 'at', 'facts', 'said'])
        .where((eb) => eb.and({ platform, community: id, conference }))
        .orderBy('talk')
        .execute();
      return rows.map(toByHand);
    },

    allByHand: async () => {
      const rows = await db
        .selectFrom('talks_by_hand')
        .selectAll()
        .orderBy('platform')
        .orderBy('community')
        .orderBy('conference')
        .orderBy('talk')
        .execute();
      return rows.map(({ platform, community, conference, ...row }) => ({
        community: { platform, id: community },
        conference,
        ...toByHand(row),
      }));
    },
  };
}

function toByHand({ talk, at, facts, said }: Pick<Row, 'talk' | 'at' | 'facts' | 'said'>) {
  return { talk, at, facts: JSON.parse(facts), said: JSON.parse(said) };
}

type Row = Tables['talks_by_hand'];
