import { openDatabase } from '../adapters/storage/database/database.ts';
import { createAgendaLedger } from '../adapters/storage/members/agendaLedger.ts';
import type { Instant } from '../src/clock.ts';
import { silentLog } from '../src/log.ts';
import type { MemberRef } from '../src/platform/target.ts';
import type { Talk } from '../src/schedule/model.ts';
import { sourceOf } from '../src/schedule/source.ts';

/** Each of these members starred that talk of the schedule at `address`. */
export async function starAll(
  databaseUrl: string,
  members: readonly MemberRef[],
  address: string,
  talk: Talk,
  now: Instant,
): Promise<void> {
  const database = await openDatabase(databaseUrl, silentLog);
  const ledger = createAgendaLedger(database, { now: () => now, sleep: async () => {} });
  const star = {
    conference: sourceOf(address, undefined, 'operator').key,
    talk: talk.id,
    start: talk.start,
  };
  await ledger.write(async (stores) => {
    for (const ref of members) {
      await stores.members.see({ ref, locale: 'en', seenAt: now }, ref.id);
      await stores.stars.add(ref, star, now);
    }
  });
  await database.close();
}
