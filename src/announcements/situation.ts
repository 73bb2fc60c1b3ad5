import type { Subscription } from '../outbox/subscription.ts';
import { type CommunityRef, communityOf } from '../platform/target.ts';
import {
  type CommunityByHand,
  type CommunityDelay,
  conferencesOf,
} from '../programme/communities.ts';
import { NO_OVERLAY, type Overlay } from '../programme/overlay.ts';
import type { ConferenceKey } from '../schedule/source.ts';
import type { AnnouncerStores } from './announcerWork.ts';

/** A channel's subscription, as far as it is to one of its community's conferences. */
export interface Listening extends Subscription {
  readonly conference: ConferenceKey;
}

/** Who listens to what, and what organisers changed by hand, read at one moment. */
export interface Situation {
  /** Each since the conference was chosen at the earliest: what starts soon by then is announced at once. */
  readonly subscriptions: readonly Listening[];
  /** Those that chose a conference, once for each. */
  readonly choosers: readonly CommunityRef[];
  /** Keys of the conferences that a community has, the main one first. */
  conferencesOf(community: CommunityRef | undefined): readonly ConferenceKey[];
  /** What the community calls a conference; undefined where it has no name of its own for it. */
  nameOf(community: CommunityRef | undefined, conference: ConferenceKey): string | undefined;
  /** Of the community's view of a conference. */
  overlayOf(community: CommunityRef | undefined, conference: ConferenceKey): Overlay;
  /** Communities whose view of the conference differs from its schedule. */
  overlaid(conference: ConferenceKey): readonly CommunityRef[];
}

export async function readSituation(
  { subscriptions, communities }: Pick<AnnouncerStores, 'subscriptions' | 'communities'>,
  defaultConference: ConferenceKey,
): Promise<Situation> {
  const chosen = await communities.choices();
  const choices = Map.groupBy(chosen, ({ community }) => name(community));
  const choicesOf = (community: CommunityRef | undefined) =>
    (community && choices.get(name(community))) ?? [];
  const choiceOf = (community: CommunityRef | undefined, conference: ConferenceKey) =>
    choicesOf(community).find(({ source }) => source.key === conference);
  const all = byCommunity((community) => conferencesOf(choicesOf(community), defaultConference));
  return {
    subscriptions: (await subscriptions.all()).flatMap((one) => {
      const community = communityOf(one.target);
      return all(community).map((conference) => {
        const chosenAt = choiceOf(community, conference)?.chosenAt ?? 0;
        return { ...one, conference, since: Math.max(one.since, chosenAt) };
      });
    }),
    choosers: chosen.map(({ community }) => community),
    conferencesOf: all,
    nameOf: (community, conference) => choiceOf(community, conference)?.name,
    ...overlays(await communities.allDelays(), await communities.allByHand()),
  };
}

function overlays(
  delays: readonly CommunityDelay[],
  talks: readonly CommunityByHand[],
): Pick<Situation, 'overlayOf' | 'overlaid'> {
  const whose = new Map([...delays, ...talks].map((one): [string, Of] => [idOf(one), one]));
  const delaysBy = Map.groupBy(delays, idOf);
  const talksBy = Map.groupBy(talks, idOf);
  return {
    overlayOf: (community, conference) => {
      const id = community && idOf({ community, conference });
      if (id === undefined || !whose.has(id)) return NO_OVERLAY;
      return { delays: delaysBy.get(id) ?? [], talks: talksBy.get(id) ?? [] };
    },
    overlaid: (key) =>
      [...whose.values()].flatMap(({ community, conference }) =>
        conference === key ? [community] : [],
      ),
  };
}

interface Of {
  readonly community: CommunityRef;
  readonly conference: ConferenceKey;
}

function idOf({ community, conference }: Of): string {
  return `${name(community)} ${conference}`;
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
