import { DAY_MS, type Instant } from '../../clock.ts';
import { messagesFor } from '../../messages/messages.ts';
import type { ChangeLog, ChangeStep } from '../../outbox/changeLog.ts';
import type { CommunityRef, MemberRef } from '../../platform/target.ts';
import type { Programme, Programmes } from '../../programme/programme.ts';
import type { Talk, TalkId } from '../../schedule/schedule.ts';
import type { ConferenceKey } from '../../schedule/source.ts';
import { type MemberList, type MemberListPorts, readMemberList } from '../list/memberList.ts';
import type { Attendance, Member, Members } from '../member.ts';
import { readerOf } from '../reading.ts';
import { type CalendarFeed, calendarFeed, type FeedPart } from './calendar.ts';

export interface OwnFeedPorts extends MemberListPorts {
  readonly members: Pick<Members, 'find' | 'attended'>;
  readonly programmes: Pick<Programmes, 'get'>;
  readonly changeLog: Pick<ChangeLog, 'since'>;
  /** Nothing where that one cannot be had now. */
  open(key: ConferenceKey): Promise<void>;
}

/** What is canceled stays for so long, for calendars that strike it. */
const CANCELED_STAYS_MS = 7 * DAY_MS;

/** A member's list of all conferences, as a calendar follows it. */
export async function ownFeed(
  ports: OwnFeedPorts,
  owner: MemberRef,
  now: Instant,
): Promise<CalendarFeed> {
  const lists = await ownListsOf(ports, owner);
  const parts = lists.map(async ({ programme, list }): Promise<FeedPart> => {
    const { key, conference } = programme;
    const talks = await shownIn(ports, programme, list.talks, now - CANCELED_STAYS_MS);
    return { key, conference, talks, leads: leadsOf(list) };
  });
  const member = await ports.members.find(owner);
  const messages = messagesFor(member === undefined ? 'en' : readerOf(member).locale);
  return calendarFeed(messages.agenda.title, await Promise.all(parts), now, messages);
}

export interface ListedProgramme {
  readonly programme: Programme;
  readonly list: MemberList;
}

/** Of each conference that something is starred of: as the member's community sees it, or the one where it was starred. */
export async function ownListsOf(
  ports: OwnFeedPorts,
  owner: MemberRef,
): Promise<readonly ListedProgramme[]> {
  const member = await ports.members.find(owner);
  const attended = Map.groupBy(await ports.members.attended(owner), ({ conference }) => conference);
  const lists = [...attended].map(async ([key, places]) => {
    await ports.open(key);
    const programme = await ports.programmes.get(key, communityAmong(places, owner, member));
    if (programme === undefined) return undefined;
    return { programme, list: await readMemberList(ports, owner, programme) };
  });
  const all = (await Promise.all(lists)).filter((one) => one !== undefined);
  return all.filter(({ list }) => list.talks.length > 0);
}

function communityAmong(
  places: readonly Attendance[],
  { platform }: MemberRef,
  member: Member | undefined,
): CommunityRef | undefined {
  const communities = places.flatMap(({ community }) =>
    community === undefined ? [] : [community],
  );
  const isHome = (one: CommunityRef) => one.platform === platform && one.id === member?.community;
  return communities.find(isHome) ?? communities[0];
}

/** As reminders come. */
function leadsOf({
  talks,
  leadMinutes,
  ownLeads,
  volume,
}: MemberList): ReadonlyMap<TalkId, number> {
  if (volume !== 'full') return new Map();
  return new Map(talks.map((talk) => [talk.id, ownLeads.get(talk) ?? leadMinutes]));
}

/** Without those that were canceled before `since`; where that is not known, they stay until they would be over so long. */
async function shownIn(
  { changeLog }: Pick<OwnFeedPorts, 'changeLog'>,
  { key, published }: Programme,
  talks: readonly Talk[],
  since: Instant,
): Promise<readonly Talk[]> {
  if (talks.every(({ status }) => status !== 'canceled')) return talks;
  const { knownFrom, steps } = await changeLog.since(key, since);
  const isLogged = knownFrom !== undefined && knownFrom <= since;
  const ofSource = new Set(published.talks.filter(isCanceled).map(({ id }) => id));
  const recent = canceledIn(steps);
  return talks.filter((talk) => {
    if (!isCanceled(talk)) return true;
    return isLogged && ofSource.has(talk.id) ? recent.has(talk.id) : talk.end > since;
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
