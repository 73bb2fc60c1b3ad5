import type { Announcer } from '../announcements/announcements.ts';
import type { Log } from '../log.ts';
import type { Keeper } from '../schedule/keeper.ts';
import type { Chosen } from './chosen.ts';

export interface HeartbeatParts {
  readonly keeper: Pick<Keeper, 'adopt' | 'refreshDue'>;
  readonly chosen: Pick<Chosen, 'openAll'>;
  readonly announcer: Announcer;
  readonly log: Log;
}

/**
 * One turn of the cron: the conferences as they are now, the tick, and then whatever
 * sources have to say, which the tick does not wait for. Sources that are asked longer
 * than a turn are left to it.
 */
export function createHeartbeat({
  keeper,
  chosen,
  announcer,
  log,
}: HeartbeatParts): () => Promise<void> {
  let isAsking = false;
  const ask = async () => {
    if (isAsking) return;
    isAsking = true;
    try {
      await keeper.refreshDue();
    } catch (error) {
      log.error({ err: error }, 'Schedules could not be refreshed');
    } finally {
      isAsking = false;
    }
  };
  return async () => {
    await keeper.adopt();
    await chosen.openAll();
    await announcer.tick();
    void ask();
  };
}
