import { afterEach, describe, expect, it, vi } from 'vitest';
import { everyMinute } from '../../../adapters/cron/everyMinute.ts';
import { silentLog } from '../../../src/log.ts';

const { TZ } = process.env;
afterEach(() => {
  vi.useRealTimers();
  if (TZ === undefined) delete process.env['TZ'];
  else process.env['TZ'] = TZ;
});

it.each([
  ['minute', 1, 60_000],
  // Beside a clock that runs faster.
  ['second', 60, 1_000],
])(
  'turns at once and then every %s, one turn at a time, whatever a turn does',
  async (_, speed, everyMs) => {
    const began: number[] = [];
    const errors: string[] = [];
    let running = 0;
    let most = 0;
    vi.useFakeTimers({ now: Date.UTC(2020, 1, 1, 9) });
    const start = Date.now();
    const cron = everyMinute(
      async () => {
        began.push(Date.now() - start);
        running += 1;
        most = Math.max(most, running);
        const isFirst = began.length === 1;
        await new Promise((resolve) => setTimeout(resolve, isFirst ? 1.3 * everyMs : 10));
        running -= 1;
        if (isFirst) throw new Error('The first turn fails');
      },
      speed,
      { ...silentLog, error: (_facts, message) => errors.push(message) },
    );
    expect(began).toEqual([0]);

    await vi.advanceTimersByTimeAsync(3.5 * everyMs);
    await cron.stop();
    await vi.advanceTimersByTimeAsync(2 * everyMs);

    expect(most).toBe(1);
    expect(began.map((at) => Math.round(at / everyMs))).toEqual([0, 2, 3]);
    expect(errors).toEqual(['A turn of the cron failed']);
  },
);

it('waits at its stop for a turn under way', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  let isStopped = false;
  vi.useFakeTimers();
  const cron = everyMinute(() => promise, 1, silentLog);

  const stopped = cron.stop().then(() => {
    isStopped = true;
  });
  await vi.advanceTimersByTimeAsync(120_000);
  expect(isStopped).toBe(false);

  resolve();
  await stopped;
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
