import type { Instant } from '../../clock.ts';
import { MINUTE_MS } from '../../clock.ts';
import type { Refused } from '../../messages/refusalWords.ts';
import type { CommunityRef } from '../../platform/target.ts';
import type { Conference } from '../../schedule/schedule.ts';
import type { ConferenceKey } from '../../schedule/source.ts';

/** Where a community's conference says itself how its rooms stand, as FOSDEM does (issue 18 §2). */
export interface RoomFeed extends FeedReading {
  /** `https`. */
  readonly url: string;
}

/** What came of reading it. */
export interface FeedReading {
  /** When that went well last. */
  readonly readAt?: Instant | undefined;
  /** That it does not go well, since when, and why. */
  readonly failing?: { readonly since: Instant; readonly reason: Refused | string } | undefined;
  /** What it names, and the conference has no room of that name. */
  readonly unknown: readonly string[];
}

export interface CommunityRoomFeed extends RoomFeed {
  readonly community: CommunityRef;
  readonly conference: ConferenceKey;
}

/** For so long what a feed said last holds while it cannot be read. */
export const FEED_HOLDS_MS = 10 * MINUTE_MS;

/** Before something begins people stand in front of its room. */
const EARLY_MS = 30 * MINUTE_MS;

/** Whether anything runs, or begins so soon that it matters how rooms stand: a feed is asked then, and not else. */
export function isUnderWay({ talks }: Pick<Conference, 'talks'>, now: Instant): boolean {
  return talks.some(
    ({ start, end, status }) => status === 'scheduled' && start - EARLY_MS <= now && now < end,
  );
}

/** Stands for no feed. */
export const NO_ROOM_FEED = 'none';

/** An address in chat as it is kept, or `none`; undefined for what is neither. */
export function asRoomFeed(typed: string): string | undefined {
  if (typed.trim().toLowerCase() === NO_ROOM_FEED) return NO_ROOM_FEED;
  const url = URL.parse(typed.trim());
  const isOpen = url?.protocol === 'https:' && url.username === '' && url.password === '';
  return isOpen ? url.href : undefined;
}
