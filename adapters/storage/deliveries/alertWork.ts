import type { Kysely } from 'kysely';
import type { AlertStores, AlertWork } from '../../../src/announcements/alerting/alertWork.ts';
import type { Subject } from '../../../src/outbox/delivery.ts';
import { type LaneOf, laneOfPlatform } from '../../../src/platform/messenger.ts';
import { createAlertChannels } from '../alerts/alertChannels.ts';
import { createAlerts } from '../alerts/alerts.ts';
import { createCommunities } from '../communities/communities.ts';
import type { Database } from '../database/database.ts';
import type { Tables } from '../database/schema.ts';
import { retried } from '../database/transaction.ts';
import { createSpeakerClaims } from '../speakerClaims.ts';
import { createOutbox } from './outbox.ts';
import { allRefused } from './reachability.ts';
import { createSubscriptions } from './subscriptions.ts';

/** Beside the watermark: when all was last looked at. */
const ALERTS = 'alerts';

export function createAlertWork(
  { kysely }: Pick<Database, 'kysely'>,
  laneOf: LaneOf = laneOfPlatform,
): AlertWork {
  return {
    transaction: (work) =>
      retried(kysely, async (trx) => {
        await takeTurn(trx);
        return work({
          outbox: createOutbox(trx, laneOf),
          channels: createAlertChannels(trx),
          alerts: createAlerts(trx),
          subscriptions: createSubscriptions(trx),
          communities: createCommunities(trx),
          speakerClaims: createSpeakerClaims(trx),
          refused: () => allRefused(trx),
          overdue: (by) => overdue(trx, by),
        });
      }),
  };
}

/** Whoever writes the row first has the others wait: what is not there cannot be locked. */
async function takeTurn(trx: Kysely<Tables>): Promise<void> {
  await trx
    .insertInto('watermarks')
    .values({ name: ALERTS, at: 0 })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ at: 0 }))
    .execute();
}

/** Edits, for which nobody waits, and what is told here itself. */
const NOT_WAITED_FOR: readonly Subject['kind'][] = ['list', 'formerList', 'correction', 'alert'];

async function overdue(trx: Kysely<Tables>, by: number): ReturnType<AlertStores['overdue']> {
  const rows = await trx
    .selectFrom('outbox')
    .select(['platform', 'community'])
    .select(({ fn }) => fn.min('due_at').as('since'))
    .where('ready_at', 'is not', null)
    .where('community', 'is not', null)
    .where('kind', 'not in', NOT_WAITED_FOR)
    .where('due_at', '<=', by)
    .groupBy(['platform', 'community'])
    .execute();
  return rows.map(({ platform, community, since }) => ({
    community: { platform, id: community ?? '' },
    since,
  }));
}
