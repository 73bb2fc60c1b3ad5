import { openDatabase } from '../../adapters/storage/database/database.ts';
import { createAgendaLedger } from '../../adapters/storage/members/agendaLedger.ts';
import { createStores } from '../../adapters/storage/stores.ts';
import { type RehearseOptions, rehearse } from '../cli/rehearse.ts';
import type { Surroundings } from '../cli/surroundings.ts';
import { systemClock } from '../clock.ts';
import { silentLog } from '../log.ts';

export async function rehearseInMemory(
  options: RehearseOptions,
  around: Surroundings,
): Promise<number> {
  const database = await openDatabase('sqlite::memory:', silentLog);
  const stores = createStores(database, systemClock);
  const agendaLedger = createAgendaLedger.bind(undefined, database);
  try {
    return await rehearse(options, around, { ...stores, agendaLedger });
  } finally {
    await database.close();
  }
}
