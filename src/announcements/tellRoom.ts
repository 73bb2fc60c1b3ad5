import { correctionOf } from '../outbox/correction.ts';
import { type Delivery, delivery } from '../outbox/delivery.ts';
import { CORRECTABLE_MS, uselessFrom } from '../outbox/due.ts';
import { type CommunityRef, communityOf, isSameCommunity } from '../platform/target.ts';
import { applyOverlay } from '../programme/overlay.ts';
import {
  applyRoomStates,
  type RoomNow,
  type RoomState,
  type RoomStateKind,
  roomNow,
} from '../programme/roomStates.ts';
import { crowdAt } from '../schedule/crowd.ts';
import type { Conference, Room, RoomSlug, Talk } from '../schedule/schedule.ts';
import type { ConferenceKey } from '../schedule/source.ts';
import type { Version } from '../schedule/versions.ts';
import type { AnnouncerStores, AnnouncerWork } from './announcerWork.ts';
import { starrer } from './plan.ts';
import { readSituation } from './situation.ts';
import { afterLastTick, type TakeoverSetting } from './takeover.ts';

/** A version of the conference of whose room something is said. */
type Standing = Pick<Version, 'key' | 'conference'>;

export interface SaidState {
  readonly room: RoomSlug;
  readonly state: RoomStateKind;
  /** Id of the member who says so. */
  readonly by: string;
}

/** `over`: nothing runs there any more on that day, so that there is nothing to say. */
export type RoomTold = 'told' | 'over';

/**
 * From now on a room is full, nearly full, or free again, in that community: announcements that are
 * out say so, and whoever starred what is next there hears once that it is full, however often that
 * is said.
 */
export function tellRoom(
  announcerWork: AnnouncerWork,
  community: CommunityRef,
  { key, conference: published }: Standing,
  { room: slug, state, by }: SaidState,
  { clock, defaultConference }: TakeoverSetting,
): Promise<RoomTold> {
  return announcerWork.transaction(async (stores) => {
    const now = await afterLastTick(stores, clock);
    const overlay = (await readSituation(stores, defaultConference)).overlayOf(community, key);
    const conference = applyOverlay(published, overlay);
    const room = conference.rooms.find((one) => one.slug === slug);
    const there: RoomNow =
      room === undefined
        ? { running: undefined, next: undefined }
        : roomNow(conference, room.name, now);
    const meant = there.running ?? there.next;
    if (room === undefined || meant === undefined) return 'over';
    const former = await stateInForce(stores, community, key, conference, slug, now);
    const said = { room: slug, state, talk: meant.id, saidAt: now, until: meant.end };
    await stores.communities.setRoomState(community, key, said);
    const act = { kind: 'room', about: [room.name], before: [former], after: [state] } as const;
    await stores.acts.record(community, act, { at: now, by });
    const telling = { stores, community, key, conference, room, there, said };
    await stores.outbox.enqueue([
      ...(former === state ? [] : await corrections(telling)),
      ...(state === 'full' ? await fullNotices(telling) : []),
    ]);
    return 'told';
  });
}

async function stateInForce(
  { communities }: AnnouncerStores,
  community: CommunityRef,
  key: ConferenceKey,
  conference: Conference,
  slug: RoomSlug,
  now: number,
): Promise<RoomStateKind> {
  const states = await communities.roomStatesOf(community, key);
  const { rooms } = applyRoomStates(conference, states);
  const crowd = rooms.find((room) => room.slug === slug)?.crowd;
  return crowd === undefined || now >= crowd.until ? 'free' : crowd.kind;
}

interface Telling {
  readonly stores: Pick<AnnouncerStores, 'sent' | 'stars'>;
  readonly community: CommunityRef;
  readonly key: ConferenceKey;
  readonly conference: Conference;
  readonly room: Room;
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
