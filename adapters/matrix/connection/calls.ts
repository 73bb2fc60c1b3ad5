import { z } from 'zod';
import { event, readable, syncAnswer } from './events.ts';
import { isOfOthers } from './persist.ts';
import { type Content, type Sending, unlessMissing, type Verbs } from './verbs.ts';

/** The endpoints one by one; `MatrixApi` says what they do. */

/** A sync is answered after its wait, and a busy homeserver takes a while beyond. */
const SYNC_GRACE_MS = 30_000;
const DEVICE_NAME = 'Hallway';
/** Of one space; anybody can make one. */
const MOST_CHILDREN = 1_000;

export function accountCalls({ get, post, put, upload }: Verbs) {
  return {
    whoAmI: async (signal?: AbortSignal) => {
      const said = await get(whoAmI, ['v3', 'account', 'whoami'], { signal });
      return { user: said.user_id, device: said.device_id };
    },
    logIn: async (
      login: { readonly user: string; readonly password: string; readonly deviceId?: string },
      signal?: AbortSignal,
    ) => {
      const { user, password, deviceId: device_id } = login;
      const identifier = { type: 'm.id.user', user };
      const who = { type: 'm.login.password', identifier, password, device_id };
      const body = { ...who, initial_device_display_name: DEVICE_NAME };
      const said = await post(loggedIn, ['v3', 'login'], { body, signal });
      return { user: said.user_id, device: said.device_id, token: said.access_token };
    },
    sync: (since: string | undefined, waitMs: number, by: Content, signal: AbortSignal) => {
      const filter = JSON.stringify(by);
      const query = { since, timeout: waitMs, filter, set_presence: 'online' };
      const timeoutMs = waitMs + SYNC_GRACE_MS;
      return get(syncAnswer, ['v3', 'sync'], { query, signal, timeoutMs });
    },
    displayName: async (user: string) =>
      (await unlessMissing(get(profile, ['v3', 'profile', user])))?.displayname ?? undefined,
    accountData: (user: string, type: string) =>
      unlessMissing(get(content, ['v3', 'user', user, 'account_data', type])),
    setAccountData: async (user: string, type: string, body: Content) => {
      await put(z.unknown(), ['v3', 'user', user, 'account_data', type], { body });
    },
    upload: async (filename: string, type: string, body: Uint8Array) =>
      (await upload(uploaded, { query: { filename }, type, body })).content_uri,
  };
}

interface Page {
  readonly from?: string;
  readonly to?: string;
  readonly limit: number;
  readonly types?: readonly string[];
  readonly senders?: readonly string[];
}

export function eventCalls({ get, put }: Verbs) {
  return {
    send: async (room: string, type: string, txnId: string, body: Content, by: Sending = {}) =>
      (await put(sent, ['v3', 'rooms', room, 'send', type, txnId], { body, ...by })).event_id,
    redact: async (room: string, id: string, txnId: string, by: Sending = {}) => {
      const path = ['v3', 'rooms', room, 'redact', id, txnId];
      return (await put(sent, path, { body: {}, ...by })).event_id;
    },
    history: (room: string, { from, to, limit, types, senders }: Page, signal?: AbortSignal) => {
      const isFiltered = types !== undefined || senders !== undefined;
      const filter = isFiltered ? JSON.stringify({ types, senders }) : undefined;
      const query = { dir: 'b', from, to, limit, filter };
      return get(messages, ['v3', 'rooms', room, 'messages'], { query, signal });
    },
    event: (room: string, id: string) =>
      unlessMissing(get(event, ['v3', 'rooms', room, 'event', id])),
    thread: async (room: string, root: string, limit: number) => {
      const path = ['v1', 'rooms', room, 'relations', root, 'm.thread'];
      return (await get(messages, path, { query: { dir: 'b', limit } })).events;
    },
    state: (room: string, type: string, key = '') =>
      unlessMissing(get(content, ['v3', 'rooms', room, 'state', type, key])),
  };
}

export function roomCalls({ get, post }: Verbs) {
  return {
    join: async (room: string, [via]: readonly string[] = []) => {
      const query = via === undefined ? {} : { server_name: via, via };
      const asked = { query, body: {}, triesOfOthers: TRIES_OF_A_JOIN };
      return (await post(roomId, ['v3', 'join', room], asked)).room_id;
    },
    joinedRooms: async () => (await get(joinedRooms, ['v3', 'joined_rooms'])).joined_rooms,
    childrenOf: async (space: string) => {
      const children: SpaceChild[] = [];
      let from: string | undefined;
      do {
        const query = { max_depth: 1, limit: 50, from };
        const page = await get(hierarchy, ['v1', 'rooms', space, 'hierarchy'], { query });
        children.push(...page.rooms.filter(({ room_id }) => room_id !== space));
        from = page.next_batch;
      } while (from !== undefined && children.length < MOST_CHILDREN);
      return children;
    },
    joinedMembers: async (room: string) =>
      Object.keys((await get(joined, ['v3', 'rooms', room, 'joined_members'])).joined),
    createRoom: async (body: Content, signal?: AbortSignal) =>
      (await post(roomId, ['v3', 'createRoom'], { body, signal })).room_id,
    roomOfAlias: async (alias: string) => {
      const path = ['v3', 'directory', 'room', alias];
      const asked = unlessMissing(get(roomId, path, { triesOfOthers: 1 }));
      return (await asked.catch(unlessOfOthers))?.room_id;
    },
  };
}

/** A large room of another server's takes longer than one answer may. */
const TRIES_OF_A_JOIN = 8;

function unlessOfOthers(error: unknown): undefined {
  if (!isOfOthers(error)) throw error;
}

const whoAmI = z.object({ user_id: z.string(), device_id: z.string().catch('') });
const loggedIn = z.object({ user_id: z.string(), device_id: z.string(), access_token: z.string() });
const sent = z.object({ event_id: z.string() });
const roomId = z.object({ room_id: z.string() });
const content = z.record(z.string(), z.unknown());
const uploaded = z.object({ content_uri: z.string() });
const messages = z
  .object({ chunk: readable(event), end: z.string().optional() })
  .transform(({ chunk, end }) => ({ events: chunk, end }));
const spaceChild = z.object({
  room_id: z.string(),
  room_type: z.string().nullish(),
  name: z.string().nullish(),
  canonical_alias: z.string().nullish(),
});

export type SpaceChild = z.infer<typeof spaceChild>;

const hierarchy = z.object({ rooms: z.array(spaceChild), next_batch: z.string().optional() });
const joinedRooms = z.object({ joined_rooms: z.array(z.string()) });
const joined = z.object({ joined: z.record(z.string(), z.unknown()) });
const profile = z.object({ displayname: z.string().nullish() });
