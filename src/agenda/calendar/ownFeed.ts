import type { Instant } from '../../clock.ts';
import { messagesFor } from '../../messages/messages.ts';
import type { CommunityRef, MemberRef } from '../../platform/target.ts';
import type { Programme, Programmes } from '../../programme/programme.ts';
import type { TalkId } from '../../schedule/schedule.ts';
import type { ConferenceKey } from '../../schedule/source.ts';
import { type MemberList, type MemberListPorts, readMemberList } from '../list/memberList.ts';
import type { Attendance, Member, Members } from '../member.ts';
import { readerOf } from '../reading.ts';
import { type CalendarFeed, calendarFeed, type FeedPart } from './calendar.ts';
import { type CanceledPorts, shownInCalendars } from './canceled.ts';

export interface OwnFeedPorts extends MemberListPorts, CanceledPorts {
  readonly members: Pick<Members, 'find' | 'attended'>;
  readonly programmes: Pick<Programmes, 'get'>;
  /** Nothing where that one cannot be had now. */
  open(key: ConferenceKey): Promise<void>;
}

/** A member's list of all conferences, as a calendar follows it. */
export async function ownFeed(
  ports: OwnFeedPorts,
  owner: MemberRef,
  now: Instant,
): Promise<CalendarFeed> {
  const lists = await ownListsOf(ports, owner);
  const parts = lists.map(async ({ programme, community, list }): Promise<FeedPart> => {
    const { key, conference } = programme;
    const talks = await shownInCalendars(ports, programme, community, list.talks, now);
    return { key, conference, talks, leads: leadsOf(list) };
  });
  const member = await ports.members.find(owner);
  const messages = messagesFor(member === undefined ? 'en' : readerOf(member).locale);
  return calendarFeed(messages.agenda.title, await Promise.all(parts), now, messages);
}

export interface ListedProgramme {
  readonly programme: Programme;
  /** As which it is seen. */
  readonly community: CommunityRef | undefined;
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
    const community = communityAmong(places, owner, member);
    const programme = await ports.programmes.get(key, community);
    if (programme === undefined) return undefined;
    return { programme, community, list: await readMemberList(ports, owner, programme) };
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
