import { createMemberWork } from '../../adapters/storage/members/memberWork.ts';
import { createStores } from '../../adapters/storage/stores.ts';
import type { OwnAddresses } from '../../src/agenda/calendar/address.ts';
import type { Members } from '../../src/agenda/member.ts';
import type { AlertWork } from '../../src/announcements/alerting/alertWork.ts';
import type { RehearsalStores } from '../../src/cli/rehearsing/rehearse.ts';
import { systemClock } from '../../src/clock.ts';
import type { ChangeLog } from '../../src/outbox/changeLog.ts';
import type { AlertChannels } from '../../src/outbox/kinds/alert.ts';
import type { Acts } from '../../src/programme/acts.ts';
import type { Communities } from '../../src/programme/communities.ts';
import { openMemory } from './memory.ts';

interface Also {
  readonly alertWork: AlertWork;
  readonly alertChannels: AlertChannels;
  readonly acts: Acts;
  readonly communities: Communities;
  readonly members: Members;
  readonly addresses: OwnAddresses;
  readonly changeLog: ChangeLog;
}

/** Empty storage in memory, with the stores that a rehearsal needs. */
export async function openRehearsalStores(): Promise<RehearsalStores & Also> {
  const database = await openMemory();
  const memberWork = createMemberWork.bind(undefined, database);
  return { ...createStores(database, systemClock), memberWork };
}
