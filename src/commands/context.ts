import type { Frame } from '../cards/frame.ts';
import type { Clock } from '../clock.ts';
import type { Messages } from '../messages/messages.ts';
import type { Caller } from '../platform/requests.ts';
import { type CommunityRef, communityOf, type MemberRef } from '../platform/target.ts';
import type { Programme, Programmes } from '../programme/programme.ts';
import type { TalkId } from '../schedule/schedule.ts';
import { type ConferenceKey, type ConferenceRef, conferenceRef } from '../schedule/source.ts';

/** What one answer is made from: whose question, in whose words, which conference, at what moment. */
export interface Context extends Frame {
  readonly caller: Caller;
  readonly member: MemberRef;
  readonly programme: Programme;
  /** The other conferences of a community that has several; see {@link everywhere}. */
  readonly beside?: readonly Attended[];
}

/** A conference as somebody has it. */
type Attended = Pick<Context, 'programme' | 'starred'>;

/** What is asked before anything can be answered. */
export interface ContextPorts {
  readonly clock: Pick<Clock, 'now'>;
  readonly programmes: Pick<Programmes, 'all'>;
  readonly own: OwnProgrammes;
  readonly stars: StarReader;
}

/** Which talks of a conference (by its programme's key) a member starred: their ids. */
export interface StarReader {
  starredBy(member: MemberRef, conference: ConferenceKey): Promise<ReadonlySet<TalkId>>;
}

/** The conferences of a member, in whichever community. */
export interface OwnProgrammes {
  /** What a direct message is about that names none; undefined: the operator's. Throws what the keeper throws. */
  home(member: MemberRef): Promise<OwnProgramme | undefined>;
  /** The one that `ref` names; undefined when none does, or several, as one may have been made to. */
  programme(member: MemberRef, ref: ConferenceRef): Promise<OwnProgramme | undefined>;
}

export interface OwnProgramme {
  readonly programme: Programme;
  /** The others of the community, where it has several. */
  readonly beside?: readonly Programme[];
  /** In which it is the member's, on the member's platform; none for the operator's conference. */
  readonly community?: CommunityRef;
}

/** The context of a question: the community's, and in a direct message the member's own. */
export async function contextOf(
  ports: ContextPorts,
  caller: Caller,
  messages: Messages,
): Promise<Context> {
  if (communityOf(caller) !== undefined) return contextHere(ports, caller, messages);
  const home = await ports.own.home(memberOf(caller));
  return home === undefined
    ? contextHere(ports, caller, messages)
    : contextAt(home, ports, caller, messages);
}

/**
 * The context in which a button was pressed. In a direct message it may be about any conference of
 * the member's own; elsewhere it is one of the community's, whatever the button says.
 */
export async function contextOfPress(
  ports: ContextPorts,
  conference: ConferenceRef,
  caller: Caller,
  messages: Messages,
): Promise<Context> {
  if (communityOf(caller) !== undefined) {
    const here = await contextHere(ports, caller, messages);
    const [named = here, ...others] = everywhere(here).filter(
      ({ programme }) => conferenceRef(programme.key) === conference,
    );
    return others.length === 0 ? named : here;
  }
  const own = await ports.own.programme(memberOf(caller), conference);
  return own === undefined
    ? contextHere(ports, caller, messages)
    : contextAt(own, ports, caller, messages);
}

/** The context of a conference that the caller came to in that community, which has it no more. */
export async function contextOfFormer(
  ports: ContextPorts,
  conference: ConferenceRef,
  caller: Caller,
  messages: Messages,
): Promise<Context | undefined> {
  const own = await ports.own.programme(memberOf(caller), conference);
  const isHere = own !== undefined && own.community?.id === caller.community;
  return isHere ? contextAt(own, ports, caller, messages) : undefined;
}

/** The same in each conference of the community, the one that it is in first. */
export function everywhere(context: Context): readonly [Context, ...Context[]] {
  const { programme, starred, beside = [] } = context;
  const all = [{ programme, starred }, ...beside];
  const others = beside.map((one) => ({
    ...{ ...context, ...one },
    beside: all.filter((other) => other.programme !== one.programme),
  }));
  return [context, ...others];
}

/** Where the caller is: in a community, or nowhere. */
async function contextHere(
  ports: ContextPorts,
  caller: Caller,
  messages: Messages,
): Promise<Context> {
  return contextIn(await ports.programmes.all(communityOf(caller)), ports, caller, messages);
}

function contextAt(
  { programme, beside = [], community }: OwnProgramme,
  ports: ContextPorts,
  caller: Caller,
  messages: Messages,
): Promise<Context> {
  const seen = community === undefined ? caller : { ...caller, community: community.id };
  return contextIn([programme, ...beside], ports, seen, messages);
}

async function contextIn(
  [programme, ...others]: readonly [Programme, ...Programme[]],
  { clock, stars }: ContextPorts,
  caller: Caller,
  messages: Messages,
): Promise<Context> {
  const member = memberOf(caller);
  const attended = async (one: Programme): Promise<Attended> => ({
    programme: one,
    starred: await stars.starredBy(member, one.key),
  });
  const [here, ...beside] = await Promise.all([attended(programme), ...others.map(attended)]);
  const several = beside.length === 0 ? {} : { beside };
  return { messages, caller, member, ...here, ...several, now: clock.now(), audience: 'caller' };
}

function memberOf({ platform, member }: Caller): MemberRef {
  return { platform, id: member };
}

/** The same for a card that a whole channel sees: nobody's stars show in it. */
export function forEveryone(context: Context): Context {
  const beside = context.beside?.map((one) => ({ ...one, starred: new Set<TalkId>() }));
  const several = beside === undefined ? {} : { beside };
  return { ...context, audience: 'everyone', starred: new Set(), ...several };
}
