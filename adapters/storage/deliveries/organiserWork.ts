import type { OrganiserWork } from '../../../src/commands/conference/ports.ts';
import { type LaneOf, laneOfPlatform } from '../../../src/platform/messenger.ts';
import { createActs } from '../acts.ts';
import { createAlertChannels } from '../alerts/alertChannels.ts';
import { createAlerts } from '../alerts/alerts.ts';
import { createCommunities } from '../communities/communities.ts';
import { createFollowSpread } from '../communities/followSpread.ts';
import { createInterest } from '../communities/interest.ts';
import { createNamedRoles } from '../communities/namedRoles.ts';
import type { Database } from '../database/database.ts';
import { retried } from '../database/transaction.ts';
import { createSpeakerClaims } from '../speakerClaims.ts';
import { createOutbox } from './outbox.ts';
import { createSays } from './says.ts';
import { createSubscriptions } from './subscriptions.ts';

export function createOrganiserWork(
  { kysely, dialect }: Database,
  laneOf: LaneOf = laneOfPlatform,
): OrganiserWork {
  return {
    transaction: (work) =>
      retried(kysely, (trx) =>
        work({
          communities: createCommunities(trx),
          subscriptions: createSubscriptions(trx),
          acts: createActs(trx),
          namedRoles: createNamedRoles(trx),
          interest: createInterest(trx),
          follows: createFollowSpread(trx),
          outbox: createOutbox(trx, laneOf),
          alertChannels: createAlertChannels(trx),
          alerts: createAlerts(trx),
          says: createSays(trx, dialect),
          speakerClaims: createSpeakerClaims(trx),
        }),
      ),
  };
}
