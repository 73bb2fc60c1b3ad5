import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { MINUTE_MS } from '../../../src/clock.ts';
import type { MatrixApi } from '../connection/api.ts';
import { MatrixError } from '../connection/http.ts';
import type { Content } from '../connection/verbs.ts';
import type { RoomBook } from './book.ts';

/** Which community a room belongs to: the space that holds it, where Hallway is in that, and else the room itself. */
export interface RoomCommunities {
  /** By the room's first id; see `RoomBook`. */
  of(room: string): Promise<string>;
  /** Something changed in which spaces there are. */
  changed(): void;
}

const child = z.object({ via: z.array(z.string()).min(1) });
const KNOWN_MS = 5 * MINUTE_MS;
const MOST_ROOMS = 2_000;

export interface CommunityParts {
  readonly api: Pick<MatrixApi, 'state'>;
  readonly book: Pick<RoomBook, 'spaces' | 'currentOf'>;
}

/**
 * Goes by what the space says: anybody who may change a room could claim to belong to another's
 * space. Of several spaces, the first in the order of their ids counts, so that it is always the same.
 */
export function createRoomCommunities({ api, book }: CommunityParts): RoomCommunities {
  const known = new LRUCache<string, string>({ max: MOST_ROOMS, ttl: KNOWN_MS });
  const holds = async (space: string, room: string) =>
    child.safeParse(await readable(api.state(space, 'm.space.child', room))).success;
  const find = async (room: string) => {
    const current = await book.currentOf(room);
    for (const space of (await book.spaces()).toSorted()) {
      if (space === room || (await holds(space, current)) || (await holds(space, room)))
        return space;
    }
    return room;
  };
  return {
    of: async (room) => {
      const before = known.get(room);
      if (before !== undefined) return before;
      const community = await find(room);
      known.set(room, community);
      return community;
    },
    changed: () => known.clear(),
  };
}

/** What Hallway may not look at says nothing. */
export async function readable(asked: Promise<Content | undefined>): Promise<Content | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof MatrixError && error.errcode === 'M_FORBIDDEN') return undefined;
    throw error;
  }
}
