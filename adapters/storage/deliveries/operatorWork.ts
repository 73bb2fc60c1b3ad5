import type { Kysely } from 'kysely';
import type { OperatorStores, OperatorWork } from '../../../src/app/watch.ts';
import type { Spell } from '../../../src/outbox/spell.ts';
import { type Trouble, troubleKey } from '../../../src/outbox/trouble.ts';
import { type LaneOf, laneOfPlatform } from '../../../src/platform/messenger.ts';
import type { Database } from '../database/database.ts';
import type { Tables, TroubleRow } from '../database/schema.ts';
import { retried } from '../database/transaction.ts';
import { ANNOUNCER } from './lapses.ts';
import { createOutbox } from './outbox.ts';

/** Beside the watermark: when all was last looked at. */
const WATCH = 'operator';

export function createOperatorWork(
  { kysely }: Pick<Database, 'kysely'>,
  laneOf: LaneOf = laneOfPlatform,
): OperatorWork {
  return {
    transaction: (work) =>
      retried(kysely, async (trx) => {
        await takeTurn(trx);
        return work({ outbox: createOutbox(trx, laneOf), spells: createSpells(trx) });
      }),
    lastTickAt: async () => {
      const row = await kysely
        .selectFrom('watermarks')
        .select('at')
        .where('name', '=', ANNOUNCER)
        .executeTakeFirst();
      return row?.at;
    },
  };
}

/** Whoever writes the row first has the others wait: what is not there cannot be locked. */
async function takeTurn(trx: Kysely<Tables>): Promise<void> {
  await trx
    .insertInto('watermarks')
    .values({ name: WATCH, at: 0 })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ at: 0 }))
    .execute();
}

function createSpells(trx: Kysely<Tables>): OperatorStores['spells'] {
  return {
    all: async () => {
      const rows = await trx.selectFrom('troubles').selectAll().orderBy('name').execute();
      return rows.map(spellOf);
    },
    keep: async ({ trouble, since, seenAt, overAt, returns }) => {
      const row: TroubleRow = {
        ...{ name: troubleKey(trouble), kind: trouble.kind, since, returns },
        ...{ seen_at: seenAt, over_at: overAt ?? null },
        platform: 'platform' in trouble ? trouble.platform : null,
      };
      await trx
        .insertInto('troubles')
        .values(row)
        .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
        .execute();
    },
  };
}

function spellOf({ kind, platform, since, seen_at, over_at, returns }: TroubleRow): Spell<Trouble> {
  return {
    trouble: kind === 'platform' || kind === 'late' ? { kind, platform: platform ?? '' } : { kind },
    ...{ since, seenAt: seen_at, returns },
    ...(over_at === null ? {} : { overAt: over_at }),
  };
}
