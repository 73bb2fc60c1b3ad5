import { z } from 'zod';
import { MINUTE_MS, systemClock } from '../../../src/clock.ts';
import type { Found } from '../../../src/platform/messenger.ts';
import type { MatrixApi } from '../connection/api.ts';

/** Under which a message bears its attempt key and its deliveries' marks. */
export const MARKS_KEY = 'im.hallway.marks';

const borne = z.array(z.string()).catch([]);
/** Of Hallway's own messages: a room with many others is looked through no slower. */
const PAGE = 250;
/** A homeserver's clock and ours may differ by this much. */
const CLOCK_SKEW_MS = MINUTE_MS;

export interface Searched {
  readonly room: string;
  /** Hallway's own user: anybody could write a mark. */
  readonly self: string;
}

/** Which of Hallway's own messages in a room bear these keys: looked through as far as it takes, or `signal` lets it. */
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
  for (;;) {
    const own = { limit: PAGE, types: ['m.room.message'], senders: [self] };
    const page = from === undefined ? own : { ...own, from };
    const { events, end } = await api.history(room, page, signal);
    for (const { event_id, sender, content } of events) {
      if (sender !== self) continue;
      const marks = borne.parse(content[MARKS_KEY]);
      for (const key of keys) {
        if (marks.includes(key) && !messages.has(key)) messages.set(key, `${room} ${event_id}`);
      }
    }
    const isPast = events.some(({ origin_server_ts }) => origin_server_ts < since);
    if (end === undefined || end === from || isPast || messages.size === keys.length) {
      return { messages, isWhole: true };
    }
    from = end;
  }
}
