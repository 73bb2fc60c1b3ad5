import { openDatabase } from '../../adapters/storage/database/database.ts';
import { createMemberWork } from '../../adapters/storage/members/memberWork.ts';
import { createStores } from '../../adapters/storage/stores.ts';
import { type RehearseOptions, rehearse } from '../cli/rehearsing/rehearse.ts';
import type { Surroundings } from '../cli/surroundings.ts';
import { systemClock } from '../clock.ts';
import { silentLog } from '../log.ts';

export async function rehearseInMemory(
  options: RehearseOptions,
  around: Surroundings,
): Promise<number> {
  const database = await openDatabase('sqlite::memory:', silentLog);
  const stores = createStores(database, systemClock);
  const memberWork = createMemberWork.bind(undefined, database);
  try {
    return await rehearse(options, around, { ...stores, memberWork });
  } finally {
    await database.close();
  }
}
