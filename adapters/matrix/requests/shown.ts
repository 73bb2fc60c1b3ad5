import { z } from 'zod';
import { CARRIED_ON_MS } from '../../../src/platform/conversation.ts';
import type { MatrixApi } from '../connection/api.ts';
import type { MatrixEvent } from '../connection/events.ts';
import { MatrixError } from '../connection/http.ts';
import { ACTIONS_KEY } from '../rendering/card.ts';
import type { Said } from './heard.ts';
import { WHICH_KEY, type Which, which } from './which.ts';

/** Under which an answer in a direct room keeps in which room it was asked for. */
export const PLACE_KEY = 'im.hallway.place';
/** Under which a message that asks for words keeps what they are for: an action id. */
export const FORM_KEY = 'im.hallway.form';

/** A message of Hallway's own, as far as it can be taken up. */
export interface Shown {
  readonly event: string;
  /** Action ids in the order of their numbers. */
  readonly actions: readonly string[];
  readonly form: string | undefined;
  /** A command whose community it asks for. */
  readonly which: Which | undefined;
  readonly place: string | undefined;
  /** First message of its thread, where it stands in one. */
  readonly thread: string | undefined;
  /** By the homeserver's clock. */
  readonly at: number;
}

const own = z.object({
  [ACTIONS_KEY]: z.array(z.string()).catch([]),
  [FORM_KEY]: z.string().optional().catch(undefined),
  [PLACE_KEY]: z.string().optional().catch(undefined),
  [WHICH_KEY]: which.optional().catch(undefined),
});

export type ShownApi = Pick<MatrixApi, 'event' | 'thread' | 'history'>;

interface ShownPlace {
  readonly room: string;
  readonly isDirect: boolean;
  readonly self: string;
  /** The message itself: whoever wrote it had not seen what came after. */
  readonly until: string;
}

/** What one said belongs to: what it replies to, what was last shown in its thread, or in a direct room at all. */
export async function shownBefore(
  api: ShownApi,
  { room, isDirect, self, until }: ShownPlace,
  { after, isReply, thread }: Said,
): Promise<Shown | undefined> {
  if (after !== undefined && isReply) return shownAs(api, room, after, self);
  if (thread !== undefined) {
    const said = await api.thread(room, thread, LOOKED_BACK);
    return lastOf(before(said, until), self) ?? shownAs(api, room, thread, self);
  }
  if (!isDirect) return undefined;
  const { events } = await api.history(room, { limit: LOOKED_BACK, types: ['m.room.message'] });
  return lastOf(before(events, until), self);
}

/** Of events whose newest is the first; all of them where so much came since that it is not among them. */
function before(events: readonly MatrixEvent[], until: string): readonly MatrixEvent[] {
  return events.slice(events.findIndex(({ event_id }) => event_id === until) + 1);
}

const LOOKED_BACK = 30;

/** Whether it was shown so lately that the next words carry on from it. */
export function isCarriedOn({ at }: Shown, now: number): boolean {
  return now - at <= CARRIED_ON_MS;
}

/** A message of Hallway's as it reads now; undefined for others'. */
export async function shownAs(
  api: Pick<MatrixApi, 'event'>,
  room: string,
  id: string,
  self: string,
): Promise<Shown | undefined> {
  try {
    const event = await api.event(room, id);
    return event && readShown(event, self);
  } catch (error) {
    if (error instanceof MatrixError && error.status < 500) return undefined;
    throw error;
  }
}

function lastOf(events: readonly MatrixEvent[], self: string): Shown | undefined {
  for (const event of events) {
    const shown = relationIn(event).rel_type === 'm.replace' ? undefined : readShown(event, self);
    if (shown !== undefined && offers(shown)) return shown;
  }
  return undefined;
}

function offers({ actions, form, which }: Shown): boolean {
  return actions.length > 0 || form !== undefined || which !== undefined;
}

const relation = z
  .object({ rel_type: z.string().optional(), event_id: z.string().optional() })
  .catch({});

function relationIn({ content }: MatrixEvent): z.infer<typeof relation> {
  return relation.parse(content['m.relates_to'] ?? {});
}

/** An edit counts from the sender of what it edits alone; anybody can send one. */
function readShown(event: MatrixEvent, self: string): Shown | undefined {
  if (event.sender !== self) return undefined;
  const edit = event.unsigned?.['m.relations']?.['m.replace'];
  const edited = edit?.sender === self ? edit.content['m.new_content'] : undefined;
  const read = own.safeParse(edited ?? event.content).data ?? own.parse({});
  const { rel_type, event_id: root } = relationIn(event);
  return {
    event: event.event_id,
    actions: read[ACTIONS_KEY],
    form: read[FORM_KEY],
    which: read[WHICH_KEY],
    place: read[PLACE_KEY],
    thread: rel_type === 'm.thread' ? root : undefined,
    at: event.origin_server_ts,
  };
}
