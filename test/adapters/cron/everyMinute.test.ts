import { expect, it } from 'vitest';
import { everyMinute } from '../../../adapters/cron/everyMinute.ts';
import { silentLog } from '../../../src/log.ts';

it('turns at once and then again and again, one turn at a time, whatever a turn does', async () => {
  let running = 0;
  let most = 0;
  let turns = 0;
  const errors: string[] = [];
  const cron = everyMinute(
    async () => {
      turns += 1;
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, turns === 1 ? 1_300 : 10));
      running -= 1;
      if (turns === 1) throw new Error('The first turn fails');
    },
    // Beside a clock that runs faster, every second.
    60,
    { ...silentLog, error: (_facts, message) => errors.push(message) },
  );
  expect(turns).toBe(1);

  await new Promise((resolve) => setTimeout(resolve, 3_500));
  await cron.stop();
  const stopped = turns;
  await new Promise((resolve) => setTimeout(resolve, 1_200));

  expect(most).toBe(1);
  expect(turns).toBe(stopped);
  expect(turns).toBeGreaterThanOrEqual(3);
  expect(errors).toEqual(['A turn of the cron failed']);
});
