import { pauseInTime } from '../../clock/steps.ts';
import type { Instant } from '../../clock.ts';
import type { Delivery } from '../../outbox/delivery.ts';
import { CORRECTABLE_MS } from '../../outbox/due.ts';
import { correctionOf } from '../../outbox/kinds/correction.ts';
import type { SentAnnouncement } from '../../outbox/outbox.ts';
import { interest } from '../../outbox/subscription.ts';
import {
  type CommunityRef,
  communityOf,
  isSameCommunity,
  targetKey,
} from '../../platform/target.ts';
import type { SpeakerClaim } from '../../programme/speakerClaims.ts';
import { type Change, talkOf } from '../../schedule/comparing/changes.ts';
import type { Talk, TalkId } from '../../schedule/schedule.ts';
import type { ConferenceKey } from '../../schedule/source.ts';
import { afterwards, endedEarlier, newlyRecorded, recordingWishers } from '../afterwards.ts';
import type { AnnouncerStores } from '../announcerWork.ts';
import { plannedChannel } from '../channels.ts';
import { planChanged } from '../plan.ts';
import { byCommunity, type Situation } from '../situation.ts';
import { isToldAsSpeaker, ownRecordings, speakerNews } from '../speakers.ts';
import type { StarMove, Starrer } from '../starred.ts';
import { formerTalk, hasNewStart, newsExpireAt } from './change.ts';
import {
  channelLosses,
  channelNews,
  channelRenames,
  hearers,
  memberNews,
  memberRenames,
  newsByTalk,
} from './news.ts';
import type { Update } from './update.ts';

/** Who is concerned by an update, everywhere or in one community alone, and in which form. */
export interface Telling {
  /** The update as a community sees it; for nobody's community, as the schedule itself has it. */
  readonly updateFor: (community: CommunityRef | undefined) => Update;
  readonly situation: Situation;
  readonly only?: CommunityRef;
}

type Stores = Pick<AnnouncerStores, 'outbox' | 'sent' | 'stars' | 'followed' | 'speakerClaims'>;

/**
 * All that follows from an update: stars know when they fall due, those concerned are
 * told, what is due at once is planned, announcements that are out stop lying.
 * Part of the transaction that makes it.
 */
export async function tellConsequences(stores: Stores, telling: Telling): Promise<void> {
  await followStars(stores, telling);
  await stores.outbox.enqueue([
    ...(await newsDeliveries(stores, telling)),
    ...(await renamesOfStarred(stores, telling)),
    ...(await corrections(stores, telling)),
    ...(await recordings(stores, telling)),
    ...(await feedback(stores, telling)),
  ]);
}

/** What channels and members are sent about the changes themselves. */
export async function newsDeliveries(
  stores: Pick<Stores, 'stars' | 'speakerClaims'>,
  telling: Telling,
): Promise<readonly Delivery[]> {
  const toSpeakers = speakerNews(await speakersOf(stores, telling), telling.updateFor);
  return [
    ...(await channelDeliveries(telling)),
    ...toSpeakers,
    ...(await memberDeliveries(stores, telling, isToldAsSpeaker(toSpeakers))),
  ];
}

/** How many are told of something. */
export interface ToldCount {
  readonly channels: number;
  readonly members: number;
}

/** Lists that are drawn anew, and what starts at once now, are no news. */
export function countTold(deliveries: readonly Delivery[]): ToldCount {
  const news = deliveries.filter(
    ({ subject: { kind } }) => kind === 'notice' || kind === 'changes' || kind === 'ownChange',
  );
  const targets = new Map(news.map(({ target }) => [targetKey(target), target.kind]));
  const kinds = [...targets.values()];
  const channels = kinds.filter((kind) => kind === 'channel').length;
  return { channels, members: kinds.length - channels };
}

