import { openDatabase } from '../../adapters/storage/database/database.ts';
import { createMemberWork } from '../../adapters/storage/members/memberWork.ts';
import { createStores } from '../../adapters/storage/stores.ts';
import type { RehearsalStores } from '../../src/cli/rehearse.ts';
import { systemClock } from '../../src/clock.ts';
import { silentLog } from '../../src/log.ts';
import type { Acts } from '../../src/programme/acts.ts';

/** Empty storage in memory, with the stores that a rehearsal needs. */
export async function openRehearsalStores(): Promise<RehearsalStores & { readonly acts: Acts }> {
  const database = await openDatabase('sqlite::memory:', silentLog);
  const memberWork = createMemberWork.bind(undefined, database);
  return { ...createStores(database, systemClock), memberWork };
}
