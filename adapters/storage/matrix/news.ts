import type { Kysely } from 'kysely';
import { type Instant, MINUTE_MS, systemClock } from '../../../src/clock.ts';
import type { Tables } from '../database/schema.ts';
import { inTransaction } from '../database/transaction.ts';

/** Something that happened, as JSON. */
export interface KeptNews {
  readonly key: string;
  readonly room: string;
  readonly news: string;
}

/** Of an account's device: up to where it has heard, and what is still to be handled. */
export function createMatrixNews(db: Kysely<Tables>, account: string) {
  let tidiedAt = Number.NEGATIVE_INFINITY;
  const tidy = async (now: Instant) => {
    if (Math.abs(now - tidiedAt) < MINUTE_MS) return;
    tidiedAt = now;
    await db.deleteFrom('matrix_news').where('forgotten_at', '<=', now).execute();
  };
  return {
    /** Undefined where this device has heard nothing yet: another one's place says nothing of it. */
    async since(device: string): Promise<string | undefined> {
      const row = await db
        .selectFrom('matrix_sessions')
        .select(['device', 'since'])
        .where('account', '=', account)
        .executeTakeFirst();
      return row?.device === device ? (row.since ?? undefined) : undefined;
    },

    /** The place and what came with it, both or neither; what is there already is left as it is. */
    keep: (device: string, since: string, all: readonly KeptNews[]) =>
      inTransaction(db, (trx) => keep(trx, account, { device, since, all })),

    /** The oldest first, but for these rooms'. */
    waiting: (limit: number, exceptRooms: readonly string[] = []) =>
      waiting(db, account, limit, exceptRooms),

    /** What was said goes at once; its key and what became of it stay for `keptMs`. */
    async settle(key: string, outcome: string | undefined, keptMs: number): Promise<void> {
      const now = systemClock.now();
      await db
        .updateTable('matrix_news')
        .set({ news: null, outcome: outcome ?? null, forgotten_at: now + keptMs })
        .where('account', '=', account)
        .where('key', '=', key)
        .execute();
      await tidy(now);
    },

    /** Undefined where nothing came of it, or it was too long ago. */
    async outcomeOf(key: string): Promise<string | undefined> {
      const row = await db
        .selectFrom('matrix_news')
        .select('outcome')
        .where('account', '=', account)
        .where('key', '=', key)
        .executeTakeFirst();
      return row?.outcome ?? undefined;
    },
  };
}

async function waiting(
  db: Kysely<Tables>,
  account: string,
  limit: number,
  exceptRooms: readonly string[],
): Promise<readonly KeptNews[]> {
  const rows = await db
    .selectFrom('matrix_news')
    .select(['key', 'room', 'news'])
    .where('account', '=', account)
    .where('forgotten_at', 'is', null)
    .$if(exceptRooms.length > 0, (query) => query.where('room', 'not in', exceptRooms))
    .orderBy('number')
    .limit(limit)
    .execute();
  return rows.map(({ key, room, news }) => ({ key, room, news: news ?? 'null' }));
}

interface Kept {
  readonly device: string;
  readonly since: string;
  readonly all: readonly KeptNews[];
}

async function keep(
  trx: Kysely<Tables>,
  account: string,
  { device, since, all }: Kept,
): Promise<void> {
  await trx
    .insertInto('matrix_sessions')
    .values({ account, device, sealed: null, since })
    .onConflict((conflict) => conflict.column('account').doUpdateSet({ device, since }))
    .execute();
  if (all.length === 0) return;
  const { last } = await trx
    .selectFrom('matrix_news')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('account', '=', account)
    .executeTakeFirstOrThrow();
  for (const [at, { key, room, news }] of all.entries()) {
    const number = Number(last ?? 0) + 1 + at;
    await trx
      .insertInto('matrix_news')
      .values({ account, key, number, room, news, outcome: null, forgotten_at: null })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}
