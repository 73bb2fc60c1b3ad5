import type { CommunityRef, MemberRef } from '../platform.ts';
import type { Instant } from '../schedule/model.ts';
import type { LaneOf } from './deliveries.ts';
import type { Delivery } from './delivery.ts';
import type { LedgerStores } from './ledger.ts';
import {
  type DigestReader,
  hasMorning,
  type PlannedConference,
  planAnnouncements,
  planDigests,
  planReminders,
  type Window,
} from './plan.ts';
import { type Conferences, plannedChannel, planningFor } from './planned.ts';
import { communityOf, readSituation, type Situation } from './situation.ts';

/** All that falls due in a window, for everybody. */
export type TickPlan = (stores: LedgerStores, window: Window) => Promise<readonly Delivery[]>;

type PlannedFor = (
  community: CommunityRef | undefined,
  conference?: string,
) => PlannedConference | undefined;

export function createTickPlan(ports: {
  readonly conferences: Conferences;
  readonly defaultConference: string;
  readonly laneOf: LaneOf;
}): TickPlan {
  const { conferences, defaultConference, laneOf } = ports;
  const plannedOf = planningFor(conferences);
  return async (stores, window) => {
    const situation = await readSituation(stores, defaultConference);
    const plannedFor: PlannedFor = (community, key = situation.conferenceOf(community)) =>
      plannedOf(key, situation.delaysOf(community, key));
    const stars = await stores.stars.due(window.after, window.until);
    return [
      ...planAnnouncements(window, channelsOf(situation, plannedFor), laneOf),
      ...planReminders(
        window,
        stars.flatMap((star) => {
          const planned = plannedFor(home(star), star.conference);
          return planned === undefined ? [] : [{ star, planned }];
        }),
        laneOf,
      ),
      ...planDigests(window, await readersOf(stores, window, situation, plannedFor), laneOf),
    ];
  };
}

function channelsOf({ subscriptions }: Situation, plannedFor: PlannedFor) {
  return subscriptions.flatMap((subscription) => {
    const planned = plannedFor(communityOf(subscription.target));
    return planned === undefined ? [] : [plannedChannel(subscription, planned)];
  });
}

/** Who reads the digest of a morning in this window; on almost every tick there is none, and nobody is asked for. */
async function readersOf(
  { communities, digestMembers }: LedgerStores,
  window: Window,
  { subscriptions }: Situation,
  plannedFor: PlannedFor,
): Promise<readonly DigestReader[]> {
  const followers = [
    undefined,
    ...subscriptions.map(({ target }) => communityOf(target)),
    ...(await communities.choices()).map(({ community }) => community),
  ];
  const isMorning = [...new Set(followers.map((community) => plannedFor(community)))].some(
    (planned) => planned !== undefined && hasMorning(window, planned),
  );
  if (!isMorning) return [];
  const channels = subscriptions
    .filter(({ kinds }) => kinds.includes('digest'))
    .map(({ target, since }) => reader(target, since, communityOf(target), plannedFor));
  const members = (await digestMembers.all()).map(({ member, ...seen }) =>
    reader(
      { kind: 'member', platform: member.platform, member: member.id },
      0,
      home({ member, ...seen }),
      plannedFor,
    ),
  );
  return [...channels, ...members].filter((one) => one !== undefined);
}

function reader(
  target: DigestReader['target'],
  since: Instant,
  community: CommunityRef | undefined,
  plannedFor: PlannedFor,
): DigestReader | undefined {
  const planned = plannedFor(community);
  if (planned === undefined) return undefined;
  return {
    target,
    planned,
    since,
    ...(community === undefined ? {} : { community: community.id }),
  };
}

function home({
  member,
  community,
}: {
  readonly member: MemberRef;
  readonly community?: string;
}): CommunityRef | undefined {
  return community === undefined ? undefined : { platform: member.platform, id: community };
}
