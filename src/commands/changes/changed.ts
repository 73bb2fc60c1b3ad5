import { type MemberListPorts, readMemberList } from '../../agenda/memberList.ts';
import { newsExpireAt } from '../../announcements/change.ts';
import { type SummedChange, sumUp, sumUpRenames } from '../../announcements/sumUp.ts';
import type { Card } from '../../cards/cards.ts';
import type { ChangedView } from '../../cards/view.ts';
import type { Instant } from '../../clock.ts';
import { noticedOf } from '../../courier/wording/changeRow.ts';
import type { ChangeLog } from '../../outbox/changeLog.ts';
import type { Placing } from '../../outbox/delivery.ts';
import { communityOf } from '../../platform/target.ts';
import type { Communities } from '../../programme/communities.ts';
import { delaysInForce, lateness, type RoomDelay, shifted } from '../../programme/delays.ts';
import type { ConferenceKey } from '../../schedule/source.ts';
import type { Context } from '../context.ts';
import { changedCard } from './changedCard.ts';

export interface ChangedPorts extends MemberListPorts {
  readonly changeLog: Pick<ChangeLog, 'since'>;
  readonly communities: Pick<Communities, 'delaysOf'>;
  /** When the conference's source was last asked; undefined where this process has not yet. */
  readonly lastRead: (conference: ConferenceKey) => Instant | undefined;
}

/**
 * What changed since, as the caller's community sees it: of talks that were not over by then, and with
 * the rooms that its organisers say are late.
 */
export async function drawChanged(
  ports: ChangedPorts,
  asked: ChangedView,
  context: Context,
): Promise<Card> {
  const { programme, member, now } = context;
  // Buttons hold no moment before 1970, and nothing had changed by then.
  const view = { ...asked, since: Math.max(0, asked.since) };
  const { knownFrom, steps } = await ports.changeLog.since(programme.key, view.since);
  const delays = await delaysHere(ports, context);
  const sums = sumUp(steps)
    .filter(({ change, at }) => newsExpireAt(change) > at)
    .map((sum) => seen(sum, delays, context));
  const isOwn = context.audience === 'caller';
  const clashes = isOwn ? (await readMemberList(ports, member, programme)).clashes : new Map();
  const changes = sums.map(({ change }) => change);
  const noticed = noticedOf(changes, programme.timetable, clashes);
  return changedCard(
    {
      rows: noticed.map((one, index) => ({ noticed: one, at: sums[index]?.at ?? now })),
      renames: sumUpRenames(steps),
      late: delaysInForce(delays, programme.published.days, now),
      knownFrom,
      lastRead: ports.lastRead(programme.key),
    },
    view,
    context,
  );
}

async function delaysHere(
  { communities }: ChangedPorts,
  { caller, programme }: Context,
): Promise<readonly RoomDelay[]> {
  const community = communityOf(caller);
  return community === undefined ? [] : communities.delaysOf(community, programme.key);
}

/** By the community's clocks. */
function seen(
  { change, at }: SummedChange,
  delays: readonly RoomDelay[],
  { programme }: Context,
): SummedChange {
  if (delays.length === 0) return { change, at };
  const late = lateness(programme.published, delays);
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
