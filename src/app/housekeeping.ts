import { eraseExpired, type RetentionParts } from '../agenda/retention.ts';
import { type Clock, DAY_MS } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Outbox } from '../outbox/outbox.ts';

export interface HousekeepingParts extends RetentionParts {
  readonly outbox: Pick<Outbox, 'purge'>;
  readonly retentionDays: number;
  readonly clock: Clock;
  readonly log: Log;
}

/** Erases, at most once a day of the clock, what has been kept for long enough. Never rejects. */
export function createHousekeeping(parts: HousekeepingParts): () => Promise<void> {
  const { outbox, retentionDays, clock, log } = parts;
  let doneAt: number | undefined;
  return async () => {
    const now = clock.now();
    if (doneAt !== undefined && now - doneAt < DAY_MS) return;
    doneAt = now;
    try {
      const stars = await eraseExpired(parts, retentionDays, now);
      await outbox.purge(now - retentionDays * DAY_MS);
      if (stars > 0) log.info({ stars }, 'Erased the lists of conferences that are over');
    } catch (error) {
      log.error(
        { err: error },
        'What was kept for long enough could not be erased; tomorrow again',
      );
    }
  };
}
