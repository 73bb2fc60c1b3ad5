import { type HealthParts, healthRequests, PATHS } from '../../adapters/health/server.ts';
import { createMetrics } from '../../adapters/metrics/metrics.ts';
import type { Database } from '../../adapters/storage/database/database.ts';
import type { App } from '../app/app.ts';
import { within } from '../clock/deadline.ts';
import { systemClock } from '../clock.ts';
import type { Config } from '../config/config.ts';
import type { Meter } from '../log/meter.ts';
import type { Log } from '../log.ts';
import { type Listening, listen } from './listening.ts';

/** For programs that watch over Hallway; loaded only where they are given an address. */
export interface Watched {
  readonly meter: Meter;
  serve(app: Pick<App, 'health' | 'vitals'>): Promise<Listening>;
}

export function watchedAt(
  address: NonNullable<Config['health']>,
  { database, log }: { readonly database: Pick<Database, 'check'>; readonly log: Log },
): Watched {
  const { meter, page } = createMetrics();
  return {
    meter,
    serve: (app) =>
      serveHealth({
        ...{ ...address, log },
        // A database that is gone is not asked for the rest.
        health: () => database.check().then(app.health),
        metrics: async () => {
          const [vitals, isThere] = await Promise.all([app.vitals(), answers(database)]);
          return page(isThere ? vitals : { ...vitals, backlog: undefined });
        },
      }),
  };
}

export async function serveHealth(
  parts: HealthParts & NonNullable<Config['health']>,
): Promise<Listening> {
  const { host, log } = parts;
  const requests = healthRequests(parts);
  const listening = await listen({ variable: 'HEALTH_ADDRESS', ...parts, requests });
  const addresses = PATHS.map((path) => `http://${host}:${listening.port}${path}`);
  log.info({ addresses }, 'Health and metrics can be asked for');
  return listening;
}

const ANSWERED_WITHIN_MS = 2_000;

async function answers(database: Pick<Database, 'check'>): Promise<boolean> {
  const isThere = database.check().then(
    () => true,
    () => false,
  );
  return (await within(systemClock, ANSWERED_WITHIN_MS, isThere)) ?? false;
}
