import type { Kysely } from 'kysely';
import type { Tables } from '../database/schema.ts';
import { createSealing } from '../sealing.ts';

/** Where the app was installed, with its tokens, sealed with `key` (32 bytes); by workspace. */
export function createSlackInstallations(db: Kysely<Tables>, key: Uint8Array) {
  const sealing = createSealing(key);
  return {
    async put(team: string, installation: string): Promise<void> {
      const sealed = sealing.seal(installation, team);
      await db
        .insertInto('slack_installations')
        .values({ team, sealed })
        .onConflict((conflict) => conflict.column('team').doUpdateSet({ sealed }))
        .execute();
    },

    async find(team: string): Promise<string | undefined> {
      const row = await db
        .selectFrom('slack_installations')
        .select('sealed')
        .where('team', '=', team)
        .executeTakeFirst();
      return row === undefined ? undefined : sealing.open(row.sealed, team);
    },

    /** Puts nothing where nothing is. */
    async renew(team: string, installation: string): Promise<void> {
      const sealed = sealing.seal(installation, team);
      await db
        .updateTable('slack_installations')
        .set({ sealed })
        .where('team', '=', team)
        .execute();
    },

    async teams(): Promise<readonly string[]> {
      const rows = await db
        .selectFrom('slack_installations')
        .select('team')
        .orderBy('team')
        .execute();
      return rows.map(({ team }) => team);
    },
  };
}
