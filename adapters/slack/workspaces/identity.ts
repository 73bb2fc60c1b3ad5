import type { Target } from '../../../src/platform/target.ts';

export const PLATFORM = 'slack';

/** A member as the core knows one: Slack's user ids count within their workspace alone. */
export function memberId(team: string, user: string): string {
  return `${team}/${user}`;
}

/** The workspace and user of a {@link memberId}. */
export function teamAndUser(member: string): { readonly team: string; readonly user: string } {
  const [team = '', user = ''] = member.split('/');
  return { team, user };
}

export function teamOf(target: Target): string {
  return target.kind === 'channel' ? target.community : teamAndUser(target.member).team;
}
