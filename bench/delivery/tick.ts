import { openDatabase } from '../../adapters/storage/database/database.ts';
import { createStores } from '../../adapters/storage/stores.ts';
import { createAnnouncer } from '../../src/announcements/announcements.ts';
import { silentMeter } from '../../src/log/meter.ts';
import { silentLog } from '../../src/log.ts';
import { keyOf } from '../../test/support/names.ts';
import { programmeOf } from '../../test/support/programmes.ts';
import { median, type Verdict } from '../verdict.ts';
import type { Databases } from './databases.ts';
import { FROM, KEY, MINUTE_MS, STARS_A_MEMBER, sowStars, tenTalks } from './starfield.ts';

const PROMISED_RATIO = 2;
const DUE_A_MINUTE = 1_000;
/** The first is not counted: it plans a whole day. */
const TICKS = 9;

/** Ticks with 1,000 stars due, among ever more stars that are not; the sizes take turns. */
export async function benchTick(
  { name, createUrl }: Databases,
  sizes: readonly number[],
): Promise<readonly Verdict[]> {
  const fields = [];
  for (const stars of sizes) fields.push(await openField(await createUrl(), stars));
  for (let tick = 0; tick < TICKS; tick += 1) {
    for (const field of fields) await field.tick(tick);
  }
  for (const field of fields) await field.close();
  const costs = fields.map(({ times }) => median(times.slice(1)));
  const [smallest = Number.NaN] = costs;
  return fields.slice(1).map(({ stars }, index) => {
    const cost = costs[index + 1] ?? Number.NaN;
    return {
      promise: `${name}: a tick with 1,000 due among ${words(stars)} stars at most ${PROMISED_RATIO} × the one among ${words(sizes[0])}`,
      measured: `${(cost / smallest).toFixed(2)} × (${cost.toFixed(0)} ms against ${smallest.toFixed(0)} ms)`,
      isKept: cost / smallest <= PROMISED_RATIO,
    };
  });
}

async function openField(url: string, stars: number) {
  const database = await openDatabase(url, silentLog);
  let now = FROM;
  const clock = { now: () => now, sleep: async () => undefined };
  const stores = createStores(database, clock);
  const programme = programmeOf(KEY, tenTalks());
  await sowStars(database, stars / STARS_A_MEMBER, { minutes: TICKS, aMinute: DUE_A_MINUTE });
  const announcer = createAnnouncer({
    announcerWork: stores.announcerWork,
    programmes: { view: () => programme },
    defaultConference: keyOf(KEY),
    clock,
    log: silentLog,
    meter: silentMeter,
  });
  const times: number[] = [];
  return {
    stars,
    times,
    tick: async (index: number) => {
      now = FROM + (index + 1) * MINUTE_MS;
      const began = performance.now();
      await announcer.tick();
      times.push(performance.now() - began);
      const { pending } = await stores.outbox.counts();
      const expected = (index + 1) * DUE_A_MINUTE;
      if (pending !== expected) throw new Error(`${pending} deliveries instead of ${expected}`);
    },
    close: () => database.close(),
  };
}

function words(count: number | undefined): string {
  return (count ?? 0).toLocaleString('en');
}
