import type { Attendance, Members } from '../agenda/member.ts';
import type { OwnProgrammes } from '../commands/context.ts';
import type { MemberRef } from '../platform/target.ts';
import type { Communities } from '../programme/communities.ts';
import type { Programmes } from '../programme/programme.ts';
import { type ConferenceKey, conferenceRef, type Source } from '../schedule/source.ts';

export interface OwnParts {
  readonly members: Pick<Members, 'find' | 'attended'>;
  readonly communities: Pick<Communities, 'choiceOf'>;
  readonly programmes: Pick<Programmes, 'get'>;
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
    programme: async (member, ref) => {
      const named = (await all(member)).filter(
        ({ conference }) => conferenceRef(conference) === ref,
      );
      const [first, ...others] = new Set(named.map(({ conference }) => conference));
      if (first === undefined || others.length > 0) return undefined;
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

/** What the community follows in which the member was last seen. */
async function atHome(
  { members, communities, defaultSource }: OwnParts,
  member: MemberRef,
): Promise<readonly Attendance[]> {
  const home = (await members.find(member))?.community;
  if (home === undefined) return [];
  const community = { platform: member.platform, id: home };
  const choice = await communities.choiceOf(community);
  return [{ conference: (choice?.source ?? defaultSource).key, community }];
}
