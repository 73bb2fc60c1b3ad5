import type { Kysely } from 'kysely';
import type { MemberStores, MemberWork } from '../../../src/agenda/memberWork.ts';
import type { Clock } from '../../../src/clock.ts';
import { type LaneOf, laneOfPlatform } from '../../../src/platform/messenger.ts';
import type { Database } from '../database/database.ts';
import type { Tables } from '../database/schema.ts';
import { retried } from '../database/transaction.ts';
import { createOutbox } from '../deliveries/outbox.ts';
import { createLinking } from './linking.ts';
import { createMembers } from './members.ts';
import { createPersonalData } from './personalData.ts';
import { createStars } from './stars.ts';

export function createMemberWork(
  { kysely }: Database,
  clock: Clock,
  laneOf: LaneOf = laneOfPlatform,
): MemberWork {
  return {
    transaction: (work) => retried(kysely, (trx) => work(memberStores(trx, laneOf), clock.now())),
  };
}

export function memberStores(db: Kysely<Tables>, laneOf: LaneOf = laneOfPlatform): MemberStores {
  return {
    members: createMembers(db),
    stars: createStars(db),
    linking: createLinking(db),
    personal: createPersonalData(db),
    outbox: createOutbox(db, laneOf),
  };
}
