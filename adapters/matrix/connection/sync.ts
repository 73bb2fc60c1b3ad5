import { retry } from '../../../src/clock/retry.ts';
import { systemClock } from '../../../src/clock.ts';
import type { Log } from '../../../src/log.ts';
import { RECONNECTING } from '../../../src/platform/platform.ts';
import type { MatrixApi } from './api.ts';
import type { MatrixEvent, StrippedEvent, SyncAnswer } from './events.ts';
import { MatrixError } from './http.ts';

/** Something that happened, in the order in which it did in its room. */
export type News =
  | { readonly kind: 'event'; readonly room: string; readonly event: MatrixEvent }
  | { readonly kind: 'invited'; readonly room: string; readonly state: readonly StrippedEvent[] }
  | { readonly kind: 'left'; readonly room: string };

/** Where the sync token is kept, together with what came with it: neither is there without the other. */
export interface SyncStore {
  /** Undefined before the first sync of this device. */
  since(): Promise<string | undefined>;
  keep(nextBatch: string, news: readonly News[]): Promise<void>;
}

export interface SyncParts {
  /** Hallway's own user. */
  readonly self: string;
  readonly api: Pick<MatrixApi, 'sync' | 'history'>;
  readonly store: SyncStore;
  readonly log: Log;
  /** Something was kept. */
  onKept(): void;
  /** Whether the homeserver answers. */
  onReach(isReached: boolean): void;
  /** Rooms and their kinds as the account data tells them. */
  onAccountData(type: string, content: unknown): void;
}

const WAIT_MS = 25_000;
const MOST_AT_ONCE = 50;
const PAGE = 100;

/** Messages, reactions and what changes rooms; no typing, no receipts, no presence. */
const FILTER = {
  presence: { types: [] },
  account_data: { types: ['m.direct'] },
  room: {
    ephemeral: { types: [] },
    account_data: { types: [] },
    state: { types: [] },
    timeline: {
      limit: MOST_AT_ONCE,
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

/**
 * Follows what happens, until `signal` aborts. Rejects where only a person can help: with the
 * homeserver's refusal of the session.
 */
export async function followNews(parts: SyncParts, signal: AbortSignal): Promise<void> {
  let since = await parts.store.since();
  // The first one only finds out how things stand: whoever waits for the start waits for it.
  let waitMs = 0;
  while (!signal.aborted) {
    const answer = await reached(parts, signal, () =>
      parts.api.sync(since, waitMs, FILTER, signal),
    );
    if (answer === undefined) return;
    for (const { type, content } of answer.account_data?.events ?? []) {
      parts.onAccountData(type, content);
    }
    const before = since;
    const news = await reached(parts, signal, () => newsIn(answer, before, parts, signal));
    if (news === undefined) return;
    await parts.store.keep(answer.next_batch, news);
    since = answer.next_batch;
    waitMs = WAIT_MS;
    if (news.length > 0) parts.onKept();
  }
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

/** Of the first sync of a device only invitations are news: what was said before it was there is not for it. */
async function newsIn(
  { rooms = {} }: SyncAnswer,
  since: string | undefined,
  parts: SyncParts,
  signal: AbortSignal,
): Promise<readonly News[]> {
  const invited = Object.entries(rooms.invite ?? {}).map(
    ([room, { invite_state }]): News => ({
      kind: 'invited',
      room,
      state: invite_state?.events ?? [],
    }),
  );
  const left = Object.keys(rooms.leave ?? {}).map((room): News => ({ kind: 'left', room }));
  if (since === undefined) return invited;
  const news: News[] = [...left, ...invited];
  for (const [room, { timeline }] of Object.entries(rooms.join ?? {})) {
    const { limited = false, prev_batch: from, events = [] } = timeline ?? {};
    const missed =
      limited && from !== undefined ? await missedIn(room, from, since, parts, signal) : [];
    for (const event of sinceComing([...missed, ...events], parts.self)) {
      if (isNews(event)) news.push({ kind: 'event', room, event });
    }
  }
  return news;
}

/** What a limited timeline leaves out: everything back to the last sync, the oldest first. */
async function missedIn(
  room: string,
  from: string,
  to: string,
  { api }: SyncParts,
  signal: AbortSignal,
): Promise<readonly MatrixEvent[]> {
  const missed: MatrixEvent[] = [];
  let next: string | undefined = from;
  while (next !== undefined && !signal.aborted) {
    const { events, end } = await api.history(room, { from: next, to, limit: PAGE }, signal);
    missed.push(...events);
    next = events.length === 0 || end === next ? undefined : end;
  }
  return missed.toReversed();
}

/** What was said before one came: not every homeserver marks it as such (they do since Matrix 1.11). */
function sinceComing(events: readonly MatrixEvent[], self: string): readonly MatrixEvent[] {
  const came = events.findLastIndex(
    ({ type, state_key, content, unsigned }) =>
      type === 'm.room.member' &&
      state_key === self &&
      content['membership'] === 'join' &&
      unsigned?.prev_content?.['membership'] !== 'join',
  );
  return events.slice(came + 1);
}

/** On joining, a room's last messages are told too; they are marked as said while one was away. */
function isNews({ unsigned }: MatrixEvent): boolean {
  return unsigned?.membership !== 'leave' && unsigned?.redacted_because === undefined;
}
