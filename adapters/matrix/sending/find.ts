import { z } from 'zod';
import { MINUTE_MS, systemClock } from '../../../src/clock.ts';
import type { Found } from '../../../src/platform/messenger.ts';
import type { MatrixApi } from '../connection/api.ts';

/** Under which a message bears its attempt key and its deliveries' marks. */
export const MARKS_KEY = 'im.hallway.marks';

const borne = z.array(z.string()).catch([]);
const PAGE = 100;
const MOST_PAGES = 20;
/** A homeserver's clock and ours may differ by this much. */
const CLOCK_SKEW_MS = MINUTE_MS;

export interface Searched {
  readonly room: string;
  /** Hallway's own user: anybody could write a mark. */
  readonly self: string;
}

/** Which of Hallway's own messages in a room bear these keys. */
export async function findInRoom(
  api: Pick<MatrixApi, 'history'>,
  { room, self }: Searched,
  keys: readonly string[],
  sinceMsAgo: number,
  signal: AbortSignal,
): Promise<Found> {
  const since = systemClock.now() - sinceMsAgo - CLOCK_SKEW_MS;
  const messages = new Map<string, string>();
  let from: string | undefined;
  for (let count = 0; count < MOST_PAGES; count += 1) {
    const page = {
      limit: PAGE,
      types: ['m.room.message'],
      ...(from === undefined ? {} : { from }),
    };
    const { events, end } = await api.history(room, page, signal);
    for (const { event_id, sender, content } of events) {
      if (sender !== self) continue;
      const marks = borne.parse(content[MARKS_KEY]);
      for (const key of keys) {
        if (marks.includes(key) && !messages.has(key)) messages.set(key, `${room} ${event_id}`);
      }
    }
    const isPast = events.some(({ origin_server_ts }) => origin_server_ts < since);
    if (end === undefined || isPast || messages.size === keys.length) {
      return { messages, isWhole: true };
    }
    from = end;
  }
  return { messages, isWhole: false };
}