/** Whoever starred or follows what has a recording now, and wishes to hear of it: where its room runs late, once it is over there, too. */
async function recordings(stores: Stores, telling: Telling): Promise<readonly Delivery[]> {
  const { updateFor, only } = telling;
  if (only !== undefined) return [];
  const update = updateFor(undefined);
  const { key, at, knownSince } = update;
  const recorded = newlyRecorded(update);
  const lateEnds = byCommunity((community) => {
    const { after } = updateFor(community);
    const late = after === update.after ? [] : after.talks.filter(({ end }) => end > at);
    return new Map(late.map(({ id, end }) => [id, end]));
  });
  const wishers = await recordingWishers(stores, key, recorded);
  const overAt = ({ community, talk }: Pick<Starrer, 'community' | 'talk'>) =>
    lateEnds(community).get(talk) ?? at;
  const toSpeakers = ownRecordings(await speakersOf(stores, telling), recorded, update, overAt);
  const isOwn = isToldAsSpeaker(toSpeakers);
  const others = wishers.filter((star) => !isOwn(star));
  return [...toSpeakers, ...afterwards('recording', others, key, overAt, knownSince)];
}

/** Those confirmed in communities that are concerned. */
async function speakersOf(
  { speakerClaims }: Pick<Stores, 'speakerClaims'>,
  telling: Telling,
): Promise<readonly SpeakerClaim[]> {
  const confirmed = await speakerClaims.all('confirmed');
  return confirmed.filter(({ conference, community }) =>
    isConcerned(telling, community, conference),
  );
}

/** What ends earlier than it was to, so that the tick that would have asked how it was is past. */
async function feedback(stores: Stores, telling: Telling): Promise<readonly Delivery[]> {
  const { updateFor, only } = telling;
  const { key, at } = updateFor(only);
  const endedFor = byCommunity(
    (community) => new Set(endedEarlier(updateFor(community).changes, at)),
  );
  const ids = new Set(viewsOf(telling).flatMap((community) => [...endedFor(community)]));
  const wishers = (await stores.stars.wishers('feedback', key, [...ids])).filter(
    ({ community, talk }) =>
      (only === undefined || isSameCommunity(only, community)) && endedFor(community).has(talk),
  );
  return afterwards('feedback', wishers, key, () => at);
}

/**
 * Stars, and follows, of talks whose start or status is another now. Those given in communities with
 * overlays go by what takes place there, also where that is what it was and the source alone says otherwise.
 */
async function followStars({ stars, followed }: Stores, telling: Telling): Promise<void> {
  for (const community of viewsOf(telling)) {
    const update = telling.updateFor(community);
    const own = movesOf(update);
    const published = community === undefined ? [] : movesOf(telling.updateFor(undefined));
    const moved = new Set(own.map(({ to }) => to));
    const undone = published.filter(({ to }) => !moved.has(to)).map(({ to }) => to);
    const held = undone.length === 0 ? [] : placesIn(update, new Set(undone));
    const moves = [...own, ...held];
    await stars.follow(update.key, moves, update.at, community);
    await followed.follow(update.key, moves, update.at, community);
  }
}

function movesOf({ changes, at }: Update): readonly StarMove[] {
  return changes
    .filter((change) => hasNewStart(change) || change.kind === 'canceled')
    .map((change) => {
      const talk = talkOf(change);
      return moveOf(change.kind === 'canceled' ? { ...talk, status: 'canceled' } : talk, at);
    });
}

function placesIn({ after, at }: Update, ids: ReadonlySet<TalkId>): readonly StarMove[] {
  return after.talks.filter(({ id }) => ids.has(id)).map((talk) => moveOf(talk, at));
}

function moveOf({ id, status, start }: Talk, at: Instant): StarMove {
  return { from: id, to: id, ...(status === 'scheduled' && start > at ? { start } : {}) };
}

async function channelDeliveries(telling: Telling): Promise<readonly Delivery[]> {
  const { situation, updateFor } = telling;
  const changesFor = byCommunity((community) => changesByTalk(updateFor(community)));
  const deliveries: Delivery[] = [];
  for (const subscription of situation.subscriptions) {
    const community = communityOf(subscription.target);
    if (!isConcerned(telling, community, subscription.conference)) continue;
    await pauseInTime();
    const update = updateFor(community);
    const { key, at, before, after } = update;
    const wasHeardOf = interest(subscription, before);
    const isUnheardOf = ({ id }: Talk) => {
      const change = changesFor(community).get(id);
      return change !== undefined && (hasNewStart(change) || !wasHeardOf(formerTalk(change)));
    };
    const channel = plannedChannel(subscription, { key, conference: after });
    deliveries.push(...channelNews(subscription, update));
    deliveries.push(...channelRenames(subscription, update));
    deliveries.push(...channelLosses(subscription, update));
    deliveries.push(...planChanged(at, channel, isUnheardOf));
  }
  return deliveries;
}

