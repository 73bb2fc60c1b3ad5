import pLimit from 'p-limit';
import { z } from 'zod';
import { PlatformError } from '../../../src/platform/refusal.ts';
import type { MatrixApi } from '../connection/api.ts';
import { unlessForbidden } from '../connection/verbs.ts';
import type { RoomBook } from './book.ts';

/** The direct rooms of an account, which Matrix keeps in its account data. */
export interface DirectRooms {
  /**
   * The room in which one talks to the person alone; made, and the person invited, where there is none.
   * Throws `direct-messages-closed` where the person left it.
   */
  with(user: string, signal?: AbortSignal): Promise<string>;
  /** The same for somebody who has just asked for something: one that they left is replaced by another. */
  openFor(user: string): Promise<string>;
  /** Whether one talks to that person there, and nobody else reads along. */
  isAloneWith(room: string, user: string): Promise<boolean>;
  /** Whether it is a room for two with that person, whoever is in it. */
  isRoomOf(room: string, user: string): Promise<boolean>;
  /** All of them, whose they are not told. */
  all(): Promise<ReadonlySet<string>>;
  /** A room that somebody opened with Hallway. */
  add(user: string, room: string): Promise<void>;
  /** Hallway is in it no more. */
  remove(room: string): Promise<void>;
  /** Somebody came or went: who is there now is not known. */
  changed(room: string): void;
  /** Somebody came into such a room, or went: where it was theirs, they are told nothing there any more. */
  moved(room: string, user: string, isThere: boolean): Promise<void>;
  /** Finds out who left while nothing was heard, before anything is. */
  check(): Promise<void>;
  /** What another device, or an earlier run, wrote. */
  learn(content: unknown): void;
  /** They may have been written, and nobody told. */
  refresh(): void;
}

export const DIRECT = 'm.direct';
const known = z.record(z.string(), z.array(z.string())).catch({});
const member = z.object({ membership: z.string() });
type Known = Readonly<Record<string, readonly string[]>>;

/** Hallway and one person. */
const TWO = 2;

/** A homeserver is asked no more at once. */
const CHECKED_AT_ONCE = 8;

export interface DirectParts {
  readonly api: DirectApi;
  readonly book: Pick<RoomBook, 'closed' | 'close'>;
  /** Hallway's own user. */
  readonly self: () => string;
}

/**
 * Whoever leaves is heard to do so, so that the homeserver need not be asked before each message whether
 * somebody reads it.
 */
export function createDirectRooms({ api, book, self }: DirectParts): DirectRooms {
  const { read, write, learn, refresh } = createKnown(api, self);
  const members = createMembers(api);
  /** One after the other: whoever writes writes all of them. */
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  };
  const make = async (all: Known, user: string, signal?: AbortSignal) => {
    const made = await api.createRoom(plainRoomWith(user), signal);
    await write(added(all, user, made));
    return made;
  };
  const isRoomOf = async (room: string, user: string) =>
    (await read())[user]?.includes(room) === true;
  const openRoomOf = async (all: Known, user: string) => {
    const [room] = all[user] ?? [];
    return room === undefined || (await book.closed()).includes(room) ? undefined : room;
  };
  return {
    with: (user, signal) =>
      inTurn(async () => {
        const all = await read();
        const room = await openRoomOf(all, user);
        if (room !== undefined) return room;
        if (all[user] === undefined) return make(all, user, signal);
        const words = 'The person left the direct room';
        throw new PlatformError('direct-messages-closed', 'permanent', words);
      }),
    openFor: (user) =>
      inTurn(async () => {
        const all = await read();
        return (await openRoomOf(all, user)) ?? make(all, user);
      }),
    isRoomOf,
    isAloneWith: async (room, user) => {
      if (!(await isRoomOf(room, user))) return false;
      const there = await members.of(room);
      return there.length <= TWO && there.every((each) => each === user || each === self());
    },
    all: async () => new Set(Object.values(await read()).flat()),
    add: (user, room) => inTurn(async () => write(added(await read(), user, room))),
    remove: (room) =>
      inTurn(async () => {
        members.changed(room);
        const all = await read();
        if (Object.values(all).some((theirs) => theirs.includes(room)))
          await write(without(all, room));
      }),
    changed: members.changed,
    moved: async (room, user, isThere) => {
      if (await isRoomOf(room, user)) await book.close(room, !isThere);
    },
    check: async () => checkAll({ api, book }, await read()),
    learn,
    refresh,
  };
}

/** In the account data, as all clients of the account keep it. */
function createKnown(api: DirectApi, self: () => string) {
  let rooms: Known | undefined;
  return {
    read: async (): Promise<Known> => {
      rooms ??= known.parse((await api.accountData(self(), DIRECT)) ?? {});
      return rooms;
    },
    write: async (next: Known): Promise<void> => {
      await api.setAccountData(self(), DIRECT, next);
      rooms = next;
    },
    learn: (content: unknown): void => {
      rooms = known.parse(content);
    },
    refresh: (): void => {
      rooms = undefined;
    },
  };
}

async function checkAll({ api, book }: Omit<DirectParts, 'self'>, all: Known): Promise<void> {
  const newest = Object.entries(all).flatMap(([user, [room]]) =>
    room === undefined ? [] : [{ user, room }],
  );
  await pLimit(CHECKED_AT_ONCE).map(newest, async ({ user, room }) =>
    book.close(room, !(await isThere(api, room, user))),
  );
}

function added(all: Known, user: string, room: string): Known {
  return { ...all, [user]: [room, ...(all[user] ?? []).filter((each) => each !== room)] };
}

function without(all: Known, room: string): Known {
  const left = Object.entries(all).map(
    ([user, theirs]) => [user, theirs.filter((each) => each !== room)] as const,
  );
  return Object.fromEntries(left.filter(([, theirs]) => theirs.length > 0));
}

export type DirectApi = Pick<
  MatrixApi,
  'accountData' | 'setAccountData' | 'createRoom' | 'state' | 'joinedMembers'
>;

/** Whether somebody is in a room, or invited. */
async function isThere(api: Pick<MatrixApi, 'state'>, room: string, user: string) {
  const { membership } = member
    .catch({ membership: 'leave' })
    .parse(await unlessForbidden(api.state(room, 'm.room.member', user)));
  return isThereAs(membership);
}

export function isThereAs(membership: unknown): boolean {
  return membership === 'join' || membership === 'invite';
}

/** Who is in which room, as far as that was asked since somebody came or went. */
interface Members {
  of(room: string): Promise<readonly string[]>;
  changed(room: string): void;
}

function createMembers(api: Pick<MatrixApi, 'joinedMembers'>): Members {
  const known = new Map<string, readonly string[]>();
  return {
    of: async (room) => {
      const before = known.get(room);
      if (before !== undefined) return before;
      const now = await api.joinedMembers(room);
      known.set(room, now);
      return now;
    },
    changed: (room) => void known.delete(room),
  };
}

/** Not encrypted: Hallway could not read there (issue 19). */
function plainRoomWith(user: string) {
  return { preset: 'trusted_private_chat', is_direct: true, invite: [user] };
}
