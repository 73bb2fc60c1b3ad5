import { DAY_MS, type Instant } from '../clock.ts';
import type { ConferenceKey } from '../schedule/source.ts';
import type { Versions } from '../schedule/versions.ts';
import type { MemberWork } from './memberWork.ts';

export interface RetentionParts {
  readonly memberWork: MemberWork;
  readonly versions: Pick<Versions, 'numbers' | 'latest'>;
}

/**
 * Erases what is kept about members of conferences whose last day ended `retentionDays` ago or
 * longer, and members without a list who were not seen for so long. To be run once a day; returns
 * how many stars went.
 */
export async function eraseExpired(
  { memberWork, versions }: RetentionParts,
  retentionDays: number,
  now: Instant,
): Promise<number> {
  const before = now - retentionDays * DAY_MS;
  const over: ConferenceKey[] = [];
  for (const key of (await versions.numbers()).keys()) {
    const lastDay = (await versions.latest(key))?.conference.days.at(-1);
    if (lastDay !== undefined && lastDay.end <= before) over.push(key);
  }
  return memberWork.transaction(({ personal }) => personal.eraseConferences(over, before));
}
