import type { Attendance, Members } from '../agenda/member.ts';
import type { OwnProgramme, OwnProgrammes } from '../commands/context.ts';
import { type CommunityRef, isSameCommunity, type MemberRef } from '../platform/target.ts';
import { type Communities, conferencesOf } from '../programme/communities.ts';
import type { Programme, Programmes } from '../programme/programme.ts';
import { ScheduleFormatError } from '../schedule/refusal.ts';
import { type ConferenceKey, conferenceRef, type Source } from '../schedule/source.ts';

export interface OwnParts {
  readonly members: Pick<Members, 'find' | 'attended'>;
  readonly communities: Pick<Communities, 'choicesOf'>;
  readonly programmes: Pick<Programmes, 'all' | 'get'>;
  readonly openKnown: (key: ConferenceKey) => Promise<void>;
  readonly defaultSource: Source;
}

/** Whoever can make a key that begins like another's can reach nobody with it who has not come to them. */
export function createOwnProgrammes(parts: OwnParts): OwnProgrammes {
  const { members, programmes, openKnown, defaultSource } = parts;
  const all = async (member: MemberRef): Promise<readonly Attendance[]> => [
    { conference: defaultSource.key },
    ...(await atHome(parts, member)),
    ...(await members.attended(member)),
  ];
  return {
    home: async (member) => {
      const community = await homeOf(members, member);
      if (community !== undefined) {
        const [programme, ...beside] = await programmes.all(community);
        return { programme, beside, community };
      }
      const [only, ...others] = new Set(
        (await members.attended(member)).map(({ conference }) => conference),
      );
      if (only === undefined || others.length > 0 || only === defaultSource.key) return undefined;
      await openKnown(only);
      const programme = await programmes.get(only, undefined);
      return programme && { programme };
    },
    programme: async (member, ref) => {
      const named = (await all(member)).filter(
        ({ conference }) => conferenceRef(conference) === ref,
      );
      const [first, ...others] = new Set(named.map(({ conference }) => conference));
      if (first === undefined || others.length > 0) return undefined;
      const oneOfSeveral = await amongSeveral(parts, member, first);
      if (oneOfSeveral !== undefined) return oneOfSeveral;
      const community = named
        .map((one) => one.community)
        .find((one) => one?.platform === member.platform);
      await openKnown(first);
      const isDefault = first === defaultSource.key;
      const programme = await programmes.get(first, isDefault ? undefined : community);
      if (programme === undefined) return undefined;
      return { programme, ...(isDefault || community === undefined ? {} : { community }) };
    },
  };
}

/** Where the community in which the member was last seen has that conference and others. */
async function amongSeveral(
  parts: OwnParts,
  member: MemberRef,
  key: ConferenceKey,
): Promise<OwnProgramme | undefined> {
  const had = await atHome(parts, member);
  const community = had.find(({ conference }) => conference === key)?.community;
  if (community === undefined || had.length === 1) return undefined;
  const all = await parts.programmes.all(community);
  const programme = all.find((one) => one.key === key);
  return programme && { programme, beside: all.filter((one) => one !== programme), community };
}

/** Conferences that the community has no more, in which the member came to something there, as long as they can be had. */
export async function formerProgrammes(
  { members, communities, programmes, openKnown, defaultSource }: OwnParts,
  member: MemberRef,
  community: CommunityRef,
): Promise<readonly Programme[]> {
  const had = conferencesOf(await communities.choicesOf(community), defaultSource.key);
  const attended = (await members.attended(member)).filter(
    (one) => one.community !== undefined && isSameCommunity(one.community, community),
  );
  const keys = [...new Set(attended.map(({ conference }) => conference))].filter(
    (key) => !had.includes(key),
  );
  const all = keys.map(async (key) => {
    await openKnown(key).catch(unlessUnreadable);
    return programmes.get(key, community);
  });
  return (await Promise.all(all)).filter((one) => one !== undefined);
}

/** Whoever asks goes without a conference that cannot be read now. */
export function unlessUnreadable(error: unknown): void {
  if (!(error instanceof ScheduleFormatError)) throw error;
}

/** The community in which the member was last seen. */
async function homeOf(
  members: OwnParts['members'],
  member: MemberRef,
): Promise<CommunityRef | undefined> {
  const id = (await members.find(member))?.community;
  return id === undefined ? undefined : { platform: member.platform, id };
}

/** What the community has in which the member was last seen. */
async function atHome(
  { members, communities, defaultSource }: OwnParts,
  member: MemberRef,
): Promise<readonly Attendance[]> {
  const community = await homeOf(members, member);
  if (community === undefined) return [];
  const keys = conferencesOf(await communities.choicesOf(community), defaultSource.key);
  return keys.map((conference) => ({ conference, community }));
}
