import type { Kysely } from 'kysely';
import type { MemberStores, MemberWork } from '../../../src/agenda/memberWork.ts';
import type { Clock } from '../../../src/clock.ts';
import { type LaneOf, laneOfPlatform } from '../../../src/platform/messenger.ts';
import type { Database } from '../database/database.ts';
import type { Tables } from '../database/schema.ts';
import { retried } from '../database/transaction.ts';
import { createOutbox } from '../deliveries/outbox.ts';
import type { Sealing } from '../sealing.ts';
import { createSpeakerClaims } from '../speakerClaims.ts';
import { createFollows } from './follows.ts';
import { createLinking } from './linking.ts';
import { createMembers } from './members.ts';
import { createOwnAddresses } from './ownAddresses.ts';
import { createPersonalData } from './personalData.ts';
import { createRetentionRecord } from './retention.ts';
import { createStars } from './stars.ts';

export function createMemberWork(
  { kysely, scrub }: Database,
  clock: Clock,
  laneOf: LaneOf = laneOfPlatform,
  sealing?: Sealing,
): MemberWork {
  return {
    transaction: async (work) => {
      let hasErased = false;
      const noting = (stores: MemberStores): MemberStores => ({
        ...stores,
        personal: noteErasing(stores.personal, () => {
          hasErased = true;
        }),
      });
      const result = await retried(kysely, (trx) =>
        work(noting(memberStores(trx, laneOf, sealing)), clock.now()),
      );
      if (hasErased) await scrub();
      return result;
    },
  };
}

function noteErasing(
  personal: MemberStores['personal'],
  note: () => void,
): MemberStores['personal'] {
  return {
    ...personal,
    erase: (member) => {
      note();
      return personal.erase(member);
    },
    eraseConferences: (conferences) => {
      note();
      return personal.eraseConferences(conferences);
    },
    erasePeople: (ids) => {
      note();
      return personal.erasePeople(ids);
    },
  };
}

export function memberStores(
  db: Kysely<Tables>,
  laneOf: LaneOf = laneOfPlatform,
  sealing?: Sealing,
): MemberStores {
  return {
    members: createMembers(db),
    stars: createStars(db),
    follows: createFollows(db),
    speakerClaims: createSpeakerClaims(db),
    addresses: createOwnAddresses(db, sealing),
    linking: createLinking(db),
    personal: createPersonalData(db),
    retention: createRetentionRecord(db),
    outbox: createOutbox(db, laneOf),
  };
}
