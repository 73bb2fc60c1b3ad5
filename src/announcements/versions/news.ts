import { DAY_MS, MINUTE_MS } from '../../clock.ts';
import {
  type Addressee,
  type Delivery,
  delivery,
  type ToldChange,
  type ToldDelay,
} from '../../outbox/delivery.ts';
import { listDelivery } from '../../outbox/kinds/memberList.ts';
import { interest, type Subscription } from '../../outbox/subscription.ts';
import type { Change } from '../../schedule/comparing/changes.ts';
import { isToldRename, type Rename } from '../../schedule/comparing/renames.ts';
import type { Conference, Talk } from '../../schedule/schedule.ts';
import { channelAddressee } from '../channels.ts';
import type { Starrer } from '../starred.ts';
import { newsExpireAt } from './change.ts';
import type { Update } from './update.ts';

/** More changes at once than this become one digest. */
export const MOST_NOTICES = 20;

/** Whoever starred what is next in a room is told of a delay that changes by as much. */
const TOLD_DELAY_MS = 10 * MINUTE_MS;

/** What a channel is told of the changes in its rooms and tracks, before or after. */
export function channelNews(subscription: Subscription, update: Update): readonly Delivery[] {
  if (!subscription.kinds.includes('notices')) return [];
  const concerned = [interest(subscription, update.before), interest(subscription, update.after)];
  const told = update.news
    .filter(({ change }) => talksOf(change).some((talk) => concerned.some((of) => of(talk))))
    .map((one) => one.told);
  const to = channelAddressee(subscription, update.key);
  return update.late === undefined
    ? notices(to, told, update)
    : lateness(to, update.late, told, update);
}

/** One message a room, whatever the number of talks; on time again, it says so itself. */
function lateness(
  to: Addressee,
  delay: ToldDelay,
  told: readonly ToldChange[],
  { at }: Pick<Update, 'at'>,
): readonly Delivery[] {
  const span = { dueAt: at, expiresAt: Math.max(...told.map(newsExpireAt)) };
  return told.length === 0 ? [] : [delivery(to, { kind: 'roomDelay', delay }, span)];
}

/** What a channel is told of new names: those of places where something it hears of is still to come. */
export function channelRenames(subscription: Subscription, update: Update): readonly Delivery[] {
  if (!subscription.kinds.includes('notices')) return [];
  const told = renamesAround(interest(subscription, update.after), update);
  return renameDeliveries(channelAddressee(subscription, update.key), told, update);
}

/** That a channel waits for rooms or tracks that there are no more, which nobody would notice: it falls silent. */
export function channelLosses(subscription: Subscription, update: Update): readonly Delivery[] {
  const { before, after, key, at, number, knownSince } = update;
  const lost = (slugs: readonly string[], olds: Conference['tracks'], news: Conference['tracks']) =>
    olds.flatMap(({ name, slug }) =>
      slugs.includes(slug) && !news.some((place) => place.slug === slug) ? [name] : [],
    );
  const names = [
    ...lost(subscription.rooms, before.rooms, after.rooms),
    ...lost(subscription.tracks, before.tracks, after.tracks),
  ];
  const span = { dueAt: at, expiresAt: at + DAY_MS, knownSince };
  const to = channelAddressee(subscription, key);
  return names.length === 0 ? [] : [delivery(to, { kind: 'placesGone', names }, span, number)];
}

/** What a member is told of new names: of the rooms where something they starred is still to come. */
export function memberRenames(stars: readonly Starrer[], update: Update): readonly Delivery[] {
  const [first] = stars;
  if (first === undefined || first.isSilent) return [];
  const starred = new Set(stars.map(({ talk }) => talk));
  const told = renamesAround(({ id }) => starred.has(id), update);
  const rooms = told.filter(({ kind }) => kind === 'room');
  return renameDeliveries(memberAddressee(first, update), rooms, update);
}

/** The renames worth telling whoever cares for these talks. */
function renamesAround(
  isInteresting: (talk: Talk) => boolean,
  { renames, after, at }: Update,
): readonly Rename[] {
  const talks = renames.length === 0 ? [] : after.talks.filter(({ end }) => end > at);
  return renames
    .filter(isToldRename)
    .filter(({ kind, after: name }) =>
      talks.some((talk) => talk[kind] === name && isInteresting(talk)),
    );
}

function renameDeliveries(
  to: Addressee,
  renames: readonly Rename[],
  { at, number, knownSince }: Pick<Update, 'number' | 'at' | 'knownSince'>,
): readonly Delivery[] {
  const span = { dueAt: at, expiresAt: at + DAY_MS, knownSince };
  return renames.length === 0 ? [] : [delivery(to, { kind: 'renamed', renames }, span, number)];
}

/** By talk, what its starrers are told of an update. */
export function newsByTalk({ news }: Update): ReadonlyMap<string, ToldChange> {
  const old = news.filter(({ told }) => told.kind !== 'new');
  return new Map(old.map(({ told }) => [told.talk, told]));
}

/**
 * Whether those who starred these talks hear of the update in a message of its own. Of a delay, only
 * where it makes a difference to them soon; in all other cases their list and reminders know of it.
 */
export function hearers({ late, news }: Update): (stars: readonly Starrer[]) => boolean {
  if (late === undefined) return () => true;
  const shifts = news.flatMap(({ change }) => (change.kind === 'moved' ? [change] : []));
  const first = Math.min(...shifts.map(({ after }) => after.start));
  const next = shifts.filter(
    ({ before, after }) =>
      after.start === first && Math.abs(after.start - before.start) >= TOLD_DELAY_MS,
  );
  const talks = new Set(next.map(({ after }) => after.id));
  return (stars) => stars.some(({ talk }) => talks.has(talk));
}

/** What a member is told of the talks they starred, and that their list is to be drawn anew. */
export function memberNews(
  stars: readonly Starrer[],
  toldOf: (star: Starrer) => ToldChange | undefined,
  update: Pick<Update, 'key' | 'number' | 'at' | 'knownSince'>,
): readonly Delivery[] {
  const [first] = stars;
  if (first === undefined) return [];
  const to = memberAddressee(first, update);
  const told = stars.flatMap((star) => toldOf(star) ?? []);
  return [...(first.isSilent ? [] : notices(to, told, update)), listDelivery(to, update.at)];
}

function memberAddressee({ member, community }: Starrer, { key }: Pick<Update, 'key'>): Addressee {
  return {
    target: { kind: 'member', platform: member.platform, member: member.id },
    conference: key,
    ...(community === undefined ? {} : { community }),
  };
}

function notices(
  to: Addressee,
  told: readonly ToldChange[],
  { at, number, knownSince }: Pick<Update, 'number' | 'at' | 'knownSince'>,
): readonly Delivery[] {
  if (told.length > MOST_NOTICES) {
    const span = { dueAt: at, expiresAt: Math.max(...told.map(newsExpireAt)), knownSince };
    return [delivery(to, { kind: 'changes', changes: told }, span, number)];
  }
  return told.map((change) =>
    delivery(
      to,
      { kind: 'notice', change },
      { dueAt: at, expiresAt: newsExpireAt(change), knownSince },
      number,
    ),
  );
}

function talksOf(change: Change): readonly Talk[] {
  const before = change.kind === 'new' ? [] : [change.before];
  const after = change.after === undefined ? [] : [change.after];
  return [...before, ...after];
}
