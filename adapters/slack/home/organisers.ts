import type { Hallway } from '../../../src/platform/requests.ts';
import type { NamedRoles } from '../../../src/programme/namedRoles.ts';
import type { Asker } from '../workspaces/asker.ts';
import { memberId, PLATFORM, teamAndUser } from '../workspaces/identity.ts';

/** Users who were named organisers of the workspace. */
export async function organisersOf(
  namedRoles: Pick<NamedRoles, 'of'>,
  team: string,
): Promise<readonly string[]> {
  const namings = await namedRoles.of({ platform: PLATFORM, id: team });
  return namings.flatMap(({ role, kind, id }) =>
    role === 'organiser' && kind === 'member' ? [teamAndUser(id).user] : [],
  );
}

/** Has these users be the organisers, by the command that says the same. */
export async function chooseOrganisers(
  parts: { readonly hallway: Hallway; readonly namedRoles: Pick<NamedRoles, 'of'> },
  chosen: readonly string[],
  { team, caller }: Pick<Asker, 'team' | 'caller'>,
): Promise<void> {
  const former = await organisersOf(parts.namedRoles, team);
  const who = chosen.filter((user) => !former.includes(user));
  const remove = former.filter((user) => !chosen.includes(user));
  const ids = (users: readonly string[]) => users.map((user) => `@${memberId(team, user)}`).join();
  await parts.hallway.command({
    ...{ kind: 'command', command: 'conference', subcommand: 'organisers', caller },
    args: { who: ids(who), remove: ids(remove) },
  });
}
