import { z } from 'zod';
import { openDatabase } from '../../adapters/storage/database/database.ts';
import { createStores } from '../../adapters/storage/stores.ts';
import { createAnnouncing } from '../../src/app/announcing.ts';
import { stopwatch, systemClock } from '../../src/clock.ts';
import { createPace } from '../../src/courier/pace.ts';
import { silentMeter } from '../../src/log/meter.ts';
import { silentLog } from '../../src/log.ts';
import type { Timetable } from '../../src/schedule/timetable.ts';
import { createTalkIndex } from '../../src/search/talkIndex.ts';
import { feedOf } from '../../test/support/feeds.ts';
import { keyOf } from '../../test/support/names.ts';
import { KEY } from './starfield.ts';

export const readyLine = z.object({
  readyMs: z.number(),
  residentMb: z.number(),
  timetables: z.number(),
  indexes: z.number(),
});

export type Ready = z.infer<typeof readyLine>;

const MEGABYTE = 1_048_576;

if (import.meta.main) console.log(JSON.stringify(await becomeReady(process.argv[2] ?? '')));

/** Opens every conference in use, is asked in every community, and holds what that takes. */
async function becomeReady(databaseUrl: string): Promise<Ready> {
  const began = performance.now();
  const database = await openDatabase(databaseUrl, silentLog);
  const stores = createStores(database, systemClock);
  let indexes = 0;
  const { keeper, programmes, turn } = createAnnouncing({
    ...stores,
    feed: feedOf(async () => ({ kind: 'unchanged' })),
    stopwatch,
    defaultSource: { key: keyOf(KEY), address: 'kept', trust: 'operator' },
    refreshMinutes: 30,
    decode: () => Promise.reject(new Error('Not asked here.')),
    indexing: {
      makeIndex: (conference) => {
        indexes += 1;
        return createTalkIndex(conference);
      },
      signal: new AbortController().signal,
      log: silentLog,
    },
    messengers: new Map(),
    clock: systemClock,
    pace: createPace(1),
    log: silentLog,
    meter: silentMeter,
    owner: 'bench',
    random: () => 0,
  });
  await keeper.open({ key: keyOf(KEY), address: 'kept', trust: 'operator' });
  await turn();
  const timetables = new Set<Timetable>();
  for (const { community } of await stores.communities.choices()) {
    const { timetable, index } = await programmes.of(community);
    timetables.add(timetable);
    index.suggest('podman', { limit: 1 });
  }
  const readyMs = performance.now() - began;
  globalThis.gc?.();
  const residentMb = process.memoryUsage.rss() / MEGABYTE;
  await database.close();
  return { readyMs, residentMb, timetables: timetables.size, indexes };
}
