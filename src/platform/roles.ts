import type { Caller } from './requests.ts';

/** What somebody is in a community; each may do what those before may. */
const ROLES = ['member', 'organiser'] as const;

/** Who may use or see something: anybody, the one whose it is alone, or organisers alone. */
export type Access = 'everyone' | 'self' | 'organiser';

/** The least that one has to be. Whose something is, is asked by whoever draws it. */
const LEAST: Readonly<Record<Access, (typeof ROLES)[number]>> = {
  everyone: 'member',
  self: 'member',
  organiser: 'organiser',
};

/** Asked where a thing is done, and where it is drawn. */
export function mayUse(access: Access, { isOrganiser }: Pick<Caller, 'isOrganiser'>): boolean {
  const role = isOrganiser ? 'organiser' : 'member';
  return ROLES.indexOf(role) >= ROLES.indexOf(LEAST[access]);
}
