import type { Kysely } from 'kysely';
import type { AgendaLedger, AgendaStores } from '../../../src/agenda/ledger.ts';
import type { Clock } from '../../../src/clock.ts';
import { type LaneOf, laneOfPlatform } from '../../../src/platform/messenger.ts';
import type { Database } from '../database/database.ts';
import type { Tables } from '../database/schema.ts';
import { retried } from '../database/transaction.ts';
import { createOutbox } from '../deliveries/outbox.ts';
import { createLinking } from './linking.ts';
import { createMembers } from './members.ts';
import { createPersonalData } from './personalData.ts';
import { createStars } from './stars.ts';

export function createAgendaLedger(
  { kysely }: Database,
  clock: Clock,
  laneOf: LaneOf = laneOfPlatform,
): AgendaLedger {
  return {
    write: (work) => retried(kysely, (trx) => work(agendaStores(trx, laneOf), clock.now())),
  };
}

export function agendaStores(db: Kysely<Tables>, laneOf: LaneOf = laneOfPlatform): AgendaStores {
  return {
    members: createMembers(db),
    stars: createStars(db),
    linking: createLinking(db),
    personal: createPersonalData(db),
    outbox: createOutbox(db, laneOf),
  };
}
