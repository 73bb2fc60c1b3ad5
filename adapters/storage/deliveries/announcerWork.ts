import type { Kysely } from 'kysely';
import type { AnnouncerStores, AnnouncerWork } from '../../../src/announcements/announcerWork.ts';
import { type LaneOf, laneOfPlatform } from '../../../src/platform/messenger.ts';
import { createCommunities } from '../communities/communities.ts';
import { createVersions } from '../communities/versions.ts';
import type { Database, DialectFacts } from '../database/database.ts';
import type { Tables } from '../database/schema.ts';
import { retried } from '../database/transaction.ts';
import { createDigestMembers } from './digestMembers.ts';
import { createOutbox } from './outbox.ts';
import { createSentAnnouncements } from './sentAnnouncements.ts';
import { createStarredTalks } from './starredTalks.ts';
import { createSubscriptions } from './subscriptions.ts';
import { createWatermark } from './watermark.ts';

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
    versions: createVersions(db, dialect),
    watermark: createWatermark(db, dialect),
    subscriptions: createSubscriptions(db),
    communities: createCommunities(db),
    digestMembers: createDigestMembers(db),
  };
}
