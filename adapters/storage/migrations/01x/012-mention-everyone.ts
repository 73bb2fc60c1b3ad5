import { type Kysely, sql } from 'kysely';

/** Discord's role that holds everybody was kept under its id, which is the server's. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`update subscriptions set mention = 'everyone'
    where platform = 'discord' and mention = community`.execute(db);
}
