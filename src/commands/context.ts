import type { Frame } from '../cards/frame.ts';
import type { Clock } from '../clock.ts';
import type { Messages } from '../messages/messages.ts';
import type { Caller } from '../platform/requests.ts';
import { communityOf, type MemberRef } from '../platform/target.ts';
import type { Programme, Programmes } from '../programme/programme.ts';
import type { TalkId } from '../schedule/schedule.ts';
import type { ConferenceKey } from '../schedule/source.ts';

/** What one answer is made from: whose question, in whose words, which conference, at what moment. */
export interface Context extends Frame {
  readonly caller: Caller;
  readonly member: MemberRef;
  readonly programme: Programme;
}

/** What is asked before anything can be answered. */
export interface ContextPorts {
  readonly clock: Pick<Clock, 'now'>;
  readonly programmes: Pick<Programmes, 'of'>;
  readonly stars: StarReader;
}

/** Which talks of a conference (by its programme's key) a member starred: their ids. */
export interface StarReader {
  starredBy(member: MemberRef, conference: ConferenceKey): Promise<ReadonlySet<TalkId>>;
}

export async function contextOf(
  { clock, programmes, stars }: ContextPorts,
  caller: Caller,
  messages: Messages,
): Promise<Context> {
  const programme = await programmes.of(communityOf(caller));
  const member = { platform: caller.platform, id: caller.member };
  const starred = await stars.starredBy(member, programme.key);
  return { messages, caller, member, programme, starred, now: clock.now(), audience: 'caller' };
}

/** The same for a card that a whole channel sees: nobody's stars show in it. */
export function forEveryone(context: Context): Context {
  return { ...context, audience: 'everyone', starred: new Set() };
}
