import { within } from '../../src/clock/deadline.ts';
import { systemClock } from '../../src/clock.ts';
import type { Log } from '../../src/log.ts';
import type { CommandSpec } from '../../src/platform/commandSpec.ts';
import { createLiveAnswers } from '../../src/platform/liveAnswers.ts';
import type { Platform } from '../../src/platform/platform.ts';
import { createMatrixApi, type MatrixApi, type Session } from './connection/api.ts';
import { type Burst, createBurst } from './connection/burst.ts';
import { openSession, stayConnected } from './connection/connection.ts';
import { createMatrixHttp } from './connection/http.ts';
import { createInbox } from './connection/inbox.ts';
import { keptNews, type MatrixStore } from './connection/kept.ts';
import { isAway, persistentHttp, persistently } from './connection/persist.ts';
import { createPresence } from './connection/presence.ts';
import { createMatrixSession, type MatrixLogin, type MatrixSession } from './connection/session.ts';
import { PLATFORM } from './identity.ts';
import type { RoomDoors, SaidOnce } from './life.ts';
import { handle, isMeant, type ListenParts } from './listen.ts';
import { createRoomBook } from './rooms/book.ts';
import { createRoomCommunities } from './rooms/community.ts';
import { createDirectRooms, DIRECT, type DirectRooms } from './rooms/direct.ts';
import { createRoomNames } from './rooms/names.ts';
import { createChannelInspector } from './sending/channels.ts';
import { createMeasure } from './sending/measure.ts';
import { createMessenger } from './sending/messenger.ts';
import { createOffers } from './sending/offers.ts';
import { createPace } from './sending/pace.ts';

export interface MatrixOptions {
  /** Such as `https://matrix.example.org`. */
  readonly homeserver: string;
  readonly login: MatrixLogin;
  /** Begins what is a command in a room. */
  readonly prefix: string;
  readonly commands: readonly CommandSpec[];
  /** What is kept of an account, by its user: a token does not tell whose it is. */
  readonly storeOf: (user: string) => MatrixStore;
  readonly said: SaidOnce;
  /** Erases what is kept about a community. */
  readonly forget: (community: string) => Promise<void>;
  readonly doors: RoomDoors;
  /** Whether no other process can have the connection: what is heard otherwise is left to that one. */
  readonly isOurs: () => boolean;
  readonly log: Log;
  /** How long the homeserver waits for news before it says that there are none; default 25 s. */
  readonly waitMs?: number;
  /** Goes for how much is said at once; default: the machine's. */
  readonly stopwatch?: () => number;
}

const WAIT_MS = 25_000;
/** For what is under way when it ends: what is not answered by then is answered by whoever comes next. */
const ENDED_WITHIN_MS = 1_500;
/** For connections that are still in use when all else has ended. */
const CLOSED_WITHIN_MS = 500;

/** Hallway in the rooms of one account on one homeserver. */
export function createMatrix(options: MatrixOptions): Platform {
  const { homeserver, login, log } = options;
  const session = createMatrixSession(login);
  const http = createMatrixHttp({ homeserver, token: session.token });
  const api = createMatrixApi(http);
  const stopping = new AbortController();
  const { signal } = stopping;
  let isReached = false;
  let running: Promise<unknown> = Promise.resolve();
  let stopped: Promise<void> | undefined;
  const presence = createPresence({
    open: () => session.open(api, signal),
    refresh: () => refreshed(rooms),
  });
  const { self } = presence;
  const { pace, ...rooms } = roomsOf(api, self, log);
  const burst = createBurst(options.stopwatch);
  const answering = answeringIn(rooms, createMatrixApi(persistentHttp(http, signal)), signal);

  const end = async () => {
    stopping.abort();
    const ended = running.then(rooms.live.close).then(rooms.offers.settled);
    await within(systemClock, ENDED_WITHIN_MS, ended);
    await within(systemClock, CLOSED_WITHIN_MS, http.close());
    http.destroy();
    await ended;
  };

  return {
    name: PLATFORM,
    messenger: createMessenger({ ...rooms, self, pace, burst, present: presence.toSend }),
    channels: createChannelInspector({
      ...rooms,
      self,
      measure: createMeasure({ ...rooms, pace }),
    }),
    readiness: () => (!signal.aborted && isReached ? 'ready' : 'away'),
    async start(hallway) {
      const who = await openSession({ api, session, log }, signal);
      if (who === undefined) return;
      presence.hears(who);
      const store = options.storeOf(who.user);
      const own = { ...options, ...answering, hallway, store, burst };
      const parts = await unlessStopped(listening(own, who), signal);
      if (parts === undefined) return;
      const hearing = beginHearing({ ...own, parts, session, api, who }, signal, (reached) => {
        isReached = reached;
      });
      ({ running } = hearing);
      await Promise.race([hearing.begun, running]);
      if (!signal.aborted) log.info({ user: self() }, 'Hallway hears what is said on Matrix');
    },
    stop: () => {
      stopped ??= end();
      return stopped;
    },
  };
}

