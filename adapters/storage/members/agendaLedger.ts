import type { Kysely } from 'kysely';
import type { AgendaLedger, AgendaStores } from '../../../src/agenda/ledger.ts';
import type { Clock } from '../../../src/clock.ts';
import type { Database } from '../database/database.ts';
import type { Tables } from '../database/schema.ts';
import { retried } from '../database/transaction.ts';
import { createOutbox } from '../deliveries/outbox.ts';
import { createLinking } from './linking.ts';
import { createMembers } from './members.ts';
import { createPersonalData } from './personalData.ts';
import { createStars } from './stars.ts';

export function createAgendaLedger({ kysely }: Database, clock: Clock): AgendaLedger {
  return { write: (work) => retried(kysely, (trx) => work(agendaStores(trx), clock.now())) };
}

export function agendaStores(db: Kysely<Tables>): AgendaStores {
  return {
    members: createMembers(db),
    stars: createStars(db),
    linking: createLinking(db),
    personal: createPersonalData(db),
    outbox: createOutbox(db),
  };
}
