import { schedule } from 'node-cron';
import type { Log } from '../../src/log.ts';

export interface Cron {
  /** Waits for a turn under way. */
  stop(): Promise<void>;
}

/**
 * Runs `turn` at once and at every minute; beside a clock that runs `speed` times
 * as fast as the machine's, every second. Turns never overlap; one that throws is logged.
 */
export function everyMinute(turn: () => Promise<void>, speed: number, log: Log): Cron {
  let last = Promise.resolve();
  let isRunning = false;
  const run = () => {
    if (isRunning) return last;
    isRunning = true;
    last = turn()
      .catch((error: unknown) => log.error({ error }, 'A turn of the cron failed'))
      .finally(() => {
        isRunning = false;
      });
    return last;
  };
  const expression = speed === 1 ? '* * * * *' : '* * * * * *';
  const task = schedule(expression, run, { noOverlap: true });
  void run();
  return {
    stop: async () => {
      await task.stop();
      await task.destroy();
      await last;
    },
  };
}
