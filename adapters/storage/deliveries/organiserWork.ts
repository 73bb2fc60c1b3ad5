import type { OrganiserWork } from '../../../src/commands/conference/ports.ts';
import { createActs } from '../acts.ts';
import { createCommunities } from '../communities/communities.ts';
import { createInterest } from '../communities/interest.ts';
import { createNamedRoles } from '../communities/namedRoles.ts';
import type { Database } from '../database/database.ts';
import { retried } from '../database/transaction.ts';
import { createSubscriptions } from './subscriptions.ts';

export function createOrganiserWork({ kysely }: Database): OrganiserWork {
  return {
    transaction: (work) =>
      retried(kysely, (trx) =>
        work({
          communities: createCommunities(trx),
          subscriptions: createSubscriptions(trx),
          acts: createActs(trx),
          namedRoles: createNamedRoles(trx),
          interest: createInterest(trx),
        }),
      ),
  };
}
