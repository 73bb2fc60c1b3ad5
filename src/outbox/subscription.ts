import type { Instant } from '../clock.ts';
import type { ChannelTarget, CommunityRef } from '../platform/target.ts';
import type { Conference, RoomSlug, Talk } from '../schedule/schedule.ts';

export const SUBSCRIPTION_KINDS = ['announcements', 'notices', 'digest'] as const;

export type SubscriptionKind = (typeof SUBSCRIPTION_KINDS)[number];

/** Unless an organiser says otherwise. */
export const DEFAULT_KINDS: readonly SubscriptionKind[] = ['announcements', 'notices'];

/** A channel asks to be told. */
export interface Subscription {
  readonly target: ChannelTarget;
  readonly leadMinutes: number;
  /** Slugs; empty for all rooms. */
  readonly rooms: readonly RoomSlug[];
  /** Slugs; empty for all tracks. */
  readonly tracks: readonly string[];
  readonly kinds: readonly SubscriptionKind[];
  /** Told of each announcement, and of nothing else; the platform's own word for a role or group. */
  readonly mention?: string;
  /** What is said there is said in; one of `LANGUAGES`. */
  readonly language: string;
  /** Subscribed at, or changed at: nothing that fell due before is announced. */
  readonly since: Instant;
}

export interface Subscriptions {
  /** Replaces an earlier subscription of the channel. */
  put(subscription: Subscription): Promise<void>;
  /** What waits to be posted there is dropped as well. False when the channel had none. */
  remove(target: ChannelTarget): Promise<boolean>;
  /** By channel. */
  of(community: CommunityRef): Promise<readonly Subscription[]>;
  /** By platform, community and channel. */
  all(): Promise<readonly Subscription[]>;
}

/** Whether it hears of talks before they start: a lead, and whom to mention, are for that alone. */
export function announces({ kinds }: Pick<Subscription, 'kinds'>): boolean {
  return kinds.includes('announcements');
}

/** Which talks of the conference a subscription is about: those in its rooms and in its tracks. */
export function interest(
  { rooms, tracks }: Pick<Subscription, 'rooms' | 'tracks'>,
  conference: Conference,
): (talk: Talk) => boolean {
  const roomNames = namesOf(conference.rooms, rooms);
  const trackNames = namesOf(conference.tracks, tracks);
  return (talk) =>
    (rooms.length === 0 || (talk.room !== undefined && roomNames.has(talk.room))) &&
    (tracks.length === 0 || (talk.track !== undefined && trackNames.has(talk.track)));
}

function namesOf(
  places: readonly { readonly name: string; readonly slug: string }[],
  slugs: readonly string[],
): ReadonlySet<string> {
  return new Set(places.filter(({ slug }) => slugs.includes(slug)).map(({ name }) => name));
}
