import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { createCommunities } from '../communities/communities.ts';
import type { Tables } from '../database/schema.ts';
import { inTransaction } from '../database/transaction.ts';
import { createLinking } from '../members/linking.ts';
import { createPersonalData } from '../members/personalData.ts';

const PLATFORM = 'slack';

/** What is kept about Slack's workspaces. */
export function createSlackWorkspaces(db: Kysely<Tables>) {
  return {
    erase: (team: string): Promise<void> => inTransaction(db, (trx) => erase(trx, team)),
  };
}

/** A member who is linked to an account elsewhere keeps the list there. */
async function erase(trx: Kysely<Tables>, team: string): Promise<void> {
  await trx.deleteFrom('slack_installations').where('team', '=', team).execute();
  await createCommunities(trx).forget({ platform: PLATFORM, id: team });
  const members = await trx
    .selectFrom('members')
    .select('id')
    .where('platform', '=', PLATFORM)
    .where('id', 'like', `${team}/%`)
    .execute();
  for (const { id } of members) {
    const member = { platform: PLATFORM, id };
    await createLinking(trx).part(member, randomUUID());
    await createPersonalData(trx).erase(member);
  }
}
