import { z } from 'zod';
import { openDatabase } from '../../adapters/storage/database/database.ts';
import { createStores } from '../../adapters/storage/stores.ts';
import { createAnnouncing } from '../../src/app/announcing.ts';
import { systemClock } from '../../src/clock.ts';
import { silentLog } from '../../src/log.ts';
import type { TalkIndex } from '../../src/search/talkIndex.ts';
import { KEY } from './starfield.ts';

export const readyLine = z.object({
  readyMs: z.number(),
  residentMb: z.number(),
  /** Different indexes that are held. */
  programmes: z.number(),
});

export type Ready = z.infer<typeof readyLine>;

const MEGABYTE = 1_048_576;

if (import.meta.main) console.log(JSON.stringify(await becomeReady(process.argv[2] ?? '')));

/** Opens every conference in use and the programme of every community, and holds them. */
async function becomeReady(databaseUrl: string): Promise<Ready> {
  const began = performance.now();
  const database = await openDatabase(databaseUrl, silentLog);
  const stores = createStores(database, systemClock);
  const { keeper, programmes, announcer } = createAnnouncing({
    ...stores,
    feed: { fetch: async () => ({ kind: 'unchanged' }) },
    defaultSource: { key: KEY, address: 'kept', trust: 'operator' },
    refreshMinutes: 30,
    decode: () => Promise.reject(new Error('Not asked here.')),
    messengers: new Map(),
    laneOf: ({ platform }) => platform,
    clock: systemClock,
    speed: 1,
    log: silentLog,
    owner: 'bench',
    random: () => 0,
  });
  await keeper.open({ key: KEY, address: 'kept', trust: 'operator' });
  await programmes.openAll();
  const indexes = new Set<TalkIndex>();
  for (const { community } of await stores.communities.choices()) {
    indexes.add((await programmes.of(community)).index);
  }
  await announcer.tick();
  const readyMs = performance.now() - began;
  globalThis.gc?.();
  const residentMb = process.memoryUsage.rss() / MEGABYTE;
  await database.close();
  return { readyMs, residentMb, programmes: indexes.size };
}
