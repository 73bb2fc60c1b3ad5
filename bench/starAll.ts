import { openDatabase } from '../adapters/storage/database/database.ts';
import { createMemberWork } from '../adapters/storage/members/memberWork.ts';
import type { Instant } from '../src/clock.ts';
import { silentLog } from '../src/log.ts';
import type { MemberRef } from '../src/platform/target.ts';
import type { Talk } from '../src/schedule/schedule.ts';
import { sourceOf } from '../src/schedule/source.ts';

/** Each of these members starred these talks of the schedule at `address`. */
export async function starAll(
  databaseUrl: string,
  address: string,
  members: readonly MemberRef[],
  talksOf: (index: number) => readonly Pick<Talk, 'id' | 'start'>[],
  now: Instant,
): Promise<void> {
  const database = await openDatabase(databaseUrl, silentLog);
  const memberWork = createMemberWork(database, { now: () => now, sleep: async () => {} });
  const { key: conference } = sourceOf(address, undefined, 'operator');
  await memberWork.transaction(async (stores) => {
    for (const [index, ref] of members.entries()) {
      await stores.members.see({ ref, locale: 'en', seenAt: now }, ref.id);
      for (const { id: talk, start } of talksOf(index)) {
        await stores.stars.add(ref, { conference, talk, start }, now);
      }
    }
  });
  await database.close();
}
