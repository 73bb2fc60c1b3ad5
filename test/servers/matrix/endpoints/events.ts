import { missing } from '../api-error.ts';
import type { Call, Context, Endpoint } from '../context.ts';
import { messagesOf, relationsOf } from '../history.ts';
import { requireIn } from '../membership.ts';
import { presentEvent, type Reader, withRoom } from '../present.ts';
import { redact, sendEvent, sendState } from '../sending.ts';
import { isEmpty, syncNow } from '../sync.ts';
import { membershipOf, type Room, roomOf, stateOf } from '../world.ts';

const ROOM = 'client/v3/rooms/{roomId}';

function roomIn({ world }: Context, { parts }: Call): Room {
  return roomOf(world, parts['roomId'] ?? '');
}

/** Waits for news as long as its caller asks for. */
async function sync(context: Context, { query, signal }: Call, by: Reader) {
  const { world, settings } = context;
  const look = () => syncNow(world, settings, by, query);
  const now = look();
  const waitMs = Number(query['timeout'] ?? 0);
  if (!isEmpty(now) || query['since'] === undefined || waitMs === 0) return now;
  const isOver = () => signal.aborted || !isEmpty(look());
  signal.addEventListener('abort', world.waiting.wake, { once: true });
  await world.waiting.until(isOver, waitMs).catch(() => undefined);
  return look();
}

function stateAt(context: Context, call: Call, { user }: Reader) {
  const room = roomIn(context, call);
  const left = leftAt(room, user);
  if (left === undefined) requireIn(room, user);
  const { eventType: type = '', stateKey: key = '' } = call.parts;
  const content = left === undefined ? stateOf(room, type, key) : stateThen(room, type, key, left);
  if (content === undefined) throw missing('Event not found.');
  return content;
}

/** Whoever left sees how it was when they did; who is banned, nothing (as Synapse has it). */
function leftAt(room: Room, user: string): number | undefined {
  const member = room.state.get(`m.room.member ${user}`);
  const wasThere = member?.event.before?.['membership'] === 'join';
  return wasThere && membershipOf(room, user) === 'leave' ? member.at : undefined;
}

function stateThen(room: Room, type: string, key: string, until: number) {
  const then = room.timeline.findLast(
    ({ at, event }) => at <= until && event.type === type && event.stateKey === key,
  );
  return then?.event.content;
}

function setState(context: Context, call: Call, { user }: Reader) {
  const { eventType: type = '', stateKey: key = '' } = call.parts;
  const state = { type, key, content: call.body };
  return { event_id: sendState(context.world, roomIn(context, call), user, state).id };
}

export const EVENTS: readonly Endpoint[] = [
  { name: 'sync', method: 'GET', path: 'client/v3/sync', handle: sync },
  {
    name: 'send',
    method: 'PUT',
    path: `${ROOM}/send/{eventType}/{txnId}`,
    handle: (context, call, by) => {
      const { eventType: type = '', txnId = '' } = call.parts;
      const saying = { by, txnId };
      const said = { type, content: call.body };
      const room = roomIn(context, call);
      return { event_id: sendEvent(context.world, room, context.limiter, saying, said).id };
    },
  },
  {
    name: 'redact',
    method: 'PUT',
    path: `${ROOM}/redact/{eventId}/{txnId}`,
    handle: (context, call, by) => {
      const { eventId = '', txnId = '' } = call.parts;
      return { event_id: redact(context.world, roomIn(context, call), { by, txnId }, eventId).id };
    },
  },
  {
    name: 'messages',
    method: 'GET',
    path: `${ROOM}/messages`,
    handle: (context, call, by) =>
      messagesOf(roomIn(context, call), context.settings, by, call.query),
  },
  {
    name: 'event',
    method: 'GET',
    path: `${ROOM}/event/{eventId}`,
    handle: (context, call, by) => {
      const room = roomIn(context, call);
      requireIn(room, by.user);
      const entry = room.timeline.find(({ event }) => event.id === call.parts['eventId']);
      if (entry === undefined) throw missing('Event not found.');
      const { marksMembership } = context.settings;
      return withRoom(presentEvent(room, entry, by, marksMembership), room);
    },
  },
  {
    name: 'relations',
    method: 'GET',
    path: 'client/v1/rooms/{roomId}/relations/{eventId}/{relType}',
    handle: (context, call, by) => {
      const { eventId = '', relType } = call.parts;
      return relationsOf(roomIn(context, call), context.settings, by, eventId, relType);
    },
  },
  { name: 'state', method: 'GET', path: `${ROOM}/state/{eventType}/{stateKey}`, handle: stateAt },
  {
    name: 'setState',
    method: 'PUT',
    path: `${ROOM}/state/{eventType}/{stateKey}`,
    handle: setState,
  },
];
