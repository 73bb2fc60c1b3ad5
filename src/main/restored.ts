import { openDatabase } from '../../adapters/storage/database/database.ts';
import { createLapses } from '../../adapters/storage/deliveries/lapses.ts';
import { EXIT, type Surroundings } from '../cli/surroundings.ts';
import { isoOf, systemClock } from '../clock.ts';
import { readConfig } from '../config/config.ts';
import { silentLog } from '../log.ts';
import { DEFAULT_DATABASE, type Environment } from './surroundings.ts';

/** Notes in the database of the environment that it is a copy of an earlier one. */
export async function noteRestored(
  environment: Environment,
  { write, messages }: Surroundings,
): Promise<number> {
  const { databaseUrl } = readConfig(environment);
  const database = await openDatabase(databaseUrl?.reveal() ?? DEFAULT_DATABASE, silentLog);
  try {
    const { restored } = messages.cli;
    const lapse = await createLapses(database.kysely).restored(systemClock.now());
    write(`${lapse === undefined ? restored.neverRan : restored.noted(isoOf(lapse.from))}\n`);
    return EXIT.done;
  } finally {
    await database.close();
  }
}
