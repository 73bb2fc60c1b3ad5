import { expect, it } from 'vitest';
import { createAnnouncer } from '../../src/announcements/announcements.ts';
import { silentMeter } from '../../src/log/meter.ts';
import { silentLog } from '../../src/log.ts';
import { keyOf } from '../support/names.ts';
import { openRehearsalStores } from '../support/rehearsalStores.ts';

const NOON = Date.UTC(2020, 1, 1, 12);

it('ticks once more when it is asked to during a tick, however often', async () => {
  const { announcerWork } = await openRehearsalStores();
  const turns: number[] = [];
  let now = NOON;
  const announcer = createAnnouncer({
    announcerWork: {
      transaction: (work) => {
        turns.push(now);
        return announcerWork.transaction(work);
      },
    },
    programmes: { view: () => undefined },
    defaultConference: keyOf('none'),
    clock: { now: () => now, sleep: async () => undefined },
    log: silentLog,
    meter: silentMeter,
  });

  const first = announcer.tick();
  now += 1;
  await Promise.all([first, announcer.tick(), announcer.tick()]);

  expect(turns).toEqual([NOON, NOON + 1]);
  expect(announcer.status()).toEqual({ lastTickAt: NOON + 1, failedTicks: 0 });
  expect(await announcerWork.transaction(({ watermark }) => watermark.read())).toBe(NOON + 1);
});
