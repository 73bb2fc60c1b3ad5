import type { Kysely } from 'kysely';
import type {
  AnnouncerStores,
  AnnouncerWork,
  DigestMembers,
  Watermark,
} from '../../../src/announcements/announcerWork.ts';
import { type LaneOf, laneOfPlatform } from '../../../src/platform/messenger.ts';
import { createActs } from '../acts.ts';
import { createAlerts } from '../alerts/alerts.ts';
import { createChangeLog } from '../communities/changeLog.ts';
import { createCommunities } from '../communities/communities.ts';
import { createRefusedVersions } from '../communities/refusedVersions.ts';
import { createVersions } from '../communities/versions.ts';
import type { Database, DialectFacts } from '../database/database.ts';
import type { Tables } from '../database/schema.ts';
import { retried } from '../database/transaction.ts';
import { createSpeakerClaims } from '../speakerClaims.ts';
import { ANNOUNCER, notePause } from './lapses.ts';
import { createFollowedTalks } from './marks/followedTalks.ts';
import { createStarredTalks } from './marks/starredTalks.ts';
import { createOutbox } from './outbox.ts';
import { createSentAnnouncements } from './sentAnnouncements.ts';
import { createSubscriptions } from './subscriptions.ts';

export function createAnnouncerWork(
  { kysely, dialect }: Database,
  laneOf: LaneOf = laneOfPlatform,
): AnnouncerWork {
  return {
    transaction: (work) => retried(kysely, (trx) => work(announcerStores(trx, dialect, laneOf))),
  };
}

export function announcerStores(
  db: Kysely<Tables>,
  dialect: DialectFacts,
  laneOf: LaneOf = laneOfPlatform,
): AnnouncerStores {
  return {
    outbox: createOutbox(db, laneOf),
    sent: createSentAnnouncements(db, dialect),
    stars: createStarredTalks(db),
    followed: createFollowedTalks(db),
    versions: createVersions(db, dialect),
    refused: createRefusedVersions(db),
    changeLog: createChangeLog(db),
    watermark: createWatermark(db, dialect),
    subscriptions: createSubscriptions(db),
    communities: createCommunities(db),
    alerts: createAlerts(db),
    acts: createActs(db),
    speakerClaims: createSpeakerClaims(db),
    digestMembers: createDigestMembers(db),
  };
}

function createDigestMembers(db: Kysely<Tables>): DigestMembers {
  return {
    all: async () => {
      const rows = await db
        .selectFrom('members')
        .select(['platform', 'id', 'community'])
        .where('digest', '=', 1)
        .where('volume', '=', 'full')
        .where('direct_messages', '!=', 'closed')
        .orderBy('platform')
        .orderBy('id')
        .execute();
      return rows.map(({ platform, id, community }) => ({
        member: { platform, id },
        ...(community === null ? {} : { community: { platform, id: community } }),
      }));
    },
  };
}

function createWatermark(db: Kysely<Tables>, dialect: DialectFacts): Watermark {
  return {
    read: async () => {
      const row = await db
        .selectFrom('watermarks')
        .select('at')
        .where('name', '=', ANNOUNCER)
        .$if(dialect.locksRows, (query) => query.forUpdate())
        .executeTakeFirst();
      return row?.at;
    },

    move: async (to) => {
      await notePause(db, to);
      await db
        .insertInto('watermarks')
        .values({ name: ANNOUNCER, at: to })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ at: to }))
        .execute();
    },
  };
}
