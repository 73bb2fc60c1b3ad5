import type { Caller } from './requests.ts';

/**
 * What somebody is in a community; each may do what those before may. An admin is whoever the platform
 * lets manage the community; organisers and helpers beside them are named there (`namedRoles.ts`).
 */
const ROLES = ['member', 'helper', 'organiser', 'admin'] as const;

/** Who may use or see something: anybody, the one whose it is alone, or some of those who run the conference. */
export type Access = 'everyone' | 'self' | 'helper' | 'organiser' | 'admin';

/** The least that one has to be. Whose something is, is asked by whoever draws it. */
const LEAST: Readonly<Record<Access, (typeof ROLES)[number]>> = {
  everyone: 'member',
  self: 'member',
  helper: 'helper',
  organiser: 'organiser',
  admin: 'admin',
};

/** Asked where a thing is done, and where it is drawn. */
export function mayUse(
  access: Access,
  { isOrganiser, named }: Pick<Caller, 'isOrganiser' | 'named'>,
): boolean {
  const role = isOrganiser ? 'admin' : (named ?? 'member');
  return ROLES.indexOf(role) >= ROLES.indexOf(LEAST[access]);
}
