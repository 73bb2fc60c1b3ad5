import { ApiError, missing } from './api-error.ts';
import { isObject, type Json, objectOf, textOf } from './json.ts';
import { requireIn } from './membership.ts';
import { requireDeed, requireSend } from './powers.ts';
import type { Reader } from './present.ts';
import type { Limiter } from './rate-limits.ts';
import { append, eventOf, type Room, type StoredEvent, type World } from './world.ts';

/** Somebody says something, on one of their devices; `txnId` makes a repetition the same event. */
export interface Saying {
  readonly by: Reader;
  readonly txnId?: string;
}

const MOST_BYTES = 65_536;
/** What a server adds to an event beside its content, about. */
const ENVELOPE_BYTES = 650;

export function sendEvent(
  world: World,
  room: Room,
  limiter: Limiter,
  saying: Saying,
  { type, content }: { readonly type: string; readonly content: Json },
): StoredEvent {
  const before = earlier(room, saying);
  if (before !== undefined) return before;
  const { user } = saying.by;
  requireIn(room, user);
  requireSend(room, user, type, false);
  limiter.take(user);
  requireContent(type, content);
  requireRelation(room, user, content);
  return append(world, room, { type, sender: user, content, ...sentBy(saying) });
}

export function sendState(
  world: World,
  room: Room,
  user: string,
  { type, key, content }: { readonly type: string; readonly key: string; readonly content: Json },
): StoredEvent {
  requireIn(room, user);
  requireSend(room, user, type, true);
  requireContent(type, content);
  return append(world, room, { type, stateKey: key, sender: user, content });
}

export function redact(world: World, room: Room, saying: Saying, id: string): StoredEvent {
  const before = earlier(room, saying);
  if (before !== undefined) return before;
  const { user } = saying.by;
  requireIn(room, user);
  const event = eventOf(room, id);
  if (event === undefined) throw missing('Could not find event');
  if (event.sender !== user) requireDeed(room, user, 'redact');
  const content = Number(room.version) < 11 ? {} : { redacts: id };
  const type = 'm.room.redaction';
  const redaction = append(world, room, {
    ...{ type, sender: user, content, redacts: id },
    ...sentBy(saying),
  });
  event.content = {};
  event.redactedBy = redaction;
  return redaction;
}

/**
 * As Synapse does it: by user, device, room and transaction, whatever the type. Another event under
 * a used id is none.
 */
function earlier(room: Room, { by, txnId }: Saying): StoredEvent | undefined {
  if (txnId === undefined) return undefined;
  return room.timeline.find(
    ({ event: { sender, sentBy } }) =>
      sender === by.user && sentBy?.device === by.device && sentBy.txnId === txnId,
  )?.event;
}

function sentBy({ by, txnId }: Saying) {
  return txnId === undefined ? {} : { sentBy: { device: by.device, txnId } };
}

function requireContent(type: string, content: Json): void {
  const text = JSON.stringify(content);
  if (Buffer.byteLength(text) + ENVELOPE_BYTES > MOST_BYTES) {
    throw new ApiError(413, 'M_TOO_LARGE', 'event too large');
  }
  if (/\\ud[89a-f][0-9a-f]{2}/.test(text)) {
    throw new ApiError(500, 'M_UNKNOWN', 'Internal server error');
  }
  if (holdsFraction(content)) throw new ApiError(400, 'M_BAD_JSON', 'Bad JSON value: float');
  if (type !== 'm.room.message' || 'redacts' in content) return;
  for (const key of ['msgtype', 'body']) {
    if (typeof content[key] !== 'string') {
      throw new ApiError(400, 'M_UNKNOWN', `'${key}' not in content`);
    }
  }
}

function holdsFraction(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isSafeInteger(value);
  if (Array.isArray(value)) return value.some(holdsFraction);
  return isObject(value) && Object.values(value).some(holdsFraction);
}

function requireRelation(room: Room, user: string, content: Json): void {
  const relation = objectOf(content['m.relates_to']);
  const id = textOf(relation['event_id']);
  if (id === '') return;
  const target = eventOf(room, id);
  if (target === undefined)
    throw new ApiError(400, 'M_UNKNOWN', "Can't send relation to unknown event");
  if (relation['rel_type'] === 'm.thread' && isRelated(target)) {
    throw new ApiError(400, 'M_UNKNOWN', 'Cannot start threads from an event with a relation');
  }
  if (relation['rel_type'] !== 'm.annotation') return;
  const isSaid = reactionsTo(room, id).some(
    ({ sender, content: said }) =>
      sender === user && objectOf(said['m.relates_to'])['key'] === relation['key'],
  );
  if (isSaid) throw new ApiError(400, 'M_DUPLICATE_ANNOTATION', "Can't send same reaction twice");
}

function isRelated({ content }: StoredEvent): boolean {
  return textOf(objectOf(content['m.relates_to'])['rel_type']) !== '';
}

/** Those not taken away again. */
export function reactionsTo(room: Room, id: string): readonly StoredEvent[] {
  return room.timeline
    .map(({ event }) => event)
    .filter(({ type, redactedBy }) => type === 'm.reaction' && redactedBy === undefined)
    .filter(({ content }) => objectOf(content['m.relates_to'])['event_id'] === id);
}
