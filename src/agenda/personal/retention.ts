import { DAY_MS, type Instant, MINUTE_MS } from '../../clock.ts';
import type { Conference, TalkId } from '../../schedule/schedule.ts';
import type { ConferenceKey } from '../../schedule/source.ts';
import { recordingsOf } from '../../schedule/talkLinks.ts';
import type { Versions } from '../../schedule/versions.ts';
import type { MemberStores, MemberWork } from '../memberWork.ts';
import type { EndedConference } from './personalData.ts';
import { personName } from './retentionRecord.ts';

/** Clocks of two processes differ a little. */
const AGREEMENT_MS = MINUTE_MS;
/** Longer than a program stands still for an update; what goes astray by less cannot erase anything. */
const LONGEST_GAP_MS = DAY_MS / 2;
const STEADY_AFTER_MS = DAY_MS;
const ERASED_AFTER_MS = DAY_MS;
/** Recordings come months later. As long, the lists and follows of those who wish to hear of them wait for them; their button says so. */
const RECORDINGS_AWAITED_MS = 180 * DAY_MS;

/** Takes note that it is `now`, and tells whether the clock has agreed with itself for a day. */
export function isClockSteady(memberWork: MemberWork, now: Instant): Promise<boolean> {
  return memberWork.transaction(async ({ retention }) => {
    const before = await retention.clock();
    const isAstray =
      before === undefined ||
      now < before.last - AGREEMENT_MS ||
      now > before.last + LONGEST_GAP_MS;
    const since = isAstray ? now : before.since;
    await retention.setClock({ since, last: now });
    return now - since >= STEADY_AFTER_MS;
  });
}

export interface RetentionParts {
  readonly memberWork: MemberWork;
  readonly versions: Pick<Versions, 'numbers' | 'latest'>;
}

export interface Erased {
  readonly stars: number;
  /** Of which nothing is kept about members any more, nor need be what changed there. */
  readonly conferences: readonly ConferenceKey[];
  /** Records of deliveries, and of what organisers did, that were of no use any more by then may go. */
  readonly deliveriesBefore: Instant | undefined;
}

/**
 * Marks what is kept about members of conferences whose last day ended `retentionDays` ago or
 * longer, and members without a list who were not seen for so long; erases what was marked a day ago
 * and still is to be, but for what waits for a recording. To be run once a day, by a clock that is steady.
 */
export async function eraseExpired(
  { memberWork, versions }: RetentionParts,
  retentionDays: number,
  now: Instant,
): Promise<Erased> {
  const before = now - retentionDays * DAY_MS;
  const over = await conferencesOver(versions, before, now);
  return memberWork.transaction(async (stores) => {
    const idle = await stores.personal.idle(before);
    const keys = over.map(({ conference }) => conference);
    const names = [DELIVERIES, ...keys.map(conferenceName), ...idle.map(personName)];
    const due = await markedLongAgo(stores, names, now);
    const gone = over.filter(({ conference }) => due.has(conferenceName(conference)));
    const stars = gone.length === 0 ? 0 : await stores.personal.eraseConferences(gone);
    const people = idle.filter((id) => due.has(personName(id)));
    if (people.length > 0) await stores.personal.erasePeople(people);
    const markedAt = due.get(DELIVERIES);
    const deliveriesBefore = markedAt === undefined ? undefined : markedAt - retentionDays * DAY_MS;
    const conferences = gone.map(({ conference }) => conference);
    return { stars, conferences, deliveriesBefore };
  });
}

const DELIVERIES = 'deliveries';

function conferenceName(key: ConferenceKey): string {
  return `conference ${key}`;
}

async function conferencesOver(
  versions: RetentionParts['versions'],
  before: Instant,
  now: Instant,
): Promise<readonly EndedConference[]> {
  const over: EndedConference[] = [];
  for (const key of (await versions.numbers()).keys()) {
    const latest = (await versions.latest(key))?.conference;
    const end = latest?.days.at(-1)?.end;
    if (latest === undefined || end === undefined || end > before) continue;
    const isAwaited = end > now - RECORDINGS_AWAITED_MS;
    over.push({ conference: key, ...(isAwaited ? { awaited: awaitedTalks(latest, now) } : {}) });
  }
  return over;
}

function awaitedTalks({ talks }: Conference, now: Instant): readonly TalkId[] {
  return talks
    .filter(({ status, isRecorded }) => status === 'scheduled' && isRecorded !== false)
    .filter((talk) => recordingsOf(talk, now).length === 0)
    .map(({ id }) => id);
}

/** Marks these and no others, and returns those that may go, which are marked no more, with when they were. */
async function markedLongAgo(
  { retention }: Pick<MemberStores, 'retention'>,
  names: readonly string[],
  now: Instant,
): Promise<ReadonlyMap<string, Instant>> {
  const earlier = await retention.marks();
  // A mark of the future is one of a clock that was wrong.
  const marked = names.map((name) => [name, Math.min(earlier.get(name) ?? now, now)] as const);
  const isDue = ([, at]: readonly [string, Instant]) => now - at >= ERASED_AFTER_MS;
  await retention.setMarks(new Map(marked.filter((mark) => !isDue(mark))));
  return new Map(marked.filter(isDue));
}
