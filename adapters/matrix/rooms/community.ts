import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { MINUTE_MS } from '../../../src/clock.ts';
import { unlessForbidden } from '../connection/verbs.ts';
import type { RoomBook } from './book.ts';
import { isOrganiserIn, organisersOf, type PowerApi } from './power.ts';

/**
 * Which community a room belongs to: the space that holds it, or the one that holds that, as far up as
 * Hallway is in them, and else the room itself.
 */
export interface RoomCommunities {
  /** By the room's first id; see `RoomBook`. */
  of(room: string): Promise<string>;
  /** Whether a space of that community names the room, whatever the room says. */
  names(community: string, room: string): Promise<boolean>;
  /** Something changed in which spaces there are. */
  changed(): void;
}

/** Of `m.space.child` and `m.space.parent`: without servers they say nothing (client-server API, "Spaces"). */
const relation = z.object({ via: z.array(z.string()).min(1) });
const KNOWN_MS = 5 * MINUTE_MS;
const MOST_ROOMS = 2_000;
/** Who may speak for a room are few, or it says so itself. */
const MOST_ORGANISERS = 10;

export interface CommunityParts {
  readonly api: PowerApi;
  readonly book: Pick<RoomBook, 'spaces' | 'currentOf'>;
}

/** Of several spaces, the first in the order of their ids counts, so that it is always the same. */
export function createRoomCommunities({ api, book }: CommunityParts): RoomCommunities {
  const known = new LRUCache<string, string>({ max: MOST_ROOMS, ttl: KNOWN_MS });
  /** The space right above it, of those that it is not below already. */
  const spaceOf = async (room: string, below: readonly string[]) => {
    const current = await book.currentOf(room);
    for (const space of (await book.spaces()).toSorted()) {
      if (below.includes(space)) continue;
      if (await holds(api, space, current, room)) return space;
    }
    return undefined;
  };
  const find = async (room: string) => {
    const way = [room];
    for (;;) {
      const [last = room] = way.slice(-1);
      const space = await spaceOf(last, way);
      if (space === undefined) return last;
      way.push(space);
    }
  };
  const communityOf = async (room: string) => {
    const before = known.get(room);
    if (before !== undefined) return before;
    const community = await find(room);
    known.set(room, community);
    return community;
  };
  return {
    of: communityOf,
    names: async (community, room) => {
      for (const space of await book.spaces()) {
        const isOurs = space === community || (await communityOf(space)) === community;
        if (isOurs && (await isNamed(api, space, 'm.space.child', room))) return true;
      }
      return false;
    },
    changed: () => known.clear(),
  };
}

/**
 * Both sides have to agree, or whoever makes a space could have the rooms of others in it, and with them
 * all that is kept for those: the space names the room, and the room the space, or somebody organises both.
 */
async function holds(api: PowerApi, space: string, room: string, formerly: string) {
  const isChild =
    (await isNamed(api, space, 'm.space.child', room)) ||
    (formerly !== room && (await isNamed(api, space, 'm.space.child', formerly)));
  if (!isChild) return false;
  if (await isNamed(api, room, 'm.space.parent', space)) return true;
  const organisers = (await unlessForbidden(organisersOf(api, room))) ?? [];
  for (const user of organisers.slice(0, MOST_ORGANISERS)) {
    if (await isOrganiserIn(api, space, user)) return true;
  }
  return false;
}

async function isNamed(api: PowerApi, by: string, type: string, key: string): Promise<boolean> {
  return relation.safeParse(await unlessForbidden(api.state(by, type, key))).success;
}
