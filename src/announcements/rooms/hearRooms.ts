import type { CommunityRef } from '../../platform/target.ts';
import { FEED_HOLDS_MS, type RoomFeed } from '../../programme/rooms/roomFeed.ts';
import type { RoomStateKind } from '../../programme/rooms/roomStates.ts';
import type { HeardRoom } from '../../schedule/formats/roomFeed.ts';
import { findWhole } from '../../schedule/naming/names.ts';
import { otherNames } from '../../schedule/naming/otherNames.ts';
import type { Conference, Room } from '../../schedule/schedule.ts';
import type { Heard } from '../../schedule/sources/roomFeeds.ts';
import type { AnnouncerWork } from '../announcerWork.ts';
import type { TakeoverSetting } from '../versions/takeover.ts';
import { changeRoom, type RoomsNow, readRooms, type Standing, stateInForce } from './changeRoom.ts';

/** What came of asking the feed at that address. */
export interface Asked {
  readonly url: string;
  readonly heard: Heard;
}

/** So many names are kept of those that mean no room. */
const MOST_UNKNOWN = 20;
const LONGEST_NAME = 100;

/**
 * How rooms stand as the community's feed says. A helper's word counts before it while that holds; what
 * it says again is not told again; one that cannot be read says nothing, and after
 * {@link FEED_HOLDS_MS} what it had said is over.
 */
export function hearRooms(
  announcerWork: AnnouncerWork,
  community: CommunityRef,
  standing: Standing,
  { url, heard }: Asked,
  setting: TakeoverSetting,
): Promise<void> {
  return announcerWork.transaction(async (stores) => {
    const rooms = await readRooms(stores, community, standing, setting);
    const { key, now } = rooms;
    const feed = await stores.communities.roomFeedOf(community, key);
    // Meanwhile organisers may have named another, or none.
    if (feed?.url !== url) return;
    if ('failed' in heard) {
      const failing = { since: feed.failing?.since ?? now, reason: heard.failed };
      await stores.communities.noteRoomFeed(community, key, { ...feed, failing });
      if (now - lastGood(feed, failing.since) >= FEED_HOLDS_MS) await endOwn(rooms);
      return;
    }
    const { known, unknown } = roomsHeard(heard, rooms.conference);
    await stores.communities.noteRoomFeed(community, key, { url, readAt: now, unknown });
    for (const [room, state] of known) await settle(rooms, room, state);
  });
}

/** What never went well did so when it was first asked, for all that anybody knows. */
function lastGood({ readAt }: RoomFeed, failingSince: number): number {
  return readAt ?? failingSince;
}

async function endOwn(rooms: RoomsNow): Promise<void> {
  for (const room of rooms.conference.rooms) await settle(rooms, room, 'free');
}

/** Free is what a room is of which nothing is said: it ends what the feed itself had said, and nothing else. */
async function settle(rooms: RoomsNow, room: Room, state: RoomStateKind): Promise<void> {
  const former = stateInForce(rooms, room);
  if (former?.origin === 'helper') return;
  if ((former?.state ?? 'free') !== state) await changeRoom(rooms, room, state, 'feed');
}

/** The conference's rooms of those names, and the names that mean none. */
export function roomsHeard(
  heard: readonly HeardRoom[],
  conference: Conference,
): {
  readonly known: ReadonlyMap<Room, RoomStateKind>;
  readonly unknown: readonly string[];
} {
  const others = otherNames(conference);
  const known = new Map<Room, RoomStateKind>();
  const unknown: string[] = [];
  for (const { name, state } of heard) {
    const match = findWhole(conference.rooms, name, others);
    if (match.kind === 'found') known.set(match.value, state);
    else if (unknown.length < MOST_UNKNOWN) unknown.push(name.slice(0, LONGEST_NAME));
  }
  return { known, unknown };
}
