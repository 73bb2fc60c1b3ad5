import type { Caller } from '../platform/requests.ts';
import { type CommunityRef, communityOf } from '../platform/target.ts';

/** What people can be named to be in a community, beside whoever the platform lets manage it. */
export const NAMED_ROLES = ['helper', 'organiser'] as const;

export type NamedRole = (typeof NAMED_ROLES)[number];

/** A role of the platform's own, whoever holds it, or one member. */
export interface Named {
  readonly kind: 'role' | 'member';
  readonly id: string;
}

export interface Naming extends Named {
  readonly role: NamedRole;
}

/** Whom a community's organisers named. */
export interface NamedRoles {
  /** Roles before members, each by id. */
  of(community: CommunityRef): Promise<readonly Naming[]>;
  name(community: CommunityRef, naming: Naming): Promise<void>;
  /** False where it was not named so. */
  unname(community: CommunityRef, naming: Naming): Promise<boolean>;
}

/** The caller with the highest role that they, or a role that they hold, were named to where they are. */
export async function withNamed(
  namedRoles: Pick<NamedRoles, 'of'>,
  { named: _, ...caller }: Caller,
): Promise<Caller> {
  const community = communityOf(caller);
  if (community === undefined || caller.isOrganiser) return caller;
  const own = (await namedRoles.of(community)).filter((naming) => isNamed(naming, caller));
  const named = NAMED_ROLES.findLast((role) => own.some((naming) => naming.role === role));
  return named === undefined ? caller : { ...caller, named };
}

function isNamed({ kind, id }: Named, { member, roles = [] }: Caller): boolean {
  return kind === 'member' ? id === member : roles.includes(id);
}

export function isSameNaming(one: Naming, other: Naming): boolean {
  return one.role === other.role && one.kind === other.kind && one.id === other.id;
}
