import type { Frame } from '../cards/frame.ts';
import type { Caller } from '../platform/requests.ts';
import { communityOf, type MemberRef } from '../platform/target.ts';
import type { Programme } from '../programme/programme.ts';
import type { Asked, Context } from './command.ts';

/** What one answer is made from: whose question, which conference, at what moment. */
export interface Scene extends Frame {
  readonly context: Context;
  readonly caller: Caller;
  readonly member: MemberRef;
  readonly programme: Programme;
}

export async function setScene({ context, messages }: Asked, caller: Caller): Promise<Scene> {
  const programme = await context.programmes.of(communityOf(caller));
  const memberRef = { platform: caller.platform, id: caller.member };
  const starred = await context.stars.starredBy(memberRef, programme.key);
  const now = context.clock.now();
  return {
    context,
    messages,
    caller,
    member: memberRef,
    programme,
    starred,
    now,
    audience: 'caller',
  };
}

/** The same scene for a card that a whole channel sees: nobody's stars show in it. */
export function forEveryone(scene: Scene): Scene {
  return { ...scene, audience: 'everyone', starred: new Set() };
}
