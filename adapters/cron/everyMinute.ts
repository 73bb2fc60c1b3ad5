import { type Logger, schedule } from 'node-cron';
import type { Log } from '../../src/log.ts';

export interface Cron {
  /** Waits for a turn under way. */
  stop(): Promise<void>;
}

/**
 * Runs `turn` at once and at every minute; beside a clock that runs `speed` times
 * as fast as the machine's, every second. Turns never overlap; one that throws is logged.
 * The whole process runs in UTC from here on.
 */
export function everyMinute(turn: () => Promise<void>, speed: number, log: Log): Cron {
  let running: Promise<void> | undefined;
  const run = async () => {
    // The first turn is not node-cron's, so that its own guard does not know of it.
    if (running !== undefined) return;
    running = turn()
      .catch((error: unknown) => log.error({ err: error }, 'A turn of the cron failed'))
      .finally(() => {
        running = undefined;
      });
    await running;
  };
  // Whatever zone it is given, node-cron 4.6 also counts on the process's own clock, and does nothing
  // but spin in the hour that this one repeats when summer time ends (node-cron/node-cron#509).
  process.env['TZ'] = 'UTC';
  const expression = speed === 1 ? '* * * * *' : '* * * * * *';
  const task = schedule(expression, run, {
    noOverlap: true,
    logger: cronLogger(log),
    timezone: 'UTC',
  });
  void run();
  return {
    stop: async () => {
      await task.destroy();
      await running;
    },
  };
}

/** What node-cron has to say goes where everything goes. */
function cronLogger(log: Log): Logger {
  return {
    info: (message) => log.info({}, message),
    warn: (message) => log.warn({}, message),
    error: (message, error) => log.error({ err: error ?? message }, 'node-cron'),
    debug: () => undefined,
  };
}
