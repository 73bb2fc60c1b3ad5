import { accountCalls, eventCalls, roomCalls, type SpaceChild } from './calls.ts';
import type { MatrixEvent, SyncAnswer } from './events.ts';
import type { MatrixHttp } from './http.ts';
import { type Content, createVerbs, type Sending } from './verbs.ts';

/**
 * The dozen endpoints that Hallway needs of Matrix's client-server API (v1.9): plain calls, so that
 * order, retries and the sync token stay in our hands.
 */
export interface MatrixApi {
  whoAmI(signal?: AbortSignal): Promise<Session>;
  /** A device of its own; with the `deviceId` of an earlier one, that device again. */
  logIn(login: Login, signal?: AbortSignal): Promise<Session & { readonly token: string }>;
  /** Waits for news up to `waitMs`; without `since`, all that is now. */
  sync(
    since: string | undefined,
    waitMs: number,
    filter: Content,
    signal: AbortSignal,
  ): Promise<SyncAnswer>;
  /**
   * Sends an event and returns its id. Of one device, room and `txnId` the server makes one event,
   * whatever its type, and answers every repetition with that one's id (Synapse: for a day).
   */
  send(room: string, type: string, txnId: string, content: Content, by?: Sending): Promise<string>;
  redact(room: string, eventId: string, txnId: string, by?: Sending): Promise<string>;
  /** Backwards from the newest, or from `from`, until `to`. */
  history(room: string, page: HistoryPage, signal?: AbortSignal): Promise<History>;
  event(room: string, eventId: string): Promise<MatrixEvent | undefined>;
  /** The last events of a thread, the newest first. */
  thread(room: string, root: string, limit: number): Promise<readonly MatrixEvent[]>;
  /** The content of one state event; a room's whole state holds every member it ever had. */
  state(room: string, type: string, key?: string): Promise<Content | undefined>;
  /** By a room's id or alias; `via` are servers that know it. */
  join(room: string, via?: readonly string[]): Promise<string>;
  joinedRooms(): Promise<readonly string[]>;
  /** The rooms of a space, as far as whoever asks may see them. */
  childrenOf(space: string): Promise<readonly SpaceChild[]>;
  /** Ids of who is in a room. */
  joinedMembers(room: string): Promise<readonly string[]>;
  /** What a user calls themselves. */
  displayName(user: string): Promise<string | undefined>;
  createRoom(room: Content, signal?: AbortSignal): Promise<string>;
  accountData(user: string, type: string): Promise<Content | undefined>;
  setAccountData(user: string, type: string, content: Content): Promise<void>;
  roomOfAlias(alias: string): Promise<string | undefined>;
  /** Returns its `mxc://` address. */
  upload(name: string, mediaType: string, bytes: Uint8Array): Promise<string>;
}

export interface Session {
  readonly user: string;
  readonly device: string;
}

export interface Login {
  readonly user: string;
  readonly password: string;
  readonly deviceId?: string;
}

export interface HistoryPage {
  readonly from?: string;
  readonly to?: string;
  readonly limit: number;
  /** Absent: all. */
  readonly types?: readonly string[];
  /** Users; absent: all. */
  readonly senders?: readonly string[];
}

export interface History {
  /** The newest first. */
  readonly events: readonly MatrixEvent[];
  /** Where the next page begins; undefined at the room's beginning. */
  readonly end: string | undefined;
}

export function createMatrixApi(http: MatrixHttp): MatrixApi {
  const verbs = createVerbs(http);
  return { ...accountCalls(verbs), ...eventCalls(verbs), ...roomCalls(verbs) };
}
