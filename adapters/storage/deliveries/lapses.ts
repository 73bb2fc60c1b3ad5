import type { Kysely } from 'kysely';
import type { Instant } from '../../../src/clock.ts';
import { type Lapse, type Lapses, LONGEST_PAUSE_MS } from '../../../src/outbox/lapse.ts';
import type { Tables } from '../database/schema.ts';

/** The end of the last planned window. */
export const ANNOUNCER = 'announcer';

/** Both ends of what is remembered of lapses, each beside the watermark. */
const RESTORED = { from: 'restored-from', until: 'restored-until' } as const;
const PAUSED = { from: 'paused-from', until: 'paused-until' } as const;

export function createLapses(db: Kysely<Tables>): Lapses {
  return {
    restored: async (until) => {
      const from = (await readAll(db)).get(ANNOUNCER);
      if (from === undefined) return undefined;
      await keep(db, RESTORED, { from, until });
      return { from, until, isRestored: true };
    },
  };
}

/** The last lapse there was, be it over or not: no tick since long ago is one that goes on. */
export async function lapseAt(db: Kysely<Tables>, now: Instant): Promise<Lapse | undefined> {
  const marks = await readAll(db);
  const restored = spanOf(marks, RESTORED);
  const ticked = marks.get(ANNOUNCER);
  const isPaused = ticked !== undefined && now - ticked > LONGEST_PAUSE_MS;
  const paused = isPaused ? { from: ticked, until: now } : spanOf(marks, PAUSED);
  if (restored === undefined || (paused?.until ?? 0) > restored.until) {
    // Until the first tick after it, a restored database has paused since the same moment.
    return paused && { ...paused, isRestored: paused.from === restored?.from };
  }
  return { ...restored, isRestored: true };
}

/** Remembers the pause that ends with a tick, where it was one. */
export async function notePause(db: Kysely<Tables>, until: Instant): Promise<void> {
  const from = (await readAll(db)).get(ANNOUNCER) ?? until;
  if (until - from > LONGEST_PAUSE_MS) await keep(db, PAUSED, { from, until });
}

async function readAll(db: Kysely<Tables>): Promise<ReadonlyMap<string, Instant>> {
  const rows = await db.selectFrom('watermarks').selectAll().execute();
  return new Map(rows.map(({ name, at }) => [name, at]));
}

type Names = Readonly<Record<keyof Ends, string>>;
type Ends = Pick<Lapse, 'from' | 'until'>;

function spanOf(marks: ReadonlyMap<string, Instant>, names: Names): Ends | undefined {
  const from = marks.get(names.from);
  const until = marks.get(names.until);
  return from === undefined || until === undefined ? undefined : { from, until };
}

async function keep(db: Kysely<Tables>, names: Names, { from, until }: Ends): Promise<void> {
  const rows = [
    { name: names.from, at: from },
    { name: names.until, at: until },
  ];
  await db
    .insertInto('watermarks')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet((eb) => ({ at: eb.ref('excluded.at') })),
    )
    .execute();
}
