import type { Instant } from '../clock.ts';
import { type Addressee, delivery, listDelivery } from '../outbox/deliveries.ts';
import type { Delivery, ToldChange } from '../outbox/delivery.ts';
import { interest, type Subscription } from '../outbox/subscription.ts';
import type { LaneOf } from '../platform/messenger.ts';
import type { Target } from '../platform/target.ts';
import type { Change } from '../schedule/changes.ts';
import type { Conference, Talk } from '../schedule/model.ts';
import { newsExpireAt, toldChange } from './change.ts';
import { channelAddressee } from './planned.ts';
import type { Starrer } from './starred.ts';

/** More changes at once than this become one digest. */
export const MOST_NOTICES = 20;

/** One step of a conference as a community sees it. */
export interface Shift {
  readonly before: Conference;
  readonly after: Conference;
  readonly changes: readonly Change[];
  /** Those that anybody can still make use of. */
  readonly news: readonly Change[];
}

/** What all notices of one step have in common. */
export interface Edition {
  /** Key of the conference. */
  readonly key: string;
  /** Sets the notices of this step apart from those of every other. */
  readonly number: number;
  readonly at: Instant;
  readonly laneOf: LaneOf;
}

/** What a channel is told of the changes in its rooms and tracks, before or after. */
export function channelNews(
  subscription: Subscription,
  { before, after, news }: Shift,
  edition: Edition,
): readonly Delivery[] {
  if (!subscription.kinds.includes('notices')) return [];
  const concerned = [interest(subscription, before), interest(subscription, after)];
  const told = news
    .filter((change) => talksOf(change).some((talk) => concerned.some((of) => of(talk))))
    .flatMap((change) => toldChange(change) ?? []);
  return notices(channelAddressee(subscription, edition.key), told, edition);
}

/** What a member is told of the talks they starred, and that their list is to be drawn anew. */
export function memberNews(
  stars: readonly Starrer[],
  shiftOf: (star: Starrer) => Shift,
  edition: Edition,
): readonly Delivery[] {
  const [first] = stars;
  if (first === undefined) return [];
  const target: Target = {
    kind: 'member',
    platform: first.member.platform,
    member: first.member.id,
  };
  const to = {
    target,
    conference: edition.key,
    ...(first.home === undefined ? {} : { home: first.home }),
  };
  const told = stars.flatMap((star) =>
    shiftOf(star).news.flatMap((change) => {
      const told = change.kind === 'new' ? undefined : toldChange(change);
      return told?.talk === star.talk ? [told] : [];
    }),
  );
  return [
    ...(first.muted ? [] : notices(to, told, edition)),
    listDelivery(to, edition.at, edition.laneOf),
  ];
}

function notices(
  to: Addressee,
  told: readonly ToldChange[],
  { at, number, laneOf }: Edition,
): readonly Delivery[] {
  if (told.length > MOST_NOTICES) {
    const span = { dueAt: at, expiresAt: Math.max(...told.map(newsExpireAt)) };
    return [delivery(to, { kind: 'changes', changes: told }, span, laneOf, number)];
  }
  return told.map((change) =>
    delivery(
      to,
      { kind: 'notice', change },
      { dueAt: at, expiresAt: newsExpireAt(change) },
      laneOf,
      number,
    ),
  );
}

function talksOf(change: Change): readonly Talk[] {
  const before = change.kind === 'new' ? [] : [change.before];
  const after = change.after === undefined ? [] : [change.after];
  return [...before, ...after];
}
