import { afterEach, describe, expect, it, vi } from 'vitest';
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

const HOUR = 3_600_000;
const ZONES = [
  'Europe/Brussels',
  'America/New_York',
  'Europe/London',
  'Australia/Sydney',
  'UTC',
] as const;
/** The nights in which one of these zones puts its clocks forward or back. */
const NIGHTS = [
  '2026-03-08T05:30:30Z',
  '2026-03-28T23:30:30Z',
  '2026-04-04T14:30:30Z',
  '2026-10-03T14:30:30Z',
  '2026-10-24T23:30:30Z',
  '2026-11-01T04:30:30Z',
] as const;

describe('where the host has summer time', () => {
  const { TZ } = process.env;
  afterEach(() => {
    vi.useRealTimers();
    if (TZ === undefined) delete process.env['TZ'];
    else process.env['TZ'] = TZ;
  });

  it.each(ZONES.flatMap((zone) => NIGHTS.map((night) => [zone, night] as const)))(
    'turns at every minute in %s, in the four hours from %s',
    async (zone, night) => {
      process.env['TZ'] = zone;
      const from = Date.parse(night);
      vi.useFakeTimers({ now: from });
      const turns: number[] = [];
      const cron = everyMinute(async () => void turns.push(Date.now()), 1, silentLog);
      await vi.advanceTimersByTimeAsync(4 * HOUR);
      await cron.stop();

      const minutes = Array.from({ length: 240 }, (_, index) => from + 30_000 + index * 60_000);
      const minuteOf = (at: number) => Math.floor(at / 60_000);
      expect(turns.map(minuteOf)).toEqual([from, ...minutes].map(minuteOf));
    },
  );
});
