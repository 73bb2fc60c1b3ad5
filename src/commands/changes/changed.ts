import { type MemberListPorts, readMemberList } from '../../agenda/list/memberList.ts';
import { newsExpireAt, toldChange } from '../../announcements/versions/change.ts';
import { type SummedChange, sumUp, sumUpRenames } from '../../announcements/versions/sumUp.ts';
import type { Card } from '../../cards/cards.ts';
import type { ChangedView } from '../../cards/view.ts';
import type { Instant } from '../../clock.ts';
import { noticedOf } from '../../courier/wording/news/changeRow.ts';
import type { ChangeLog } from '../../outbox/changeLog.ts';
import type { Placing, ToldChange } from '../../outbox/delivery.ts';
import { communityOf } from '../../platform/target.ts';
import type { TalkByHand } from '../../programme/byHand.ts';
import type { Communities } from '../../programme/communities.ts';
import { delaysInForce, lateness, type RoomDelay, shifted } from '../../programme/delays.ts';
import { NO_OVERLAY, type Overlay } from '../../programme/overlay.ts';
import { changeOf } from '../../schedule/comparing/changes.ts';
import type { ConferenceKey } from '../../schedule/source.ts';
import { type Context, everywhere } from '../context.ts';
import { type Changed, changedCard } from './changedCard.ts';
import { changesOf } from './changesOf.ts';

export interface ChangedPorts extends MemberListPorts {
  readonly changeLog: Pick<ChangeLog, 'since'>;
  readonly communities: Pick<Communities, 'delaysOf' | 'byHandOf'>;
  /** When the conference's source was last asked; undefined where this process has not yet. */
  readonly lastRead: (conference: ConferenceKey) => Instant | undefined;
}

/**
 * What changed since, as the caller's community sees it: of talks that were not over by then, and with
 * what its organisers changed by hand: rooms that are late, and talks.
 */
export async function drawChanged(
  ports: ChangedPorts,
  asked: ChangedView,
  context: Context,
): Promise<Card> {
  // Buttons hold no moment before 1970, and nothing had changed by then.
  const view = { ...asked, since: Math.max(0, asked.since) };
  const [, ...others] = everywhere(context);
  const beside = await Promise.all(
    others.map(async (one) => ({ context: one, changed: await changedIn(ports, view, one) })),
  );
  return changedCard({ ...(await changedIn(ports, view, context)), beside }, view, context);
}

/** In the conference of the context alone. */
async function changedIn(
  ports: ChangedPorts,
  view: ChangedView,
  context: Context,
): Promise<Omit<Changed, 'beside'>> {
  const { programme, member, now } = context;
  const { knownFrom, steps } = await ports.changeLog.since(programme.key, view.since);
  const { delays, talks } = await overlayHere(ports, context);
  const all = withByHand(sumUp(steps), talks, view.since, context)
    .filter(({ change, at }) => newsExpireAt(change) > at)
    .map((sum) => seen(sum, delays, context));
  const { query } = view;
  const sums = query === undefined ? all : changesOf(all, query, context);
  const isOwn = context.audience === 'caller';
  const clashes = isOwn ? (await readMemberList(ports, member, programme)).clashes : new Map();
  const changes = sums.map(({ change }) => change);
  const noticed = noticedOf(changes, programme.timetable, clashes);
  return {
    rows: noticed.map((one, index) => ({ noticed: one, at: sums[index]?.at ?? now })),
    renames: query === undefined ? sumUpRenames(steps) : [],
    late: query === undefined ? delaysInForce(delays, programme.planned, now) : [],
    knownFrom,
    lastRead: ports.lastRead(programme.key),
  };
}

async function overlayHere(
  { communities }: ChangedPorts,
  { caller, programme: { key } }: Context,
): Promise<Overlay> {
  const community = communityOf(caller);
  if (community === undefined) return NO_OVERLAY;
  const delays = await communities.delaysOf(community, key);
  return { delays, talks: await communities.byHandOf(community, key) };
}

/** Of a talk that organisers have their way with, theirs is told, and of the source's word what they left alone. */
function withByHand(
  sums: readonly SummedChange[],
  byHand: readonly TalkByHand[],
  since: Instant,
  { programme: { published, planned } }: Context,
): readonly SummedChange[] {
  if (byHand.length === 0) return sums;
  const at = new Map(byHand.map((one) => [one.talk, one.at]));
  const isTheirs = ({ talk }: ToldChange) => (at.get(talk) ?? 0) >= since;
  const others = sums.filter(
    ({ change }) => !at.has(change.talk) || (change.kind === 'edited' && !isTheirs(change)),
  );
  const former = new Map(published.talks.map((talk) => [talk.id, talk]));
  const theirs = planned.talks.flatMap((talk) => {
    const change = at.has(talk.id) ? changeOf(former.get(talk.id), talk) : undefined;
    const told = change && toldChange(change);
    return told !== undefined && isTheirs(told)
      ? [{ change: told, at: at.get(talk.id) ?? since }]
      : [];
  });
  return [...theirs, ...others].sort((one, other) => other.at - one.at);
}

/** By the community's clocks. */
function seen(
  { change, at }: SummedChange,
  delays: readonly RoomDelay[],
  { programme }: Context,
): SummedChange {
  if (delays.length === 0) return { change, at };
  const late = lateness(programme.planned, delays);
  const { before, after, ...rest } = change;
  const here = (placing: Placing) => shifted(placing, late(placing));
  return {
    at,
    change: {
      ...rest,
      ...(before === undefined ? {} : { before: here(before) }),
      ...(after === undefined ? {} : { after: here(after) }),
    },
  };
}
