import { eraseExpired, isClockSteady, type RetentionParts } from '../agenda/personal/retention.ts';
import { type Clock, DAY_MS } from '../clock.ts';
import type { Log } from '../log.ts';
import type { ChangeLog } from '../outbox/changeLog.ts';
import type { Says } from '../outbox/kinds/say.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { Acts } from '../programme/acts.ts';

export interface HousekeepingParts extends RetentionParts {
  readonly outbox: Pick<Outbox, 'purge'>;
  readonly acts: Pick<Acts, 'purge'>;
  readonly says: Pick<Says, 'purge'>;
  readonly changeLog: Pick<ChangeLog, 'forget'>;
  /** Days after a conference's last day for which its members' lists are kept. */
  readonly retentionDays: number;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
}

/** Erases, once a day of a steady clock, what has been kept for long enough. Never rejects. */
export function createHousekeeping(parts: HousekeepingParts): () => Promise<void> {
  const { outbox, acts, says, retentionDays, clock, log } = parts;
  let doneAt: number | undefined;
  return async () => {
    const now = clock.now();
    try {
      const isSteady = await isClockSteady(parts.memberWork, now);
      // A clock that was set back is a day of its own.
      const isDone = doneAt !== undefined && Math.abs(now - doneAt) < DAY_MS;
      if (!isSteady || isDone) return;
      doneAt = now;
      const erased = await eraseExpired(parts, retentionDays, now);
      const { stars, conferences, deliveriesBefore } = erased;
      await parts.changeLog.forget(conferences);
      if (deliveriesBefore !== undefined) {
        await outbox.purge(deliveriesBefore);
        await acts.purge(deliveriesBefore);
        await says.purge(deliveriesBefore);
      }
      if (stars > 0) log.info({ stars }, 'Erased the lists of conferences that are over');
    } catch (error) {
      log.error(
        { err: error },
        'What was kept for long enough could not be erased; tomorrow again',
      );
    }
  };
}
