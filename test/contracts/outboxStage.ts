import type { Database } from '../../adapters/storage/database/database.ts';
import { createOutbox } from '../../adapters/storage/deliveries/outbox.ts';
import { createOutboxQueue } from '../../adapters/storage/deliveries/outboxQueue.ts';
import { createSentAnnouncements } from '../../adapters/storage/deliveries/sentAnnouncements.ts';
import { createLaneLeases } from '../../adapters/storage/leases.ts';
import { type Delivery, delivery } from '../../src/outbox/delivery.ts';
import { listDelivery } from '../../src/outbox/kinds/memberList.ts';
import type { ClaimRequest } from '../../src/outbox/outbox.ts';
import type { LaneOf } from '../../src/platform/messenger.ts';
import { keyOf } from '../support/names.ts';

export const MINUTE = 60_000;
export const TEN = Date.UTC(2020, 1, 1, 10);
export const DUE = TEN - 10 * MINUTE;

/** One lane of an outbox, claimed from with its lease. */
export function prepare(database: Database, laneOf: LaneOf = () => 'lane') {
  const queue = createOutboxQueue(database, laneOf);
  const leases = createLaneLeases(database.kysely);
  return {
    outbox: createOutbox(database.kysely, laneOf),
    queue,
    leases,
    sent: createSentAnnouncements(database.kysely, database.dialect),
    claim: async (rest: Partial<ClaimRequest> = {}) => {
      const asked = { ...request(), ...rest };
      if (rest.owner !== 'somebody else') {
        await leases.hold('lane', asked.owner, asked.now, asked.now + MINUTE);
      }
      return queue.claim(asked);
    },
  };
}

export function request(): ClaimRequest {
  return {
    lane: 'lane',
    owner: 'us',
    now: DUE,
    leaseUntil: DUE + MINUTE,
    limit: 10,
    exceptTargets: [],
    explain: ({ waits }) => waits,
  };
}

export function announcement(talk: string, start = TEN, channel = '#a'): Delivery {
  return delivery(
    {
      target: { kind: 'channel', platform: 'chat', community: 'us', channel },
      conference: keyOf('conf'),
    },
    { kind: 'announcement', talk, start },
    { dueAt: start - 10 * MINUTE, expiresAt: start + 5 * MINUTE },
  );
}

export function list(at: number, member = 'ada'): Delivery {
  const target = { kind: 'member', platform: 'chat', member } as const;
  return listDelivery({ target, conference: keyOf('conf') }, at);
}
