import type { Clock } from '../../src/clock.ts';
import { createCommunities } from './communities/communities.ts';
import type { Database } from './database/database.ts';
import { createLaneLeases } from './deliveries/laneLeases.ts';
import { createLedger, ledgerStores } from './deliveries/ledger.ts';
import { createOutboxQueue } from './deliveries/outboxQueue.ts';
import { createReach, createRefusedChannels } from './deliveries/reach.ts';
import { createPunctuality } from './deliveries/records.ts';
import { createSubscriptions } from './deliveries/subscriptions.ts';
import { agendaStores, createAgendaLedger } from './members/agendaLedger.ts';

/** Every store of a database, and the two ledgers that write several at once. */
export function createStores(database: Database, clock: Clock) {
  const { kysely, dialect } = database;
  const { members, stars } = agendaStores(kysely);
  const { outbox, versions } = ledgerStores(kysely, dialect);
  return {
    agendaLedger: createAgendaLedger(database, clock),
    ledger: createLedger(database),
    members,
    stars,
    outbox,
    versions,
    communities: createCommunities(kysely),
    subscriptions: createSubscriptions(kysely),
    queue: createOutboxQueue(database),
    leases: createLaneLeases(kysely),
    reach: createReach(kysely),
    refusedChannels: createRefusedChannels(kysely),
    punctuality: createPunctuality(kysely),
  };
}
