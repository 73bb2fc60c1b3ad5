import type { Instant } from '../../clock.ts';
import { type Delivery, delivery } from '../../outbox/delivery.ts';
import { CORRECTABLE_MS, uselessFrom } from '../../outbox/due.ts';
import { correctionOf } from '../../outbox/kinds/correction.ts';
import { type CommunityRef, communityOf, isSameCommunity } from '../../platform/target.ts';
import { applyOverlay } from '../../programme/overlay.ts';
import {
  applyRoomStates,
  type RoomNow,
  type RoomState,
  type RoomStateKind,
  roomNow,
} from '../../programme/rooms/roomStates.ts';
import { crowdAt } from '../../schedule/crowd.ts';
import type { Conference, Room, Talk } from '../../schedule/schedule.ts';
import type { ConferenceKey } from '../../schedule/source.ts';
import type { Version } from '../../schedule/versions.ts';
import type { AnnouncerStores } from '../announcerWork.ts';
import { starrer } from '../plan.ts';
import { readSituation } from '../situation.ts';
import { afterLastTick, type TakeoverSetting } from '../versions/takeover.ts';

/** A version of the conference of whose rooms something is said. */
export type Standing = Pick<Version, 'key' | 'conference'>;

/** A community's conference at a moment, within a transaction. */
export interface RoomsNow {
  readonly stores: AnnouncerStores;
  readonly community: CommunityRef;
  readonly key: ConferenceKey;
  /** As the community sees it, but for how its rooms stand. */
  readonly conference: Conference;
  readonly states: readonly RoomState[];
  readonly now: Instant;
}

export async function readRooms(
  stores: AnnouncerStores,
  community: CommunityRef,
  { key, conference: published }: Standing,
  { clock, defaultConference }: TakeoverSetting,
): Promise<RoomsNow> {
  const now = await afterLastTick(stores, clock);
  const overlay = (await readSituation(stores, defaultConference)).overlayOf(community, key);
  const conference = applyOverlay(published, overlay);
  const states = await stores.communities.roomStatesOf(community, key);
  return { stores, community, key, conference, states, now };
}

/** What was said last of a room, while that holds. */
export function stateInForce(
  { conference: { talks }, states, now }: RoomsNow,
  { slug }: Room,
): RoomState | undefined {
  const said = states.find(({ room }) => room === slug);
  const until = talks.find(({ id }) => id === said?.talk)?.end ?? said?.until ?? now;
  return now < until ? said : undefined;
}

/**
 * From now on the room stands so: announcements that are out say it, and whoever starred what is next
 * there hears once that it is full, however often that is said. `undefined`, and nothing is done, where
 * nothing runs there any more on that day.
 */
export async function changeRoom(
  rooms: RoomsNow,
  room: Room,
  state: RoomStateKind,
  origin: RoomState['origin'],
): Promise<{ readonly former: RoomStateKind } | undefined> {
  const { stores, community, key, conference, now } = rooms;
  const there = roomNow(conference, room.name, now);
  const meant = there.running ?? there.next;
  if (meant === undefined) return undefined;
  const former = stateInForce(rooms, room)?.state ?? 'free';
  const said = { room: room.slug, state, talk: meant.id, saidAt: now, until: meant.end, origin };
  await stores.communities.setRoomState(community, key, said);
  const telling = { stores, community, key, conference, there, said };
  await stores.outbox.enqueue([
    ...(former === state ? [] : await corrections(telling)),
    ...(state === 'full' ? await fullNotices(telling) : []),
  ]);
  return { former };
}

interface Telling {
  readonly stores: Pick<AnnouncerStores, 'sent' | 'stars'>;
  readonly community: CommunityRef;
  readonly key: ConferenceKey;
  readonly conference: Conference;
  readonly there: RoomNow;
  readonly said: RoomState;
}

/** Announcements of what runs there and what is next: now, and again when the word is over. */
async function corrections(telling: Telling): Promise<readonly Delivery[]> {
  const { stores, community, key, there, said } = telling;
  const { saidAt, until, state } = said;
  const talks = [there.running, there.next].filter((talk) => talk !== undefined);
  const ids = talks.map(({ id }) => id);
  const sent = await stores.sent.about(key, ids, saidAt - CORRECTABLE_MS);
  const useful = Math.max(...talks.map(({ end }) => end));
  return sent.flatMap(({ deliveries, messageId }) => {
    const [{ target }] = deliveries;
    const isHere = target.kind === 'channel' && isSameCommunity(communityOf(target), community);
    if (!isHere) return [];
    const at = (dueAt: number) =>
      correctionOf(deliveries, messageId, { dueAt, expiresAt: useful }, dueAt);
    return [...at(saidAt), ...(state === 'free' || until >= useful ? [] : at(until))];
  });
}

/** Whoever starred there what is next in a room that is full, unless they want to hear nothing. */
async function fullNotices(telling: Telling): Promise<readonly Delivery[]> {
  const { stores, community, key, there, said } = telling;
  const next = nextInCrowd(telling, there);
  if (next === undefined) return [];
  const starrers = await stores.stars.starrers(key, [next.id]);
  const subject = { kind: 'roomFull', room: said.room, talk: next.id } as const;
  const span = { dueAt: said.saidAt, expiresAt: uselessFrom(next.start) };
  return starrers
    .filter((star) => isSameCommunity(community, star.community) && !star.isSilent)
    .map((star) => delivery(starrer(star, { key }), subject, span, said.saidAt));
}

function nextInCrowd({ conference, said }: Telling, { next }: RoomNow): Talk | undefined {
  const crowded = applyRoomStates(conference, [said]);
  return next !== undefined && crowdAt(next, crowded, said.saidAt) ? next : undefined;
}
