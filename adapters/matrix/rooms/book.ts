import { z } from 'zod';
import type { MatrixApi } from '../connection/api.ts';

/** What Hallway knows of its rooms beyond what the homeserver tells, kept in its account data. */
export interface RoomBook {
  /** Rooms that hold rooms. */
  spaces(): Promise<readonly string[]>;
  addSpace(room: string): Promise<void>;
  /**
   * A room that was replaced keeps its first id for all that is kept about it: so subscriptions and what
   * is on its way follow by themselves.
   */
  replace(room: string, by: string): Promise<void>;
  /** The first id of the room that this one replaces, or its own. */
  firstOf(room: string): Promise<string>;
  /** The room that replaced the one with this first id, or itself. */
  currentOf(room: string): Promise<string>;
  /** A room in which Hallway is alone, for what nobody is to see; made where there is none. */
  own(): Promise<string>;
  /** Rooms for two that the other one left. */
  closed(): Promise<readonly string[]>;
  /** Somebody left such a room, or came back. */
  close(room: string, isClosed: boolean): Promise<void>;
  /** One left it, or was made to. */
  forget(room: string): Promise<void>;
  /** Another process may have written it. */
  refresh(): void;
}

const ROOMS = 'im.hallway.rooms';
const content = z.object({
  spaces: z.array(z.string()).catch([]),
  replaced: z.record(z.string(), z.string()).catch({}),
  own: z.string().optional().catch(undefined),
  closed: z.array(z.string()).catch([]),
});
type Book = z.infer<typeof content>;

export type BookApi = Pick<
  MatrixApi,
  'accountData' | 'setAccountData' | 'createRoom' | 'joinedRooms' | 'state'
>;

/** In the account data: whoever changes it changes what was written last. */
function createKept(api: BookApi, self: () => string) {
  let book: Promise<Book> | undefined;
  const load = async (): Promise<Book> => {
    const kept = await api.accountData(self(), ROOMS);
    if (kept !== undefined) return content.parse(kept);
    const first: Book = { spaces: await spacesAmong(api), replaced: {}, closed: [] };
    await api.setAccountData(self(), ROOMS, first);
    return first;
  };
  const read = async (): Promise<Book> => {
    book ??= load();
    try {
      return await book;
    } catch (error) {
      book = undefined;
      throw error;
    }
  };
  let turn: Promise<unknown> = Promise.resolve();
  const change = (how: (before: Book) => Book): Promise<void> => {
    const done = turn.then(async () => {
      const next = how(await read());
      await api.setAccountData(self(), ROOMS, next);
      book = Promise.resolve(next);
    });
    turn = done.catch(() => undefined);
    return done;
  };
  const refresh = () => {
    book = undefined;
  };
  return { read, change, refresh };
}

/** `self` is Hallway's own user. */
export function createRoomBook(api: BookApi, self: () => string): RoomBook {
  const { read, change, refresh } = createKept(api, self);
  const firstOf = async (room: string) => {
    const { replaced } = await read();
    return Object.entries(replaced).find(([, current]) => current === room)?.[0] ?? room;
  };
  return {
    refresh,
    spaces: async () => (await read()).spaces,
    addSpace: (room) =>
      change((before) => ({ ...before, spaces: [...new Set([...before.spaces, room])] })),
    replace: async (room, by) => {
      const first = await firstOf(room);
      await change((before) => ({ ...before, replaced: { ...before.replaced, [first]: by } }));
    },
    firstOf,
    currentOf: async (room) => (await read()).replaced[room] ?? room,
    own: async () => {
      const known = (await read()).own;
      if (known !== undefined) return known;
      const own = await api.createRoom({ preset: 'private_chat', name: 'Hallway' });
      await change((before) => ({ ...before, own }));
      return own;
    },
    closed: async () => (await read()).closed,
    close: async (room, isClosed) => {
      const { closed } = await read();
      if (closed.includes(room) === isClosed) return;
      await change((before) => {
        const others = before.closed.filter((each) => each !== room);
        return { ...before, closed: isClosed ? [...others, room] : others };
      });
    },
    forget: async (room) => {
      const { spaces, replaced, closed } = await read();
      const known = [...spaces, ...Object.values(replaced), ...closed];
      if (known.includes(room)) await change((before) => without(before, room));
    },
  };
}

function without(book: Book, room: string): Book {
  const replaced = Object.entries(book.replaced).filter(([, current]) => current !== room);
  return {
    ...book,
    spaces: book.spaces.filter((each) => each !== room),
    closed: book.closed.filter((each) => each !== room),
    replaced: Object.fromEntries(replaced),
  };
}

/** Once, for an account that was in rooms before Hallway was. */
async function spacesAmong(api: Pick<MatrixApi, 'joinedRooms' | 'state'>): Promise<string[]> {
  const spaces: string[] = [];
  for (const room of await api.joinedRooms()) {
    if (isSpace(await api.state(room, 'm.room.create'))) spaces.push(room);
  }
  return spaces;
}

/** By the content of its first event. */
export function isSpace(created: Readonly<Record<string, unknown>> | undefined): boolean {
  return created?.['type'] === 'm.space';
}
