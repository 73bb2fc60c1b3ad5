import { openToRead } from '../../adapters/storage/database/database.ts';
import { createStores } from '../../adapters/storage/stores.ts';
import type { Surroundings } from '../cli/surroundings.ts';
import { type TraceOptions, trace } from '../cli/trace.ts';
import { systemClock } from '../clock.ts';
import { readConfig } from '../config/config.ts';
import { silentLog } from '../log.ts';
import { DEFAULT_DATABASE, type Environment } from './surroundings.ts';

/** In the database of the environment, also while Hallway runs with it. */
export async function traceInDatabase(
  options: TraceOptions,
  environment: Environment,
  around: Surroundings,
): Promise<number> {
  const { databaseUrl } = readConfig(environment);
  const database = await openToRead(databaseUrl?.reveal() ?? DEFAULT_DATABASE, silentLog);
  try {
    return await trace(options, createStores(database, systemClock), around);
  } finally {
    await database.close();
  }
}
