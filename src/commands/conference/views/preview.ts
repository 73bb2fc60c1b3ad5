import { digestReader, plannedChannel } from '../../../announcements/channels.ts';
import { planAnnouncements, planDigests, type Window } from '../../../announcements/plan.ts';
import { countOnStage } from '../../../announcements/speakers.ts';
import { type Instant, MINUTE_MS } from '../../../clock.ts';
import type { Subscription } from '../../../outbox/subscription.ts';
import type { ChannelTarget } from '../../../platform/target.ts';
import type { Programme } from '../../../programme/programme.ts';
import type { SpeakerClaim } from '../../../programme/speakerClaims.ts';
import type { Conference, Talk } from '../../../schedule/schedule.ts';

/** The conference that is previewed, as the community sees it. */
export type Previewed = Pick<Programme, 'key' | 'conference' | 'timetable'>;

/** One message as it will be posted if nothing changes until then. */
export interface PreviewedPost {
  readonly at: Instant;
  readonly target: ChannelTarget;
  readonly kind: 'announcement' | 'digest';
  /** In which it will be said. */
  readonly language: string;
  /** Empty for a digest. */
  readonly talks: readonly Talk[];
  /** Of which conference it is, where there are several. */
  readonly of?: Conference;
}

/** What the ticks from `now` on will post until `until`, in order: the very plan that they follow. */
export function previewPosts(
  subscriptions: readonly Subscription[],
  programme: Previewed,
  now: Instant,
  until: Instant,
): readonly PreviewedPost[] {
  const posts: PreviewedPost[] = [];
  for (let after = now; after < until; after += MINUTE_MS) {
    const window = { after, until: Math.min(after + MINUTE_MS, until) };
    for (const subscription of subscriptions) {
      posts.push(...postsIn(window, subscription, programme));
    }
  }
  return posts;
}

/** How many messages tell confirmed speakers that they are on, as the ticks of the window plan them. */
export function previewSpeakers(
  claims: readonly SpeakerClaim[],
  programmes: readonly Previewed[],
  window: Window,
): number {
  const confirmed = claims.filter(({ state }) => state === 'confirmed');
  return countOnStage(window, confirmed, (_, key) => programmes.find((one) => one.key === key));
}

function postsIn(
  window: Window,
  subscription: Subscription,
  programme: Previewed,
): readonly PreviewedPost[] {
  const { target, language } = subscription;
  const channel = plannedChannel(subscription, programme);
  const reader = digestReader(subscription, programme);
  const announcements = Map.groupBy(planAnnouncements(window, [channel]), ({ batch }) => batch);
  const digests = planDigests(window, reader === undefined ? [] : [reader]);
  return [
    ...digests.map(({ dueAt }) => ({
      at: dueAt,
      target,
      language,
      kind: 'digest' as const,
      talks: [],
    })),
    ...[...announcements.values()].map((deliveries) => ({
      at: Math.max(...deliveries.map(({ dueAt }) => dueAt)),
      target,
      language,
      kind: 'announcement' as const,
      talks: deliveries.flatMap(({ subject }) =>
        subject.kind === 'announcement' ? (programme.timetable.talk(subject.talk) ?? []) : [],
      ),
    })),
  ];
}
