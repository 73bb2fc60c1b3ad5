import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Reply } from '../../../src/platform/requests.ts';
import type { MatrixEvent } from '../connection/events.ts';
import { actionFor, reactionOf, undoOf } from '../rendering/reactions.ts';
import { answer, type Place } from './answers.ts';
import { callerIn } from './caller.ts';
import type { MessageParts } from './messages.ts';
import { type Shown, shownAs } from './shown.ts';

/** What a reaction set, for when it is taken away. */
export interface Undo {
  /** Whoever reacted, by a hash: moderators can take reactions of others away. */
  readonly by: string;
  /** An action id. */
  readonly undo: string;
}

const content = z.object({
  'm.relates_to': z.object({
    rel_type: z.literal('m.annotation'),
    event_id: z.string(),
    key: z.string(),
  }),
});

/** Whether it may be one of those that Hallway understands. */
export function isReaction(event: MatrixEvent): boolean {
  const read = content.safeParse(event.content).data;
  return read !== undefined && reactionOf(read['m.relates_to'].key) !== undefined;
}

/** Takes a choice of one of Hallway's cards; `undefined` where nothing was set that can be taken back. */
export async function react(
  parts: MessageParts,
  room: string,
  event: MatrixEvent,
): Promise<Undo | undefined> {
  const relates = content.safeParse(event.content).data?.['m.relates_to'];
  const reaction = reactionOf(relates?.key ?? '');
  if (relates === undefined || reaction === undefined) return undefined;
  const shown = await shownAs(parts.api, room, relates.event_id, parts.names.self);
  if (shown === undefined || shown.actions.length === 0) return undefined;
  const { sender, event_id: question } = event;
  const id = actionFor(reaction, shown.actions);
  const place = await placeOf(parts, room, event, shown);
  const caller = await callerIn(parts, sender, place.isDirect ? shown.place : room, true);
  const isPublic = !place.isDirect;
  const isStar = reaction === '⭐' || reaction === '🔔';
  if (id === undefined) {
    if (!isStar) return undefined;
    // Of several talks, they say which.
    const reply = await parts.hallway.remind({ kind: 'remind', ids: shown.actions, caller });
    // A star may be mere praise.
    if (!isProblem(reply)) await answer(parts, { ...place, question }, reply);
    return undefined;
  }
  const reply = await parts.hallway.press({ kind: 'press', id, caller, isPublic });
  // That a star is set is seen where it was pressed; what hinders it is said.
  if (reaction !== '⭐' || isProblem(reply)) await answer(parts, { ...place, question }, reply);
  const undo = isProblem(reply) ? undefined : undoOf(id);
  return undo === undefined ? undefined : { by: hashOf(question, sender), undo };
}

/** Somebody took their reaction away. */
export async function unreact(
  parts: MessageParts,
  room: string,
  { sender }: MatrixEvent,
  reaction: string,
  { by, undo }: Undo,
): Promise<void> {
  if (by !== hashOf(reaction, sender)) return;
  const isDirect = await parts.direct.isAloneWith(room, sender);
  const caller = await callerIn(parts, sender, isDirect ? undefined : room, false);
  await parts.hallway.press({ kind: 'press', id: undo, caller, isPublic: !isDirect });
}

async function placeOf(
  parts: MessageParts,
  room: string,
  { sender, event_id: question }: MatrixEvent,
  shown: Shown,
): Promise<Place> {
  const isDirect = await parts.direct.isAloneWith(room, sender);
  const { locale } = await parts.hallway.reader(await callerIn(parts, sender, undefined, false));
  const thread = isDirect ? undefined : (shown.thread ?? shown.event);
  const about = isDirect ? shown.place : undefined;
  return { room, question, about, sender, isDirect, locale, thread, pressed: shown.event };
}

function isProblem(reply: Reply): boolean {
  return reply.kind === 'card' && reply.card.kind === 'problem';
}

function hashOf(reaction: string, sender: string): string {
  return createHash('sha256').update(`${reaction} ${sender}`).digest('base64url').slice(0, 32);
}
