import {
  joinLists,
  type MemberList,
  type MemberListPorts,
  readMemberList,
} from '../../agenda/list/memberList.ts';
import type { CommunityRef, MemberRef } from '../../platform/target.ts';
import { communityOf } from '../../platform/target.ts';
import type { Programme } from '../../programme/programme.ts';
import { type Context, everywhere } from '../context.ts';
import { together } from '../jointly.ts';

export interface OwnListPorts extends MemberListPorts {
  /** Conferences that the community had, in which the member starred or follows something there. */
  formerOf(member: MemberRef, community: CommunityRef): Promise<readonly Programme[]>;
}

/** The caller's list of one conference, in its context, which knows these stars. */
export interface OwnList {
  readonly list: MemberList;
  readonly context: Context;
}

/**
 * The caller's lists of the conference that the context is in, and of the others that the community has
 * or had, as far as anything is on them.
 */
export async function ownLists(
  parts: OwnListPorts,
  context: Context,
): Promise<readonly [OwnList, ...OwnList[]]> {
  const contexts = [...everywhere(context).slice(1), ...(await formerContexts(parts, context))];
  const [here, ...others] = await Promise.all([
    ownList(parts, context),
    ...contexts.map((one) => ownList(parts, one)),
  ]);
  return [here, ...others.filter(({ list }) => list.talks.length + list.follows.length > 0)];
}

/** Without the stars there. */
export async function formerContexts(
  parts: Pick<OwnListPorts, 'formerOf'>,
  context: Context,
): Promise<readonly Context[]> {
  const community = communityOf(context.caller);
  const former = community === undefined ? [] : await parts.formerOf(context.member, community);
  const beside = everywhere(context).map(({ programme, starred }) => ({ programme, starred }));
  return former.map((programme) => ({ ...context, programme, starred: new Set(), beside }));
}

async function ownList(parts: MemberListPorts, context: Context): Promise<OwnList> {
  const list = await readMemberList(parts, context.member, context.programme);
  return { list, context: { ...context, starred: new Set(list.talks.map(({ id }) => id)) } };
}

/** All of them as one, in the context in which their conferences are one. */
export function joinOwnLists([first, ...others]: readonly [OwnList, ...OwnList[]]): OwnList {
  return {
    list: joinLists([first.list, ...others.map(({ list }) => list)]),
    context: together(
      first.context,
      others.map(({ context }) => context),
    ),
  };
}
