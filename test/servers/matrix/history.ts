import { type Json, objectOf, present, textsOf } from './json.ts';
import { requireIn } from './membership.ts';
import { presentEvent, type Reader, withRoom } from './present.ts';
import { filterTypes, isWanted, positionOf, type SyncSettings, tokenOf } from './sync.ts';
import type { Room } from './world.ts';

const DEFAULT_PAGE = 10;
const MOST_A_PAGE = 1_000;

/** A page of `GET /rooms/…/messages`; both ends are tokens of a sync or of the page before. */
export function messagesOf(
  room: Room,
  settings: SyncSettings,
  reader: Reader,
  query: Readonly<Record<string, string>>,
): Json {
  requireIn(room, reader.user);
  const { dir, from, to, limit, filter } = query as Partial<Record<string, string>>;
  const isBack = dir !== 'f';
  const start = from === undefined ? (isBack ? Number.POSITIVE_INFINITY : 0) : positionOf(from);
  const end = to === undefined ? (isBack ? 0 : Number.POSITIVE_INFINITY) : positionOf(to);
  const [low, high] = isBack ? [end, start] : [start, end];
  const types = filterTypes(filter);
  const senders = sendersIn(filter);
  const between = room.timeline
    .filter(({ at }) => at > low && at <= high)
    .filter(({ event }) => isWanted(event.type, types))
    .filter(({ event }) => senders?.includes(event.sender) !== false);
  const ordered = isBack ? between.toReversed() : between;
  const page = ordered.slice(0, Math.min(MOST_A_PAGE, Number(limit ?? DEFAULT_PAGE)));
  const last = page.at(-1);
  const next = last === undefined ? undefined : isBack ? last.at - 1 : last.at;
  return present({
    start: from ?? tokenOf(isBack ? (room.timeline.at(-1)?.at ?? 0) : 0),
    end: next === undefined || page.length === ordered.length ? undefined : tokenOf(next),
    chunk: page.map((each) =>
      withRoom(presentEvent(room, each, reader, settings.marksMembership), room),
    ),
  });
}

function sendersIn(filter: string | undefined): readonly string[] | undefined {
  const given = objectOf(filter === undefined ? {} : JSON.parse(filter))['senders'];
  return given === undefined ? undefined : textsOf(given);
}

/** What refers to an event, the newest first. */
export function relationsOf(
  room: Room,
  settings: SyncSettings,
  reader: Reader,
  eventId: string,
  relType: string | undefined,
): Json {
  requireIn(room, reader.user);
  const chunk = room.timeline
    .filter(({ event: { content } }) => {
      const { event_id, rel_type } = objectOf(content['m.relates_to']);
      return event_id === eventId && (relType === undefined || rel_type === relType);
    })
    .toReversed();
  return {
    chunk: chunk.map((each) =>
      withRoom(presentEvent(room, each, reader, settings.marksMembership), room),
    ),
  };
}
