import type { Instant } from '../clock.ts';
import { correctionOf } from '../outbox/deliveries.ts';
import type { Delivery } from '../outbox/delivery.ts';
import { CORRECTABLE_MS } from '../outbox/due.ts';
import type { SentAnnouncement } from '../outbox/outbox.ts';
import { interest } from '../outbox/subscription.ts';
import type { CommunityRef } from '../platform/target.ts';
import { talkOf } from '../schedule/changes.ts';
import { formerTalk, hasNewStart, newsExpireAt, toldChange } from './change.ts';
import type { LedgerStores } from './ledger.ts';
import { channelNews, type Edition, memberNews, type Shift } from './news.ts';
import { planChanged } from './plan.ts';
import { plannedChannel } from './planned.ts';
import { communityOf, type Situation } from './situation.ts';
import type { StarMove, Starrer } from './starred.ts';

/** A conference goes on to a new state, everywhere or in one community alone. */
export interface Step {
  readonly edition: Edition;
  /** The step as a community sees it; for nobody's community, as the schedule itself has it. */
  readonly shiftOf: (community: CommunityRef | undefined) => Shift;
  readonly situation: Situation;
  readonly only?: CommunityRef;
}

type Stores = Pick<LedgerStores, 'outbox' | 'sent' | 'stars'>;

/**
 * All that follows from a step: stars know when they fall due, those concerned are
 * told, what is due at once is planned, announcements that are out stop lying.
 * Part of the transaction that takes the step.
 */
export async function tellConsequences(stores: Stores, step: Step): Promise<void> {
  await followStars(stores, step);
  await stores.outbox.enqueue([
    ...channelDeliveries(step),
    ...(await memberDeliveries(stores, step)),
    ...(await corrections(stores, step)),
  ]);
}

/** Stars of talks whose start or status is another now; those of delayed communities by their own clocks. */
async function followStars({ stars }: Stores, step: Step): Promise<void> {
  const { key, at } = step.edition;
  for (const community of viewsOf(step)) {
    await stars.follow(key, movesOf(step.shiftOf(community), at), at, community);
  }
}

function movesOf({ changes }: Shift, at: Instant): readonly StarMove[] {
  return changes
    .filter((change) => hasNewStart(change) || change.kind === 'canceled')
    .map((change) => {
      const { id, status, start } = talkOf(change);
      const isAhead = change.kind !== 'canceled' && status === 'scheduled' && start > at;
      return { from: id, to: id, ...(isAhead ? { start } : {}) };
    });
}

function channelDeliveries(step: Step): readonly Delivery[] {
  const { key, at, laneOf } = step.edition;
  return step.situation.subscriptions
    .filter(({ target }) => isConcerned(step, communityOf(target)))
    .flatMap((subscription) => {
      const shift = step.shiftOf(communityOf(subscription.target));
      const wasHeardOf = interest(subscription, shift.before);
      const changed = new Set(
        shift.changes
          .filter((change) => hasNewStart(change) || !wasHeardOf(formerTalk(change)))
          .map((change) => talkOf(change).id),
      );
      const channel = plannedChannel(subscription, { key, conference: shift.after });
      return [
        ...channelNews(subscription, shift, step.edition),
        ...planChanged(at, channel, changed, laneOf),
      ];
    });
}

async function memberDeliveries({ stars }: Stores, step: Step): Promise<readonly Delivery[]> {
  const { key } = step.edition;
  const changed = new Set(
    viewsOf(step).flatMap((community) =>
      step.shiftOf(community).news.flatMap((change) => toldChange(change)?.talk ?? []),
    ),
  );
  const starrers = (await stars.starrers(key, [...changed])).filter(
    ({ home }) => step.only === undefined || isSame(step.only, home),
  );
  const shiftOf = ({ home }: Starrer) => step.shiftOf(home);
  return [
    ...Map.groupBy(starrers, ({ member }) => `${member.platform}:${member.id}`).values(),
  ].flatMap((own) => memberNews(own, shiftOf, step.edition));
}

async function corrections({ sent }: Stores, step: Step): Promise<readonly Delivery[]> {
  const { key, at } = step.edition;
  const ids = viewsOf(step).flatMap((community) =>
    step.shiftOf(community).news.map((change) => talkOf(change).id),
  );
  const messages = await sent.about(key, [...new Set(ids)], at - CORRECTABLE_MS);
  return messages.flatMap((message) => correction(message, step));
}

function correction({ deliveries, messageId }: SentAnnouncement, step: Step): readonly Delivery[] {
  const [{ target }] = deliveries;
  if (target.kind !== 'channel' || !isConcerned(step, communityOf(target))) return [];
  const talks = new Set(
    deliveries.map(({ subject }) => (subject.kind === 'announcement' ? subject.talk : '')),
  );
  const told = step
    .shiftOf(communityOf(target))
    .news.flatMap((change) => toldChange(change) ?? [])
    .filter(({ talk }) => talks.has(talk));
  if (told.length === 0) return [];
  const { at, laneOf, number } = step.edition;
  const span = { dueAt: at, expiresAt: Math.max(...told.map(newsExpireAt)) };
  return correctionOf(deliveries, messageId, span, laneOf, number);
}

/** Every view of the conference there is: nobody's own, and those of delayed communities. */
function viewsOf({ edition, only, situation }: Step): readonly (CommunityRef | undefined)[] {
  return only === undefined ? [undefined, ...situation.delayed(edition.key)] : [only];
}

function isConcerned({ edition, only, situation }: Step, community: CommunityRef): boolean {
  return only === undefined
    ? situation.conferenceOf(community) === edition.key
    : isSame(only, community);
}

function isSame(one: CommunityRef, other: CommunityRef | undefined): boolean {
  return one.platform === other?.platform && one.id === other.id;
}
