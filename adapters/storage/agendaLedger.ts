import type { Kysely } from 'kysely';
import type { AgendaLedger, AgendaStores } from '../../src/agenda/ledger.ts';
import type { Clock } from '../../src/clock.ts';
import type { Instant } from '../../src/schedule/model.ts';
import type { Database } from './database.ts';
import { createLinking } from './linking.ts';
import { createMembers } from './members.ts';
import { createOutbox } from './outbox.ts';
import { createPersonalData } from './personalData.ts';
import type { Tables } from './schema.ts';
import { createStars } from './stars.ts';

export function createAgendaLedger({ kysely, dialect }: Database, clock: Clock): AgendaLedger {
  return {
    write: (work) =>
      kysely.transaction().execute(async (trx) => {
        const planned = await plannedUntil(trx, dialect.locksRows);
        return work(storesOf(trx), Math.max(clock.now(), planned + 1));
      }),
  };
}

export function storesOf(db: Kysely<Tables>): AgendaStores {
  return {
    members: createMembers(db),
    stars: createStars(db),
    linking: createLinking(db),
    personal: createPersonalData(db),
    outbox: createOutbox(db),
  };
}

/** Keeps a tick of another process from planning on until this transaction has ended. */
async function plannedUntil(trx: Kysely<Tables>, locksRows: boolean): Promise<Instant> {
  const watermarks = trx.selectFrom('watermarks').select('at');
  const rows = await (locksRows ? watermarks.forShare() : watermarks).execute();
  return Math.max(-1, ...rows.map(({ at }) => at));
}
