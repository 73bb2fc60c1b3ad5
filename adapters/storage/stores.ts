import type { Clock } from '../../src/clock.ts';
import { type LaneOf, laneOfPlatform } from '../../src/platform/messenger.ts';
import { createCommunities } from './communities/communities.ts';
import type { Database } from './database/database.ts';
import { createLaneLeases } from './deliveries/laneLeases.ts';
import { createLedger, ledgerStores } from './deliveries/ledger.ts';
import { createOutboxQueue } from './deliveries/outboxQueue.ts';
import { createReachability, createRefusedChannels } from './deliveries/reachability.ts';
import { createPunctuality, createTraces } from './deliveries/records.ts';
import { createSubscriptions } from './deliveries/subscriptions.ts';
import { agendaStores, createAgendaLedger } from './members/agendaLedger.ts';

/**
 * Every store of a database, and the two ledgers that write several at once. `laneOf` tells the lane
 * of what is enqueued; nobody above names one.
 */
export function createStores(database: Database, clock: Clock, laneOf: LaneOf = laneOfPlatform) {
  const { kysely, dialect } = database;
  const { members, stars } = agendaStores(kysely);
  const { outbox, versions } = ledgerStores(kysely, dialect, laneOf);
  return {
    agendaLedger: createAgendaLedger(database, clock, laneOf),
    ledger: createLedger(database, laneOf),
    members,
    stars,
    outbox,
    versions,
    communities: createCommunities(kysely),
    subscriptions: createSubscriptions(kysely),
    queue: createOutboxQueue(database, laneOf),
    leases: createLaneLeases(kysely),
    reachability: createReachability(kysely),
    refusedChannels: createRefusedChannels(kysely),
    punctuality: createPunctuality(kysely),
    traces: createTraces(kysely),
  };
}
