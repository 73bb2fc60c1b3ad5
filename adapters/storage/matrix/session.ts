import type { Kysely } from 'kysely';
import type { Tables } from '../database/schema.ts';
import { inTransaction } from '../database/transaction.ts';
import { createSealing } from '../sealing.ts';

export interface KeptSession {
  readonly device: string;
  readonly token: string;
}

/** The device of an account that was logged in with a password, its token sealed with `key` (32 bytes). */
export function createMatrixSession(db: Kysely<Tables>, account: string, key: Uint8Array) {
  const sealing = createSealing(key);
  return {
    /** Throws where it was sealed with another key. */
    async find(): Promise<KeptSession | undefined> {
      const row = await db
        .selectFrom('matrix_sessions')
        .select(['device', 'sealed'])
        .where('account', '=', account)
        .executeTakeFirst();
      if (row === undefined || row.sealed === null) return undefined;
      return { device: row.device, token: sealing.open(row.sealed, account) };
    },

    /** Another device has heard nothing yet; the same one goes on where it was. */
    put({ device, token }: KeptSession): Promise<void> {
      const sealed = sealing.seal(token, account);
      return inTransaction(db, async (trx) => {
        await trx
          .deleteFrom('matrix_sessions')
          .where('account', '=', account)
          .where('device', '<>', device)
          .execute();
        await trx
          .insertInto('matrix_sessions')
          .values({ account, device, sealed, since: null })
          .onConflict((conflict) => conflict.column('account').doUpdateSet({ sealed }))
          .execute();
      });
    },
  };
}
