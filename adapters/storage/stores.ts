import type { Clock } from '../../src/clock.ts';
import { type LaneOf, laneOfPlatform } from '../../src/platform/messenger.ts';
import type { ConferenceKey } from '../../src/schedule/source.ts';
import { createActs } from './acts.ts';
import { createAlertChannels } from './alerts/alertChannels.ts';
import { createAlerts } from './alerts/alerts.ts';
import { createChangeLog } from './communities/changeLog.ts';
import { createCommunities } from './communities/communities.ts';
import { createInterest } from './communities/interest.ts';
import { createKnownSources } from './communities/knownSources.ts';
import { createNamedRoles } from './communities/namedRoles.ts';
import { inheritShortKeys } from './communities/wholeKeys.ts';
import type { Database } from './database/database.ts';
import { createAlertWork } from './deliveries/alertWork.ts';
import { announcerStores, createAnnouncerWork } from './deliveries/announcerWork.ts';
import { createOperatorWork } from './deliveries/operatorWork.ts';
import { createOrganiserWork } from './deliveries/organiserWork.ts';
import { createOutboxQueue } from './deliveries/outboxQueue.ts';
import { createReachability, createRefusedChannels } from './deliveries/reachability.ts';
import { createPunctuality, createTold, createTraces } from './deliveries/records.ts';
import { createSays } from './deliveries/says.ts';
import { createSubscriptions } from './deliveries/subscriptions.ts';
import { createConnectionLeases, createLaneLeases } from './leases.ts';
import { createFollowCounts } from './members/followCounts.ts';
import { createMemberWork, memberStores } from './members/memberWork.ts';
import { createMessageCounts } from './members/messageCounts.ts';
import type { Sealing } from './sealing.ts';
import { createSpeakerClaims } from './speakerClaims.ts';

/**
 * Every store of a database, and the units of work that write several at once. `laneOf` tells the lane
 * of what is enqueued; nobody above names one. What members are shown again is sealed, where there is a key.
 */
export function createStores(
  database: Database,
  clock: Clock,
  laneOf: LaneOf = laneOfPlatform,
  sealing?: Sealing,
) {
  const { kysely, dialect } = database;
  const { members, stars, follows, addresses } = memberStores(kysely, laneOf, sealing);
  const { outbox, versions, refused } = announcerStores(kysely, dialect, laneOf);
  return {
    memberWork: createMemberWork(database, clock, laneOf, sealing),
    announcerWork: createAnnouncerWork(database, laneOf),
    operatorWork: createOperatorWork(database, laneOf),
    organiserWork: createOrganiserWork(database, laneOf),
    alertWork: createAlertWork(database, laneOf),
    alertChannels: createAlertChannels(kysely),
    alerts: createAlerts(kysely),
    members,
    stars,
    follows,
    addresses,
    outbox,
    versions,
    refused,
    changeLog: createChangeLog(kysely),
    communities: createCommunities(kysely),
    acts: createActs(kysely),
    says: createSays(kysely, dialect),
    namedRoles: createNamedRoles(kysely),
    interest: createInterest(kysely),
    followCounts: createFollowCounts(kysely),
    messageCounts: createMessageCounts(kysely),
    speakerClaims: createSpeakerClaims(kysely),
    knownSources: createKnownSources(kysely),
    inheritShortKeys: (operators: ConferenceKey) => inheritShortKeys(kysely, operators),
    subscriptions: createSubscriptions(kysely),
    queue: createOutboxQueue(database, laneOf),
    leases: createLaneLeases(kysely),
    connectionLeases: createConnectionLeases(kysely),
    reachability: createReachability(kysely),
    refusedChannels: createRefusedChannels(kysely),
    punctuality: createPunctuality(kysely),
    traces: createTraces(kysely),
    told: createTold(kysely),
  };
}
