import { type Json, present } from './json.ts';
import { membershipOf, type Room, type StoredEvent, type TimelineEntry } from './world.ts';

export interface Reader {
  readonly user: string;
  readonly device: string;
}

/** An event as its reader is told it; in a sync without the room, which stands above it there. */
export function presentEvent(
  room: Room,
  { event, at }: TimelineEntry,
  { user, device }: Reader,
  marksMembership: boolean,
): Json {
  const { sentBy, redactedBy } = event;
  const isOwn = event.sender === user && sentBy?.device === device;
  const unsigned = present({
    age: Math.max(0, Date.now() - event.ts),
    transaction_id: isOwn ? sentBy?.txnId : undefined,
    membership: marksMembership ? membershipAt(room, user, at) : undefined,
    prev_content: event.before,
    redacted_because: redactedBy === undefined ? undefined : bare(redactedBy, room),
  });
  return present({ ...bare(event, room), unsigned });
}

export function withRoom(event: Json, room: Room): Json {
  return { ...event, room_id: room.id };
}

/** What those see who are invited only. */
export function presentStripped({ type, sender, stateKey = '', content }: StoredEvent): Json {
  return { type, sender, state_key: stateKey, content };
}

function bare(event: StoredEvent, { version }: Room): Json {
  const { id, type, sender, ts, content, stateKey, redacts } = event;
  return present({
    event_id: id,
    ...{ type, sender, content },
    origin_server_ts: ts,
    state_key: stateKey,
    redacts: Number(version) < 11 ? redacts : undefined,
  });
}

/** The reader's own membership after that moment. */
function membershipAt(room: Room, user: string, at: number): string {
  const own = room.timeline.filter(
    ({ event }) => event.type === 'm.room.member' && event.stateKey === user,
  );
  const last = own.findLast((each) => each.at <= at);
  return String(last?.event.content['membership'] ?? 'leave');
}

/** Whether somebody may read a room now. */
export function isIn(room: Room, user: string): boolean {
  return membershipOf(room, user) === 'join';
}
