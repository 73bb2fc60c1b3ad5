import { within } from '../../../src/clock/deadline.ts';
import { retry } from '../../../src/clock/retry.ts';
import { systemClock } from '../../../src/clock.ts';
import type { Log } from '../../../src/log.ts';
import { RECONNECTING } from '../../../src/platform/platform.ts';
import type { MatrixApi } from './api.ts';
import type { Burst } from './burst.ts';
import type { SyncAnswer } from './events.ts';
import { MatrixError } from './http.ts';
import { CREATION, type News, type NewsParts, newsIn } from './news.ts';

/** Where the sync token is kept, together with what came with it: neither is there without the other. */
export interface SyncStore {
  /** Undefined before the first sync of this device. */
  since(): Promise<string | undefined>;
  keep(nextBatch: string, news: readonly News[]): Promise<void>;
}

export interface SyncParts extends NewsParts {
  readonly api: NewsParts['api'] & Pick<MatrixApi, 'sync' | 'setAccountData'>;
  readonly store: SyncStore;
  /** How long a homeserver is to wait for news. */
  readonly waitMs: number;
  readonly burst: Burst;
  readonly log: Log;
  /** Something was kept. */
  onKept(): void;
  /** Whether the homeserver answers. */
  onReach(isReached: boolean): void;
  /** Rooms and their kinds as the account data tells them. */
  onAccountData(type: string, content: unknown): void;
}

/** A homeserver that has not answered so long after its wait is away, whatever may still come. */
const OVERDUE = 0.4;
const MOST_AT_ONCE = 50;
/** Of a wait, between two questions for news while much is said: a second, so much later an answer may come then. */
const BURST_PAUSE = 0.04;
/** Account data that says nothing: whoever waits for news is told that it was written. */
const AWAKE = 'im.hallway.awake';

/**
 * Messages, reactions and what changes rooms; no typing, no receipts, no presence. Nor what one said
 * oneself: to tell that costs a homeserver half as much again as to take it (`bench -- matrix fan-out`).
 */
function filterOf(self: string) {
  return {
    presence: { types: [] },
    account_data: { types: ['m.direct', AWAKE] },
    room: {
      ephemeral: { types: [] },
      account_data: { types: [] },
      state: { types: [CREATION] },
      timeline: {
        limit: MOST_AT_ONCE,
        not_senders: [self],
        types: [
          'm.room.message',
          'm.room.encrypted',
          'm.room.encryption',
          'm.room.member',
          'm.room.redaction',
          'm.room.tombstone',
          'm.reaction',
        ],
      },
    },
  };
}

/**
 * Follows what happens, until `signal` aborts. Rejects where only a person can help: with the
 * homeserver's refusal of the session.
 */
export async function followNews(parts: SyncParts, signal: AbortSignal): Promise<void> {
  let since = await parts.store.since();
  // The first one only finds out how things stand: whoever waits for the start waits for it.
  let waitMs = 0;
  while (!signal.aborted) {
    const answer = await reached(parts, signal, () => asked(parts, since, waitMs, signal));
    if (answer === undefined) return;
    for (const { type, content } of answer.account_data?.events ?? []) {
      parts.onAccountData(type, content);
    }
    const before = since;
    const news = await reached(parts, signal, () => newsIn(answer, before, parts, signal));
    if (news === undefined) return;
    await parts.store.keep(answer.next_batch, news);
    since = answer.next_batch;
    if (news.length > 0) parts.onKept();
    waitMs = await nextWait(parts, signal);
  }
}

/**
 * A homeserver looks through all that came since at each message that comes while one waits for news, one's
 * own as well: while much is said, it is asked now and then instead, and not to wait.
 */
async function nextWait({ burst, waitMs }: SyncParts, signal: AbortSignal): Promise<number> {
  if (!burst.isOn()) return waitMs;
  await systemClock.sleep(waitMs * BURST_PAUSE, signal);
  return 0;
}

/** What is new; where a burst begins meanwhile, the wait is ended: to hang up ends none on the homeserver. */
async function asked(
  parts: SyncParts,
  since: string | undefined,
  waitMs: number,
  signal: AbortSignal,
): Promise<SyncAnswer> {
  const { api, burst, log, self } = parts;
  const endWait = () =>
    void api.setAccountData(self, AWAKE, { at: systemClock.now() }).catch((err: unknown) => {
      log.info({ err }, 'A wait for news could not be ended; it ends by itself');
    });
  const stopListening = waitMs > 0 ? burst.onNext(endWait) : undefined;
  try {
    const answer = api.sync(since, waitMs, filterOf(self), signal);
    return await inTime(parts, waitMs, answer);
  } finally {
    stopListening?.();
  }
}

/** What it comes to; where that takes too long, one is told so meanwhile. */
function inTime<T>(
  { waitMs: usually, onReach }: SyncParts,
  waitMs: number,
  asked: Promise<T>,
): Promise<T> {
  const said = asked.then(() => true);
  within(systemClock, waitMs + usually * OVERDUE, said).then(
    (isInTime) => {
      if (isInTime === undefined) onReach(false);
    },
    () => undefined,
  );
  return asked;
}

/** Asks again until there is an answer; `undefined` when it is to stop. */
function reached<T>(
  { log, onReach }: SyncParts,
  signal: AbortSignal,
  ask: () => Promise<T>,
): Promise<T | undefined> {
  return retry(
    async () => {
      const answer = await ask();
      onReach(true);
      return answer;
    },
    {
      ...RECONNECTING,
      clock: systemClock,
      signal,
      onFailure: (error, pause) => {
        if (isForGood(error)) throw error;
        onReach(false);
        log.warn({ err: error, pauseMs: pause }, 'The Matrix homeserver cannot be reached');
      },
    },
  );
}

function isForGood(error: unknown): boolean {
  return error instanceof MatrixError && error.status === 401;
}
