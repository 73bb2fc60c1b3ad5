import { openDatabase } from '../../adapters/storage/database/database.ts';
import { createAgendaLedger } from '../../adapters/storage/members/agendaLedger.ts';
import { createStores } from '../../adapters/storage/stores.ts';
import type { RehearsalStores } from '../../src/cli/rehearse.ts';
import { systemClock } from '../../src/clock.ts';
import { silentLog } from '../../src/log.ts';

/** Empty storage in memory, with the stores that a rehearsal needs. */
export async function openRehearsalStores(): Promise<RehearsalStores> {
  const database = await openDatabase('sqlite::memory:', silentLog);
  const agendaLedger = createAgendaLedger.bind(undefined, database);
  return { ...createStores(database, systemClock), agendaLedger };
}
