import type { MatrixApi } from './api.ts';
import type { MatrixEvent, StrippedEvent, SyncAnswer } from './events.ts';

/** Something that happened, in the order in which it did in its room. */
export type News =
  | { readonly kind: 'event'; readonly room: string; readonly event: MatrixEvent }
  | { readonly kind: 'invited'; readonly room: string; readonly state: readonly StrippedEvent[] }
  | { readonly kind: 'left'; readonly room: string };

export interface NewsParts {
  /** Hallway's own user. */
  readonly self: string;
  readonly api: Pick<MatrixApi, 'history'>;
}

/** Begins each room, and is told where one has just come into it. */
export const CREATION = 'm.room.create';
const PAGE = 100;

/** Of the first sync of a device only invitations are news: what was said before it was there is not for it. */
export async function newsIn(
  { rooms = {} }: SyncAnswer,
  since: string | undefined,
  parts: NewsParts,
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
  for (const [room, told] of Object.entries(rooms.join ?? {})) {
    for (const event of await eventsIn(room, told, since, parts, signal)) {
      if (isNews(event)) news.push({ kind: 'event', room, event });
    }
  }
  return news;
}

type Told = NonNullable<NonNullable<SyncAnswer['rooms']>['join']>[string];

/**
 * What is told of a room, and what a limited timeline leaves out of it. Of a room that one has just come
 * into, all is looked up: that one came is one's own doing, and not among what is told.
 */
async function eventsIn(
  room: string,
  { timeline, state }: Told,
  since: string,
  parts: NewsParts,
  signal: AbortSignal,
): Promise<readonly MatrixEvent[]> {
  if (state?.events.some(({ type }) => type === CREATION) === true) {
    return sinceComing(await missedIn(room, undefined, since, parts, signal), parts.self);
  }
  const { limited = false, prev_batch: from, events = [] } = timeline ?? {};
  if (!limited || from === undefined) return events;
  return [...(await missedIn(room, from, since, parts, signal)), ...events];
}

/** Everything between two places in a room, the oldest first; without `from`, up to now. */
async function missedIn(
  room: string,
  from: string | undefined,
  to: string,
  { api }: NewsParts,
  signal: AbortSignal,
): Promise<readonly MatrixEvent[]> {
  const missed: MatrixEvent[] = [];
  let next = from;
  do {
    const page = { to, limit: PAGE, ...(next === undefined ? {} : { from: next }) };
    const { events, end } = await api.history(room, page, signal);
    missed.push(...events);
    next = events.length === 0 || end === next ? undefined : end;
  } while (next !== undefined && !signal.aborted);
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
