import { HOUR_MS, type Instant, systemClock } from '../../../src/clock.ts';
import type { MatrixApi } from '../connection/api.ts';
import { MatrixError } from '../connection/http.ts';
import type { RoomBook } from '../rooms/book.ts';
import { transactionOf } from './content.ts';
import type { Pace } from './pace.ts';

export interface MeasureParts {
  readonly api: Pick<MatrixApi, 'send'>;
  readonly book: Pick<RoomBook, 'own'>;
  readonly pace: Pick<Pace, 'refused' | 'lifted'>;
}

/** More than Synapse lets go at once by itself (`rc_message`: ten). */
const TRIED = 12;
const KNOWN_MS = HOUR_MS;
/** Where a refusal does not say when the next one may go. */
const UNTOLD_MS = 1_000;
const LONGEST_WAIT_MS = 10_000;
const PROBE = 'im.hallway.probe';

/**
 * How many milliseconds a homeserver has between two messages of this account: no homeserver tells, so it
 * is tried out where nobody sees it: where it lets everything go, once an hour at most. A limit may be
 * lifted at any moment, and whoever had it lifted looks again.
 */
export function createMeasure({ api, book, pace }: MeasureParts): () => Promise<number> {
  let freeAt = Number.NEGATIVE_INFINITY;
  return async () => {
    const now = systemClock.now();
    if (now - freeAt < KNOWN_MS) return 0;
    const ms = await refusedFor({ api, book }, now);
    freeAt = ms > 0 ? Number.NEGATIVE_INFINITY : now;
    if (ms > 0) pace.refused(ms);
    else pace.lifted();
    return ms;
  };
}

/** The first refusal says when there is room for one more; the next one, how long there is between two. */
async function refusedFor(
  { api, book }: Pick<MeasureParts, 'api' | 'book'>,
  now: Instant,
): Promise<number> {
  let wasRefused = false;
  for (let count = 0; count < TRIED; count += 1) {
    try {
      // To make a room is limited as well.
      const room = await book.own();
      await api.send(room, PROBE, transactionOf('probe', `${now} ${count}`), {});
    } catch (error) {
      if (!(error instanceof MatrixError) || error.status !== 429) throw error;
      const { retryAfterMs = UNTOLD_MS } = error;
      if (wasRefused || retryAfterMs > LONGEST_WAIT_MS) return retryAfterMs;
      wasRefused = true;
      await systemClock.sleep(retryAfterMs);
      count = 0;
    }
  }
  return 0;
}
