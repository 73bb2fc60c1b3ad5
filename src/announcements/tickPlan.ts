import type { Delivery } from '../outbox/delivery.ts';
import type { Subscription } from '../outbox/subscription.ts';
import type { LaneOf } from '../platform/messenger.ts';
import type { CommunityRef } from '../platform/target.ts';
import type { DigestMember, LedgerStores } from './ledger.ts';
import {
  type DigestReader,
  hasMorning,
  type PlannedConference,
  planAnnouncements,
  planDigests,
  planReminders,
  type Window,
} from './plan.ts';
import { type Conferences, digestReader, plannedChannel, planningFor } from './planned.ts';
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
      ...planAnnouncements(window, channelsOf(situation, plannedFor, plannedChannel), laneOf),
      ...planReminders(
        window,
        stars.flatMap((star) => {
          const planned = plannedFor(star.home, star.conference);
          return planned === undefined ? [] : [{ star, planned }];
        }),
        laneOf,
      ),
      ...planDigests(window, await readersOf(stores, window, situation, plannedFor), laneOf),
    ];
  };
}

function channelsOf<T>(
  { subscriptions }: Situation,
  plannedFor: PlannedFor,
  make: (subscription: Subscription, planned: PlannedConference) => T | undefined,
): readonly T[] {
  return subscriptions.flatMap((subscription) => {
    const planned = plannedFor(communityOf(subscription.target));
    return (planned && make(subscription, planned)) ?? [];
  });
}

/** Who reads the digest of a morning in this window; on almost every tick there is none, and nobody is asked for. */
async function readersOf(
  { communities, digestMembers }: LedgerStores,
  window: Window,
  situation: Situation,
  plannedFor: PlannedFor,
): Promise<readonly DigestReader[]> {
  const followers = [
    undefined,
    ...situation.subscriptions.map(({ target }) => communityOf(target)),
    ...(await communities.choices()).map(({ community }) => community),
  ];
  const isMorning = [...new Set(followers.map((community) => plannedFor(community)))].some(
    (planned) => planned !== undefined && hasMorning(window, planned),
  );
  if (!isMorning) return [];
  const members = (await digestMembers.all()).flatMap((one) => memberReader(one, plannedFor) ?? []);
  return [...channelsOf(situation, plannedFor, digestReader), ...members];
}

function memberReader(one: DigestMember, plannedFor: PlannedFor): DigestReader | undefined {
  const { member, home } = one;
  const planned = plannedFor(home);
  if (planned === undefined) return undefined;
  const to = {
    target: { kind: 'member', platform: member.platform, member: member.id },
    conference: planned.key,
    ...(home === undefined ? {} : { home }),
  } as const;
  return { to, planned, since: 0 };
}