interface HearingParts extends Pick<MatrixOptions, 'isOurs' | 'log' | 'waitMs'> {
  readonly parts: ListenParts;
  readonly session: MatrixSession;
  readonly api: MatrixApi;
  readonly direct: DirectRooms;
  readonly store: MatrixStore;
  readonly who: Session;
  readonly burst: Burst;
}

/** Follows what happens, and does what follows from it, until `signal` aborts; `begun` when the homeserver has answered. */
function beginHearing(
  { parts, session, api, direct, store, who, burst, isOurs, log, waitMs = WAIT_MS }: HearingParts,
  signal: AbortSignal,
  onReach: (isReached: boolean) => void,
) {
  const inbox = createInbox({ store, handle: (...news) => handle(parts, ...news), isOurs, log });
  const begun = Promise.withResolvers<void>();
  signal.addEventListener('abort', () => begun.resolve(), { once: true });
  const kept = keptNews({
    ...{ store, device: who.device, onMember: direct.changed },
    atFirst: () => persistently(direct.check, signal, isAway),
    isMeant: (news) => isMeant(parts, news),
  });
  const following = stayConnected(
    {
      ...{ api, session, log, self: who.user, store: kept, waitMs, burst, onKept: inbox.wake },
      onReach: (reached) => {
        onReach(reached);
        if (reached) begun.resolve();
      },
      onAccountData: (type, content) => {
        if (type === DIRECT) direct.learn(content);
      },
    },
    signal,
  );
  return { begun: begun.promise, running: Promise.all([following, inbox.run(signal)]) };
}

function roomsOf(api: MatrixApi, self: () => string, log: Log) {
  const book = createRoomBook(api, self);
  const direct = createDirectRooms({ api, book, self });
  const pace = createPace();
  const communities = createRoomCommunities({ api, book });
  const live = createLiveAnswers(systemClock, log);
  const roomNames = createRoomNames({ api, book });
  const offers = createOffers({ api, pace, log });
  return { api, direct, book, communities, roomNames, pace, live, offers };
}

function refreshed({ direct, book }: Pick<Rooms, 'direct' | 'book'>): void {
  direct.refresh();
  book.refresh();
}

/** What is answered has nobody behind it who would try again. */
function answeringIn(rooms: Rooms, api: MatrixApi, signal: AbortSignal): Rooms {
  const { direct } = rooms;
  const openFor = (user: string) => persistently(() => direct.openFor(user), signal);
  return { ...rooms, api, direct: { ...direct, openFor } };
}

type Rooms = Pick<
  ListenParts,
  'direct' | 'book' | 'communities' | 'roomNames' | 'offers' | 'live'
> & {
  readonly api: MatrixApi;
};

async function listening(
  parts: MatrixOptions & Rooms & Pick<ListenParts, 'hallway'> & { readonly store: MatrixStore },
  { user }: Session,
): Promise<ListenParts> {
  const { prefix, store, api } = parts;
  const displayName = (await api.displayName(user)) ?? '';
  return {
    ...parts,
    self: user,
    server: user.slice(user.indexOf(':') + 1),
    names: { prefix, self: user, displayName },
    roomOfAlias: api.roomOfAlias,
    outcomeOf: store.outcomeOf,
  };
}

/** `undefined` where it failed because everything ends. */
function unlessStopped<T>(work: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  return work.catch((error: unknown) => {
    if (signal.aborted) return undefined;
    throw error;
  });
}

/** Throws a `ConfigError` for a session that is refused; waits out a homeserver that is down, as long as `signal` lets it. */
export async function checkMatrix(
  { homeserver, login, log }: Pick<MatrixOptions, 'homeserver' | 'login' | 'log'>,
  signal: AbortSignal,
): Promise<void> {
  // A password is tried by whoever needs it: each time is counted by the homeserver.
  if (login.kind !== 'token') return;
  const session = createMatrixSession(login);
  const http = createMatrixHttp({ homeserver, token: session.token });
  await openSession({ api: createMatrixApi(http), session, log }, signal).finally(http.close);
}
