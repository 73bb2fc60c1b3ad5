import pLimit from 'p-limit';
import { z } from 'zod';
import type { Log } from '../../src/log.ts';
import { DEFAULT_LANGUAGE, messagesFor } from '../../src/messages/messages.ts';
import type { Hallway } from '../../src/platform/requests.ts';
import type { MatrixApi } from './connection/api.ts';
import type { MatrixEvent, StrippedEvent } from './connection/events.ts';
import { MatrixError } from './connection/http.ts';
import { unlessForbidden } from './connection/verbs.ts';
import { type AnswerParts, answer } from './requests/answers.ts';
import { type CallerParts, callerIn } from './requests/caller.ts';
import { isSpace, type RoomBook } from './rooms/book.ts';
import type { RoomCommunities } from './rooms/community.ts';
import type { DirectRooms } from './rooms/direct.ts';
import { serversOf } from './rooms/entry.ts';
import { MESSAGE, transactionOf } from './sending/content.ts';

/**
 * What is said once in all, such as the welcome. It is noted when it was said: whoever dies in between
 * says it again, which under the same transaction is the same message.
 */
export interface SaidOnce {
  has(what: string): Promise<boolean>;
  add(what: string): Promise<void>;
}

/** By rooms' first ids. */
export interface RoomDoors {
  /** Hallway was put out. */
  closed(room: string): Promise<void>;
  /** It is there again. */
  opened(room: string): Promise<void>;
}

export interface LifeParts extends CallerParts, AnswerParts {
  readonly api: CallerParts['api'] & AnswerParts['api'] & Pick<MatrixApi, 'join'>;
  readonly book: RoomBook;
  readonly direct: DirectRooms;
  readonly communities: RoomCommunities;
  readonly hallway: Pick<Hallway, 'ask'>;
  /** Hallway's own user. */
  readonly self: string;
  readonly said: SaidOnce;
  /** Erases what is kept about a community. */
  readonly forget: (community: string) => Promise<void>;
  /** What organisers are told of rooms in which nothing can be said any more. */
  readonly doors: RoomDoors;
  readonly log: Log;
}

const invitation = z.object({ is_direct: z.boolean().catch(false) });
const created = z.object({
  predecessor: z.object({ room_id: z.string() }).optional().catch(undefined),
});
const tombstone = z.object({ replacement_room: z.string() });

interface Invitation {
  readonly room: string;
  readonly state: readonly StrippedEvent[];
  /** The same for every try, and another for another invitation. */
  readonly key: string;
}

interface Welcome extends Pick<Invitation, 'room' | 'key'> {
  readonly inviter: string;
  readonly isDirect: boolean;
}

/** Somebody wants Hallway in a room: it comes, and says once what it does. */
export async function invited(parts: LifeParts, { room, state, key }: Invitation): Promise<void> {
  const { self, api, direct, log } = parts;
  const own = state.find(({ type, state_key }) => type === 'm.room.member' && state_key === self);
  const inviter = own?.sender;
  try {
    await api.join(room, serversOf(inviter));
  } catch (error) {
    if (!(error instanceof MatrixError) || error.status >= 500) throw error;
    log.info({ err: error, room }, 'A room that Hallway was invited to could not be joined');
    return;
  }
  await parts.doors.opened(await parts.book.firstOf(room));
  const creation = await api.state(room, 'm.room.create');
  if (isSpace(creation)) {
    await parts.book.addSpace(room);
    parts.communities.changed();
    return;
  }
  const before = created.parse(creation ?? {}).predecessor?.room_id;
  if (before !== undefined && (await follow(parts, before, room))) return;
  const isDirect = own !== undefined && invitation.parse(own.content).is_direct;
  const isEncrypted = (await api.state(room, 'm.room.encryption')) !== undefined;
  if (inviter === undefined) return;
  if (isDirect && !isEncrypted) await direct.add(inviter, room);
  if (isEncrypted) return cannotRead(parts, room, isDirect ? inviter : undefined);
  await oneByOne(() => welcome(parts, { room, key, inviter, isDirect }));
}

/** Hallway is in that room no more, by whoever's doing. */
export async function left(parts: LifeParts, room: string): Promise<void> {
  const first = await parts.book.firstOf(room);
  // What was replaced goes on elsewhere.
  if ((await parts.book.currentOf(first)) !== room) return;
  await parts.direct.remove(room);
  await parts.book.forget(room);
  parts.communities.changed();
  await parts.forget(first);
  // Of a room in a space all stays: its organisers hear of it, and once it is invited again it goes on.
  await parts.doors.closed(first);
}

/** A room goes on in another one, with all that is kept about it: where Hallway must be invited, once it is. */
export async function replaced(parts: LifeParts, room: string, event: MatrixEvent): Promise<void> {
  const { replacement_room: by } = tombstone.catch({ replacement_room: '' }).parse(event.content);
  if (by === '') return;
  try {
    await parts.api.join(by, serversOf(event.sender));
  } catch (error) {
    if (!(error instanceof MatrixError) || error.status >= 500) throw error;
    parts.log.info({ room, by }, 'A room was replaced by one that waits for an invitation');
    return;
  }
  await follow(parts, room, by);
}

/** Both rooms have to say so, or anybody's room could take the place of another's. */
async function follow(parts: LifeParts, room: string, by: string): Promise<boolean> {
  const { api, book, communities } = parts;
  const { predecessor } = created.parse((await api.state(by, 'm.room.create')) ?? {});
  const end = await unlessForbidden(api.state(room, 'm.room.tombstone'));
  const next = tombstone.safeParse(end).data?.replacement_room;
  if (predecessor?.room_id !== room || next !== by) return false;
  await book.replace(room, by);
  communities.changed();
  return true;
}

/** Says so once, in clear; in a room for two it opens another one in the same breath. */
export async function cannotRead(
  parts: LifeParts,
  room: string,
  person: string | undefined,
): Promise<void> {
  if (person !== undefined) await parts.direct.openFor(person);
  const what = `encrypted ${room}`;
  if (await parts.said.has(what)) return;
  const { numbered } = messagesFor(DEFAULT_LANGUAGE, parts.prefix);
  const body = person === undefined ? numbered.cannotRead(parts.self) : numbered.cannotReadDirect;
  const content = { msgtype: 'm.notice', body, 'm.mentions': {} };
  await parts.api.send(room, MESSAGE, transactionOf('encrypted', room), content);
  await parts.said.add(what);
}

/** One after the other: of the rooms of a space that it is invited to at once, one has the welcome. */
const oneByOne = pLimit(1);

async function welcome(parts: LifeParts, { room, key, inviter, isDirect }: Welcome) {
  const caller = await callerIn(parts, inviter, isDirect ? undefined : room, false);
  const whose = caller.community ?? `direct ${room}`;
  if (await parts.said.has(whose)) return;
  const reply = await parts.hallway.ask({
    ...{ kind: 'question', text: '', isPublic: !isDirect, follows: [], caller },
    welcome: isDirect ? 'member' : 'community',
  });
  if (reply === undefined) return;
  const place = { room, question: `welcome ${key}`, sender: inviter, thread: undefined };
  await answer(parts, { ...place, isDirect, locale: caller.locale }, reply);
  await parts.said.add(whose);
}
