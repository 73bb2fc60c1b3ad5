import { type Kysely, sql } from 'kysely';
import { type CommunityRef, targetKey } from '../../../src/platform/target.ts';
import { ANSWERED_AT_FIRST } from '../../../src/programme/answerPlaces.ts';
import type { Communities } from '../../../src/programme/communities.ts';
import type { Tables } from '../database/schema.ts';
import { inTransaction } from '../database/transaction.ts';
import { byHandIn } from './byHand.ts';
import { choicesIn } from './choices.ts';
import { pagesIn } from './pages.ts';
import { roomFeedsIn } from './roomFeeds.ts';
import { roomStatesIn } from './roomStates.ts';
import { createWelcomes } from './welcomes.ts';

export function createCommunities(db: Kysely<Tables>): Communities {
  return {
    ...choicesIn(db),
    ...delaysIn(db),
    ...byHandIn(db),
    ...answersIn(db),
    ...streamsIn(db),
    ...roomStatesIn(db),
    ...roomFeedsIn(db),
    ...pagesIn(db),
    known: (platform) => known(db, platform),
    forget: (community) => inTransaction(db, (trx) => forget(trx, community)),
  };
}

function delaysIn(db: Kysely<Tables>): Pick<Communities, 'setDelay' | 'delaysOf' | 'allDelays'> {
  return {
    setDelay: ({ platform, id }, conference, { room, minutes, since }) =>
      inTransaction(db, async (trx) => {
        await trx
          .deleteFrom('delays')
          .where('platform', '=', platform)
          .where('community', '=', id)
          .where('conference', '=', conference)
          .where('room', '=', room)
          .where('since', '>=', since)
          .execute();
        await trx
          .insertInto('delays')
          .values({ platform, community: id, conference, room, minutes, since })
          .execute();
      }),

    delaysOf: async ({ platform, id }, conference) => {
      const rows = await db
        .selectFrom('delays')
        .select(['room', 'minutes', 'since'])
        .where('platform', '=', platform)
        .where('community', '=', id)
        .where('conference', '=', conference)
        .orderBy('room')
        .orderBy('since')
        .execute();
      return rows.map(({ room, minutes, since }) => ({ room, minutes, since }));
    },

    allDelays: async () => {
      const rows = await db
        .selectFrom('delays')
        .selectAll()
        .orderBy('platform')
        .orderBy('community')
        .orderBy('conference')
        .orderBy('room')
        .orderBy('since')
        .execute();
      return rows.map(({ platform, community, ...delay }) => ({
        community: { platform, id: community },
        ...delay,
      }));
    },
  };
}

function answersIn(db: Kysely<Tables>): Pick<Communities, 'answerPlaces' | 'setAnswerPlaces'> {
  return {
    answerPlaces: async ({ platform, id }) => {
      const row = await db
        .selectFrom('answer_places')
        .select('channels')
        .where('platform', '=', platform)
        .where('community', '=', id)
        .executeTakeFirst();
      return row === undefined ? ANSWERED_AT_FIRST : JSON.parse(row.channels);
    },

    setAnswerPlaces: async ({ platform, id }, places) => {
      const channels = JSON.stringify(places);
      await db
        .insertInto('answer_places')
        .values({ platform, community: id, channels })
        .onConflict((conflict) =>
          conflict.columns(['platform', 'community']).doUpdateSet({ channels }),
        )
        .execute();
    },
  };
}

function streamsIn(db: Kysely<Tables>): Pick<Communities, 'setStream' | 'streamsOf'> {
  return {
    setStream: async ({ platform, id }, conference, { room, url }) => {
      const place = { platform, community: id, conference, room };
      if (url === undefined) {
        await db
          .deleteFrom('streams')
          .where((eb) => eb.and(place))
          .execute();
        return;
      }
      await db
        .insertInto('streams')
        .values({ ...place, url })
        .onConflict((conflict) =>
          conflict.columns(['platform', 'community', 'conference', 'room']).doUpdateSet({ url }),
        )
        .execute();
    },

    streamsOf: ({ platform, id }, conference) =>
      db
        .selectFrom('streams')
        .select(['room', 'url'])
        .where('platform', '=', platform)
        .where('community', '=', id)
        .where('conference', '=', conference)
        .orderBy('room')
        .execute(),
  };
}

/** What waits for their channels waits by their subscriptions. */
async function known(db: Kysely<Tables>, platform: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('communities')
    .select('id')
    .where('platform', '=', platform)
    .union(ofTable('delays'))
    .union(ofTable('talks_by_hand'))
    .union(ofTable('subscriptions'))
    .union(ofTable('refused_channels'))
    .union(ofTable('answer_places'))
    .union(ofTable('streams'))
    .union(ofTable('acts'))
    .union(ofTable('named_roles'))
    .union(ofTable('speaker_claims'))
    .union(ofTable('interest_looks'))
    .union(ofTable('room_states'))
    .union(ofTable('room_feeds'))
    .union(ofTable('alert_channels'))
    .union(ofTable('says'))
    .union(ofTable('pages'))
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);

  function ofTable(table: (typeof OF_COMMUNITIES)[number]) {
    return db.selectFrom(table).select('community as id').where('platform', '=', platform);
  }
}

/** Beside the communities themselves. */
const OF_COMMUNITIES = [
  'delays',
  'talks_by_hand',
  'subscriptions',
  'refused_channels',
  'answer_places',
  'streams',
  'acts',
  'named_roles',
  'speaker_claims',
  'interest_looks',
  'room_states',
  'room_feeds',
  'alert_channels',
  'alerts',
  'says',
  'pages',
] as const;

async function forget(trx: Kysely<Tables>, { platform, id }: CommunityRef): Promise<void> {
  await trx
    .deleteFrom('communities')
    .where('platform', '=', platform)
    .where('id', '=', id)
    .execute();
  for (const table of OF_COMMUNITIES) {
    await trx
      .deleteFrom(table)
      .where('platform', '=', platform)
      .where('community', '=', id)
      .execute();
  }
  await createWelcomes(trx).forget({ platform, id });
  const channels = targetKey({ kind: 'channel', platform, community: id, channel: '' });
  await trx
    .deleteFrom('outbox')
    .where(sql<boolean>`substr(target, 1, ${sql.lit(channels.length)}) = ${channels}`)
    .execute();
}
