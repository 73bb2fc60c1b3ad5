import { DAY_MS, type Instant } from '../../clock.ts';
import type { ChangeLog, ChangeStep } from '../../outbox/changeLog.ts';
import type { CommunityRef } from '../../platform/target.ts';
import type { Communities } from '../../programme/communities.ts';
import type { Programme } from '../../programme/programme.ts';
import type { Talk, TalkId } from '../../schedule/schedule.ts';

export interface CanceledPorts {
  readonly changeLog: Pick<ChangeLog, 'since'>;
  readonly communities: Pick<Communities, 'byHandOf'>;
}

/** What is canceled stays for so long, for calendars that strike it. */
const CANCELED_STAYS_MS = 7 * DAY_MS;

/**
 * Talks without those that their source or the community canceled a week ago; where it is not known when
 * that was, they stay until they would be over so long.
 */
export async function shownInCalendars(
  { changeLog, communities }: CanceledPorts,
  { key, published }: Programme,
  community: CommunityRef | undefined,
  talks: readonly Talk[],
  now: Instant,
): Promise<readonly Talk[]> {
  if (!talks.some(isCanceled)) return talks;
  const since = now - CANCELED_STAYS_MS;
  const { knownFrom, steps } = await changeLog.since(key, since);
  const isLogged = knownFrom !== undefined && knownFrom <= since;
  const ofSource = new Set(published.talks.filter(isCanceled).map(({ id }) => id));
  const recent = canceledIn(steps);
  const byHand = community === undefined ? [] : await communities.byHandOf(community, key);
  const byHandAt = new Map(byHand.map(({ talk, at }) => [talk, at]));
  return talks.filter((talk) => {
    if (!isCanceled(talk)) return true;
    if (ofSource.has(talk.id)) return isLogged ? recent.has(talk.id) : talk.end > since;
    return (byHandAt.get(talk.id) ?? talk.end) > since;
  });
}

function isCanceled({ status }: Talk): boolean {
  return status === 'canceled';
}

function canceledIn(steps: readonly ChangeStep[]): ReadonlySet<TalkId> {
  let recent: ReadonlySet<TalkId> = new Set();
  for (const { changes, ids } of steps) {
    const canceled = changes.filter(({ kind }) => kind === 'canceled').map(({ talk }) => talk);
    recent = new Set([...[...recent].map((id) => ids.get(id) ?? id), ...canceled]);
  }
  return recent;
}
