import type { Subscription } from '../outbox/subscription.ts';
import { type CommunityRef, communityOf } from '../platform/target.ts';
import type { CommunityDelay } from '../programme/communities.ts';
import type { RoomDelay } from '../programme/delays.ts';
import type { ConferenceKey } from '../schedule/source.ts';
import type { AnnouncerStores } from './announcerWork.ts';

/** Who listens to what, and how late rooms run, read at one moment. */
export interface Situation {
  /** Each since the conference was chosen at the earliest: what starts soon by then is announced at once. */
  readonly subscriptions: readonly Subscription[];
  /** Key of the conference a community follows. */
  conferenceOf(community: CommunityRef | undefined): ConferenceKey;
  /** What the community calls a conference; undefined where it has no name of its own for it. */
  nameOf(community: CommunityRef | undefined, conference: ConferenceKey): string | undefined;
  /** In the community's view of a conference; empty where all is on time. */
  delaysOf(community: CommunityRef | undefined, conference: ConferenceKey): readonly RoomDelay[];
  /** Communities whose view of the conference differs from its schedule. */
  delayed(conference: ConferenceKey): readonly CommunityRef[];
}

export async function readSituation(
  { subscriptions, communities }: Pick<AnnouncerStores, 'subscriptions' | 'communities'>,
  defaultConference: ConferenceKey,
): Promise<Situation> {
  const choices = new Map(
    (await communities.choices()).map(({ community, ...choice }) => [name(community), choice]),
  );
  const choiceOf = (community: CommunityRef | undefined) =>
    community && choices.get(name(community));
  return {
    subscriptions: (await subscriptions.all()).map((one) => {
      const chosenAt = choiceOf(communityOf(one.target))?.chosenAt ?? 0;
      return { ...one, since: Math.max(one.since, chosenAt) };
    }),
    conferenceOf: (community) => choiceOf(community)?.source.key ?? defaultConference,
    nameOf: (community, conference) => {
      const choice = choiceOf(community);
      return choice?.source.key === conference ? choice.name : undefined;
    },
    ...delayViews(await communities.allDelays()),
  };
}

export function delayViews(
  all: readonly CommunityDelay[],
): Pick<Situation, 'delaysOf' | 'delayed'> {
  const groups = Map.groupBy(all, (delay) => `${name(delay.community)} ${delay.conference}`);
  return {
    delaysOf: (community, conference) =>
      community === undefined ? [] : (groups.get(`${name(community)} ${conference}`) ?? []),
    delayed: (conference) =>
      [...groups.values()].flatMap(([first]) =>
        first?.conference === conference ? [first.community] : [],
      ),
  };
}

/** Remembers what it answers for each community. */
export function byCommunity<T>(
  answer: (community: CommunityRef | undefined) => T,
): (community: CommunityRef | undefined) => T {
  const known = new Map<string, { readonly answer: T }>();
  return (community) => {
    const key = community === undefined ? '' : name(community);
    const entry = known.get(key) ?? { answer: answer(community) };
    known.set(key, entry);
    return entry.answer;
  };
}

function name({ platform, id }: CommunityRef): string {
  return `${platform}:${id}`;
}
