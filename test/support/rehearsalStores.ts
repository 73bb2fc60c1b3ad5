import { openDatabase } from '../../adapters/storage/database/database.ts';
import { createLaneLeases } from '../../adapters/storage/deliveries/laneLeases.ts';
import { createLedger } from '../../adapters/storage/deliveries/ledger.ts';
import { createOutbox } from '../../adapters/storage/deliveries/outbox.ts';
import { createOutboxQueue } from '../../adapters/storage/deliveries/outboxQueue.ts';
import { createReach } from '../../adapters/storage/deliveries/reach.ts';
import { createSubscriptions } from '../../adapters/storage/deliveries/subscriptions.ts';
import { agendaStores, createAgendaLedger } from '../../adapters/storage/members/agendaLedger.ts';
import type { RehearsalStores } from '../../src/cli/rehearse.ts';
import { silentLog } from '../../src/log.ts';

/** Empty storage in memory, with the stores that a rehearsal needs. */
export async function openRehearsalStores(): Promise<RehearsalStores> {
  const database = await openDatabase('sqlite::memory:', silentLog);
  const { kysely } = database;
  const { members, stars } = agendaStores(kysely);
  return {
    ledger: createLedger(database),
    agendaLedger: (clock) => createAgendaLedger(database, clock),
    outbox: createOutbox(kysely),
    queue: createOutboxQueue(database),
    leases: createLaneLeases(kysely),
    members,
    stars,
    subscriptions: createSubscriptions(kysely),
    reach: createReach(kysely),
  };
}