function changesByTalk({ changes }: Update): ReadonlyMap<TalkId, Change> {
  return new Map(changes.map((change) => [talkOf(change).id, change]));
}

async function memberDeliveries(
  { stars }: Pick<Stores, 'stars'>,
  telling: Telling,
  isToldOtherwise: (star: Starrer) => boolean,
): Promise<readonly Delivery[]> {
  const { updateFor, only } = telling;
  const newsFor = byCommunity((community) => newsByTalk(updateFor(community)));
  const changed = new Set(
    viewsOf(telling).flatMap((community) => updateFor(community).news.map(({ told }) => told.talk)),
  );
  const update = updateFor(only);
  const starrers = (await stars.starrers(update.key, [...changed])).filter(
    ({ community }) => only === undefined || isSameCommunity(only, community),
  );
  const toldOf = (star: Starrer) =>
    isToldOtherwise(star) ? undefined : newsFor(star.community).get(star.talk);
  const isHeard = hearers(update);
  return [
    ...Map.groupBy(starrers, ({ member }) => `${member.platform}:${member.id}`).values(),
  ].flatMap((own) => memberNews(own, isHeard(own) ? toldOf : () => undefined, update));
}

/** A room's new name is the same for everybody, however late it runs. */
async function renamesOfStarred({ stars }: Stores, telling: Telling): Promise<readonly Delivery[]> {
  const update = telling.updateFor(telling.only);
  const rooms = new Set(
    update.renames.flatMap(({ kind, after }) => (kind === 'room' ? [after] : [])),
  );
  if (rooms.size === 0) return [];
  const ids = update.after.talks.flatMap(({ id, room = '' }) => (rooms.has(room) ? [id] : []));
  const starrers = await stars.starrers(update.key, ids);
  return [
    ...Map.groupBy(starrers, ({ member }) => `${member.platform}:${member.id}`).values(),
  ].flatMap((own) => memberRenames(own, update));
}

async function corrections({ sent }: Stores, telling: Telling): Promise<readonly Delivery[]> {
  const { updateFor, only } = telling;
  const { key, at } = updateFor(only);
  const ids = viewsOf(telling).flatMap((community) =>
    updateFor(community).news.map(({ told }) => told.talk),
  );
  const messages = await sent.about(key, [...new Set(ids)], at - CORRECTABLE_MS);
  return messages.flatMap((message) => correction(message, telling));
}

function correction(
  { deliveries, messageId }: SentAnnouncement,
  telling: Telling,
): readonly Delivery[] {
  const [{ target, conference }] = deliveries;
  if (target.kind !== 'channel') return [];
  const community = communityOf(target);
  const isHad = telling.situation.conferencesOf(community).includes(conference);
  if (!isHad || !isConcerned(telling, community, conference)) return [];
  const talks = new Set(
    deliveries.map(({ subject }) => (subject.kind === 'announcement' ? subject.talk : '')),
  );
  const { news, at, number } = telling.updateFor(community);
  const told = news.map((one) => one.told).filter(({ talk }) => talks.has(talk));
  if (told.length === 0) return [];
  const span = { dueAt: at, expiresAt: Math.max(...told.map(newsExpireAt)) };
  return correctionOf(deliveries, messageId, span, number);
}

/** Every view of the conference there is: nobody's own, and those of communities with overlays. */
function viewsOf({ updateFor, only, situation }: Telling): readonly (CommunityRef | undefined)[] {
  return only === undefined ? [undefined, ...situation.overlaid(updateFor(only).key)] : [only];
}

function isConcerned(
  { updateFor, only }: Telling,
  community: CommunityRef,
  conference: ConferenceKey,
): boolean {
  const isHere = only === undefined || isSameCommunity(only, community);
  return isHere && conference === updateFor(only).key;
}
