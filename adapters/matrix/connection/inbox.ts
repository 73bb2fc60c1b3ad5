import pLimit from 'p-limit';
import { DAY_MS, systemClock } from '../../../src/clock.ts';
import type { Log } from '../../../src/log.ts';
import type { News } from './news.ts';

/** What became of something that happened: as JSON, for whoever takes it back, and for how long. */
export interface Outcome {
  readonly outcome: string | undefined;
  readonly keptMs: number;
}

/** Where what came is kept until it is handled. */
export interface InboxStore {
  /** What is not settled, the oldest first, as JSON; nothing of these rooms. */
  waiting(limit: number, exceptRooms: readonly string[]): Promise<readonly Waiting[]>;
  settle(key: string, outcome: string | undefined, keptMs: number): Promise<void>;
}

export interface Waiting {
  readonly key: string;
  readonly room: string;
  /** Written by `keyed`. */
  readonly news: string;
}

export interface InboxParts {
  readonly store: InboxStore;
  /** `key`: the same for every try. */
  readonly handle: (news: News, key: string) => Promise<Outcome>;
  /** Whether it is for this process to handle. */
  readonly isOurs: () => boolean;
  readonly log: Log;
}

export interface Inbox {
  /** There may be something new. */
  wake(): void;
  /** Handles what comes until `signal` aborts, and what was left from before. */
  run(signal: AbortSignal): Promise<void>;
}

/** So long a homeserver may tell of something once more. */
const REPEATED_MS = DAY_MS;
const MOST_AT_ONCE = 200;
const ROOMS_AT_ONCE = 8;
/** After a failure of the database. */
const REST_MS = 1_000;
const NOTHING: Outcome = { outcome: undefined, keptMs: 0 };

/**
 * Hands on what was kept, in the order of each room and many rooms side by side: one that takes long holds
 * up itself alone. It is settled when it was handled: a process that ends in between handles it again, so
 * whatever is done must be the same then.
 */
export function createInbox({ store, handle, isOurs, log }: InboxParts): Inbox {
  let woken = Promise.withResolvers<void>();
  const wake = () => woken.resolve();
  const limit = pLimit(ROOMS_AT_ONCE);
  /** Another server may take minutes to let somebody in, or be gone: nobody else waits for that. */
  const doors = pLimit(ROOMS_AT_ONCE);
  /** With whom is busy with it. */
  const rooms = new Map<string, Promise<void>>();
  const handleOne = async ({ key, room, news }: Waiting, signal: AbortSignal) => {
    const handled = await handle(JSON.parse(news), key).catch((err: unknown) => {
      if (signal.aborted) return undefined;
      // One message that cannot be handled does not hold up all that come after it.
      log.error({ err, room, key }, 'Something said on Matrix was not handled');
      return NOTHING;
    });
    // A stop came before it was handled: whoever is next does it.
    if (handled === undefined) return;
    await store.settle(key, handled.outcome, Math.max(handled.keptMs, REPEATED_MS));
  };
  const inOrder = async (all: readonly Waiting[], signal: AbortSignal) => {
    for (const one of all) {
      if (signal.aborted || !isOurs()) return;
      await handleOne(one, signal);
    }
  };
  const restAfter = async (err: unknown, signal: AbortSignal) => {
    log.error({ err }, 'What was said on Matrix could not be read or settled; it is tried again');
    await systemClock.sleep(REST_MS, signal);
  };
  const begin = (room: string, all: readonly Waiting[], signal: AbortSignal) => {
    const [first] = all;
    const turn = first !== undefined && isInvitation(first) ? doors : limit;
    const work = turn(() => inOrder(all, signal)).catch((err) => restAfter(err, signal));
    const done = work.finally(() => {
      rooms.delete(room);
      wake();
    });
    rooms.set(room, done);
  };
  const look = async (signal: AbortSignal) => {
    const waiting = await store.waiting(MOST_AT_ONCE, [...rooms.keys()]);
    for (const [room, all] of Map.groupBy(waiting, (one) => one.room)) begin(room, all, signal);
    if (!signal.aborted) await woken.promise;
  };
  return {
    wake,
    run: async (signal) => {
      signal.addEventListener('abort', wake, { once: true });
      while (!signal.aborted && isOurs()) {
        woken = Promise.withResolvers<void>();
        await look(signal).catch((err) => restAfter(err, signal));
      }
      await Promise.all(rooms.values());
    },
  };
}

function isInvitation({ news }: Waiting): boolean {
  const read: News = JSON.parse(news);
  return read.kind === 'invited';
}
