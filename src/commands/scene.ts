import type { Messages } from '../messages/catalogue.ts';
import type { MemberRef } from '../platform.ts';
import type { Programme } from '../programme.ts';
import type { Instant } from '../schedule/model.ts';
import type { Asked } from './command.ts';
import type { Context } from './context.ts';
import type { Caller } from './request.ts';

/** What one answer is made from: whose question, which conference, at what moment. */
export interface Scene {
  readonly context: Context;
  readonly messages: Messages;
  readonly caller: Caller;
  readonly member: MemberRef;
  readonly programme: Programme;
  /** Ids of the talks that the caller starred. */
  readonly starred: ReadonlySet<string>;
  readonly now: Instant;
  /** `everyone` when the card will be seen by all of a channel: no turning pages, no stars of one member. */
  readonly audience: 'caller' | 'everyone';
}

export async function setScene({ context, messages }: Asked, caller: Caller): Promise<Scene> {
  const { platform, community, member } = caller;
  const programme = await context.programmes.of(
    community === undefined ? undefined : { platform, id: community },
  );
  const memberRef = { platform, id: member };
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
